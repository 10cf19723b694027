namespace SupportPipeline.LocalHost.Broadcast;

/// <summary>How many are to be told.</summary>
internal sealed record BroadcastOptions
{
    /// <summary>Customers who use what breaks, each with an address of their own.</summary>
    public required int Recipients { get; init; }

    /// <summary>How many of the addresses the mail service refuses.</summary>
    public int BadAddresses { get; init; }
}
