namespace SupportPipeline.Outages.Notices;

/// <summary>Who may let a notice go out. Pure.</summary>
public static class NoticeRules
{
    /// <summary>Decides about an approval.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="by">Who approves.</param>
    /// <param name="contentHash">What was looked at.</param>
    /// <param name="breakGlass">Why one person alone may do it this time; null when not asked for.</param>
    /// <param name="threshold">Up to how many recipients one person is enough.</param>
    /// <param name="now">Now.</param>
    public static NoticeVerdict Approve(
        Notice notice,
        string by,
        string? contentHash,
        string? breakGlass,
        int threshold,
        DateTimeOffset now
    ) =>
        notice.State == NoticeState.Freezing
            ? new NoticeVerdict.Refuse(409, "notice-not-frozen", "The audience is still being written down; look again in a moment.")
        : notice.State != NoticeState.AwaitingApproval
            ? new NoticeVerdict.Refuse(409, "notice-not-waiting", "The notice was approved or cancelled before.")
        : notice.SupersededBy is not null
            ? new NoticeVerdict.Refuse(409, NoticeReason.NoticeSuperseded, "A newer notice about the same incident took its place.")
        : now > notice.ValidUntil
            ? new NoticeVerdict.Refuse(409, NoticeReason.NoticeStale, "It is too late for this notice; write a new one.")
        : notice.ContentHash != contentHash
            ? new NoticeVerdict.Refuse(409, "content-changed", "What you looked at is not what would be sent. Look at the preview again.")
        : notice.Count > threshold && SamePerson(notice.Author, by) && string.IsNullOrWhiteSpace(breakGlass)
            ? new NoticeVerdict.Refuse(
                403,
                "second-person-needed",
                $"More than {threshold} people would get this: somebody else has to approve it, or say in breakGlass why it cannot wait."
            )
        : new NoticeVerdict.Change(
            notice with
            {
                State = NoticeState.Sending,
                ApprovedBy = by,
                ApprovedAt = now,
                BreakGlass = notice.Count > threshold && SamePerson(notice.Author, by) ? breakGlass!.Trim() : null,
            }
        );

    /// <summary>Decides about stopping it for good; what was handed to the mail service cannot be called back.</summary>
    public static NoticeVerdict Cancel(Notice notice, DateTimeOffset now) =>
        notice.State switch
        {
            NoticeState.Done => new NoticeVerdict.Refuse(409, "notice-done", "Everybody has been told already."),
            NoticeState.Cancelled => new NoticeVerdict.Same(),
            _ => new NoticeVerdict.Change(
                notice with
                {
                    State = NoticeState.Cancelled,
                    Reason = NoticeReason.NoticeCancelled,
                    EndedAt = now,
                }
            ),
        };

    /// <summary>Decides about stopping it for a while.</summary>
    public static NoticeVerdict Pause(Notice notice) =>
        notice.State switch
        {
            NoticeState.Paused => new NoticeVerdict.Same(),
            NoticeState.Sending => new NoticeVerdict.Change(notice with { State = NoticeState.Paused, Reason = NoticeReason.NoticePaused }),
            _ => new NoticeVerdict.Refuse(409, "notice-not-sending", "Only a notice that is going out can be paused."),
        };

    /// <summary>What becomes of a notice that is going out when something is wrong with it; somebody has to look.</summary>
    public static Notice Stop(Notice notice, string reason, DateTimeOffset now) =>
        notice with
        {
            State = NoticeState.Paused,
            Reason = reason,
            StoppedAt = now,
        };

    /// <summary>Decides about going on.</summary>
    public static NoticeVerdict Resume(Notice notice) =>
        notice.State switch
        {
            NoticeState.Sending => new NoticeVerdict.Same(),
            NoticeState.Paused => new NoticeVerdict.Change(
                notice with
                {
                    State = NoticeState.Sending,
                    IgnoresBounces = notice.IgnoresBounces || notice.Reason == NoticeReason.MailBounced,
                    Reason = null,
                }
            ),
            _ => new NoticeVerdict.Refuse(409, "notice-not-paused", "Only a notice that is paused can go on."),
        };

    private static bool SamePerson(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What becomes of a notice.</summary>
public abstract record NoticeVerdict
{
    private NoticeVerdict() { }

    /// <summary>It changes.</summary>
    public sealed record Change(Notice After) : NoticeVerdict;

    /// <summary>It is so already.</summary>
    public sealed record Same : NoticeVerdict;

    /// <summary>It must not be.</summary>
    public sealed record Refuse(int Status, string Reason, string Detail) : NoticeVerdict;
}
