using SupportPipeline.LocalHost.Storage;

namespace SupportPipeline.LocalHost.Load;

/// <summary>What a load run found.</summary>
internal sealed record LoadReport
{
    /// <summary>How many mails there were to send.</summary>
    public required int Emails { get; init; }

    /// <summary>How many of them an earlier run had got through already.</summary>
    public int AcceptedBefore { get; init; }

    /// <summary>How many were answered with 2xx, in this run and before.</summary>
    public required int Accepted { get; init; }

    /// <summary>From the first request to the last answer.</summary>
    public required TimeSpan AcceptTime { get; init; }

    /// <summary>From the first request until the sink accepted the last acknowledgement.</summary>
    public required TimeSpan ProcessTime { get; init; }

    public required Percentiles TimeToStoredCase { get; init; }

    public required Percentiles TimeToSentReply { get; init; }

    /// <summary>What this run asked of storage, from the first request until it was idle.</summary>
    public required StorageOperations Operations { get; init; }

    /// <summary>Answers other than 2xx, and connections that broke, each with how often; requests are repeated as SendGrid would.</summary>
    public required IReadOnlyDictionary<string, int> Errors { get; init; }

    /// <summary>How many cases the staff's list has.</summary>
    public required int Cases { get; init; }

    /// <summary>Accepted mails whose sender got no acknowledgement.</summary>
    public required IReadOnlyList<string> Unacknowledged { get; init; }

    /// <summary>Senders who got more than one.</summary>
    public required IReadOnlyList<string> AcknowledgedTwice { get; init; }

    /// <summary>Messages that were given up, by poison queue.</summary>
    public required IReadOnlyDictionary<string, int> Poison { get; init; }

    public long PeakHostBytes { get; init; }

    public long PeakStorageBytes { get; init; }

    public int Sent => Accepted - AcceptedBefore;

    public double AcceptedPerSecond => PerSecond(AcceptTime);

    public double ProcessedPerSecond => PerSecond(ProcessTime);

    /// <summary>What must not happen, one sentence each; empty for a good run.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        Add(problems, Emails - Accepted, "mails were not accepted");
        Add(problems, Accepted - Cases, "accepted mails have no case");
        Add(problems, Cases - Accepted, "cases too many");
        Add(problems, Unacknowledged.Count, "senders got no acknowledgement");
        Add(problems, AcknowledgedTwice.Count, "senders got more than one acknowledgement");
        Add(problems, Poison.Values.Sum(), "messages were dead-lettered");
        return problems;
    }

    private static void Add(List<string> problems, int count, string text)
    {
        if (count > 0)
        {
            problems.Add($"{count} {text}");
        }
    }

    private double PerSecond(TimeSpan time) => time > TimeSpan.Zero ? Sent / time.TotalSeconds : 0;
}
