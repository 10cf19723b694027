using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience;

/// <summary>Who wants no notices, or none about some components.</summary>
public interface INoticeOptOuts
{
    /// <summary>Everybody who opted out; for the moment an audience is frozen.</summary>
    IAsyncEnumerable<NoticeOptOut> AllAsync(CancellationToken cancellationToken);

    /// <summary>Who opted out since a moment: reads only what is newer, so that it can be asked before every slice.</summary>
    IAsyncEnumerable<NoticeOptOut> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken);
}

/// <summary>Somebody who wants no notices.</summary>
/// <param name="AddressHash">The hash of the address.</param>
/// <param name="Components">The components; empty for all notices.</param>
/// <param name="At">When it was said.</param>
public sealed record NoticeOptOut(string AddressHash, IReadOnlyList<string> Components, DateTimeOffset At);

/// <summary>The links in every notice.</summary>
public interface INoticeLinks
{
    /// <summary>The page on which somebody says what he wants to hear of; null when our own address is not configured.</summary>
    string? Manage(EmailAddress address);

    /// <summary>The one-click end of all notices (RFC 8058): a POST acts, a GET shows a page; null when our own address is not configured.</summary>
    string? Unsubscribe(EmailAddress address);
}
