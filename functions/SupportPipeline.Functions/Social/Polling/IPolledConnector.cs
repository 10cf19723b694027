using SupportPipeline.Social.Connectors;

namespace SupportPipeline.Social.Polling;

/// <summary>
/// A platform that is asked for news. What it answers is kept and queued like a webhook's payload, and read again by the same connector. Nobody may send
/// anything to it from outside.
/// </summary>
internal interface IPolledConnector : ISocialConnector
{
    /// <summary>What is asked for: an account's notifications, a search. Their names are stable; none when the connector is not configured.</summary>
    IReadOnlyList<string> Feeds { get; }

    /// <summary>Asks for one page of a feed.</summary>
    /// <param name="feed">One of <see cref="Feeds"/>.</param>
    /// <param name="from">The place to read from, as <see cref="PolledPage.Top"/> said; null for the very first time, when only the newest page is wanted.</param>
    /// <param name="next">The page, as <see cref="PolledPage.Next"/> said; null for the first.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    Task<PollAnswer> FetchAsync(string feed, string? from, string? next, CancellationToken cancellationToken);

    /// <summary>Our account that asks for a feed. Posts of its feeds are looked at again with its name.</summary>
    string AccountOf(string feed);

    /// <summary>The most posts of one look.</summary>
    int MaxLook { get; }

    /// <summary>Looks at posts again.</summary>
    /// <param name="account">One of our accounts.</param>
    /// <param name="externalIds">The posts, at most <see cref="MaxLook"/>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>A page with those that are there and that the account may see.</returns>
    Task<PollAnswer> LookAsync(string account, IReadOnlyList<string> externalIds, CancellationToken cancellationToken);
}

/// <summary>What a platform answered.</summary>
internal abstract record PollAnswer
{
    private PollAnswer() { }

    /// <summary>A page.</summary>
    public sealed record Fetched(PolledPage Page) : PollAnswer;

    /// <summary>It asks to wait.</summary>
    /// <param name="Until">Until then; null when it does not say.</param>
    public sealed record Limited(DateTimeOffset? Until) : PollAnswer;

    /// <summary>It did not answer, or with an error of its own, or refused: to be tried again later.</summary>
    /// <param name="Reason">A status or the kind of failure, for the log.</param>
    public sealed record Failed(string Reason) : PollAnswer;

    /// <summary>It does not know the page any more: the walk is to begin again from where it began.</summary>
    public sealed record PageUnknown : PollAnswer;
}

/// <summary>A page of a feed.</summary>
/// <param name="Payload">What is kept: the page as received, and beside it what reading it needs.</param>
/// <param name="Next">The page behind it; null when this is the last.</param>
/// <param name="Top">The place of its newest item; null when it is empty.</param>
internal sealed record PolledPage(ReadOnlyMemory<byte> Payload, string? Next, string? Top)
{
    /// <summary>Until when nothing more may be asked, because this was the last request that the platform allows; null while more are left.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
