using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SupportPipeline.Outages.Notices;

/// <summary>What staff do with a notice.</summary>
public sealed partial class NoticeActs(
    NoticeStore notices,
    NoticeHistory history,
    NoticeStarting starting,
    IOptions<NoticesOptions> options,
    ILogger<NoticeActs> logger
)
{
    private const int MaxTries = 10;

    /// <summary>Keeps a notice and has its audience frozen; the same again changes nothing.</summary>
    /// <returns>The notice; null when another one has its id.</returns>
    public async Task<Notice?> CreateAsync(DraftedNotice draft, CancellationToken cancellationToken)
    {
        var (stored, _) = await notices.AddAsync(draft.Notice, draft.Texts, cancellationToken);
        if (stored.Notice.TextHash != draft.Notice.TextHash)
        {
            return null;
        }

        if (stored.Notice.State == NoticeState.Freezing)
        {
            await starting.FreezeAsync(stored.Notice, cancellationToken);
        }

        return stored.Notice;
    }

    /// <summary>Lets a notice go out. Earlier ones about the incident tell nobody more.</summary>
    public async Task<(Notice? Notice, NoticeVerdict.Refuse? Problem)> ApproveAsync(
        StoredNotice notice,
        string by,
        NoticeActRequest asked,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var threshold = options.Value.ApprovalThreshold;
        var result = await ChangeAsync(
            notice,
            current => NoticeRules.Approve(current, by, asked.ContentHash, asked.BreakGlass, threshold, now),
            cancellationToken
        );
        if (result.Notice is { } approved)
        {
            if (approved.BreakGlass is not null)
            {
                Log.BrokeGlass(logger, approved.Id, approved.IncidentId, approved.Count);
            }

            await history.StopEarlierAsync(approved.IncidentId, approved.Id, cancellationToken);
            await starting.StartAsync(approved, cancellationToken);
        }

        return result;
    }

    /// <summary>Changes a notice; when it goes on, its slices are announced again.</summary>
    public async Task<(Notice? Notice, NoticeVerdict.Refuse? Problem)> ChangeAsync(
        StoredNotice notice,
        Func<Notice, NoticeVerdict> decide,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            switch (decide(notice.Notice))
            {
                case NoticeVerdict.Refuse refuse:
                    return (null, refuse);
                case NoticeVerdict.Same:
                    return (notice.Notice, null);
                case NoticeVerdict.Change change:
                    if (await notices.TryReplaceAsync(notice, change.After, cancellationToken) is { } changed)
                    {
                        return (changed.Notice, null);
                    }

                    break;
                default:
                    throw new InvalidOperationException("A verdict nobody has thought of.");
            }

            notice = (await notices.FindAsync(notice.Notice.IncidentId, notice.Notice.Id, cancellationToken))!;
        }

        return (null, new(503, "notice-busy", "Too many change this notice just now. Please send it again."));
    }

    /// <summary>Lets a notice go on.</summary>
    public async Task<(Notice? Notice, NoticeVerdict.Refuse? Problem)> ResumeAsync(StoredNotice notice, CancellationToken cancellationToken)
    {
        var result = await ChangeAsync(notice, NoticeRules.Resume, cancellationToken);
        if (result.Notice is { } resumed)
        {
            await starting.StartAsync(resumed, cancellationToken);
        }

        return result;
    }

    private static partial class Log
    {
        [LoggerMessage(
            501,
            LogLevel.Warning,
            "Notice {NoticeId} of incident {IncidentId} goes to {Count} recipients on the word of one person."
        )]
        public static partial void BrokeGlass(ILogger logger, string noticeId, string incidentId, int count);
    }
}
