namespace SupportPipeline.LocalHost.Broadcast;

/// <summary>How many are to be told.</summary>
internal sealed record BroadcastOptions
{
    /// <summary>Customers who use what breaks, each with an address of their own.</summary>
    public required int Recipients { get; init; }

    /// <summary>How many of the addresses the mail service refuses.</summary>
    public int BadAddresses { get; init; }

    /// <summary>How often a function host is killed; with 0 all is done in one process, to be measured.</summary>
    public int Kills { get; init; }

    /// <summary>How many of a thousand answers of the mail service get lost, when hosts are killed.</summary>
    public int DropsInThousand { get; init; } = 10;

    /// <summary>The same seed plans the same losses.</summary>
    public int Seed { get; init; } = 1;
}
