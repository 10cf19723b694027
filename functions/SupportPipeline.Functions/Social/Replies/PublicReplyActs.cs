using Microsoft.AspNetCore.Http;
using SupportPipeline.Cases.Agents;
using SupportPipeline.Platform;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Mentions.Desk;

namespace SupportPipeline.Social.Replies;

/// <summary>What people do with answers. Pure: each act decides from the mention, the answers to it, what was asked and by whom.</summary>
internal static class PublicReplyActs
{
    /// <summary>Writes an answer that waits for approval.</summary>
    /// <param name="history">The mention.</param>
    /// <param name="asked">The text.</param>
    /// <param name="replyId">The id of the new answer.</param>
    /// <param name="who">Who writes.</param>
    /// <param name="options">Limits and credentials.</param>
    public static MentionVerdict Draft(
        MentionHistory history,
        WriteReplyRequest asked,
        string replyId,
        AgentAct who,
        PublicRepliesOptions options
    )
    {
        if (MentionActs.Guard(history, who) is { } verdict)
        {
            return verdict;
        }

        var text = TextOf(asked.Text);
        return Refuse(history, replyId, text, asked.Private, who.At, options)
            ?? Change(
                history,
                who,
                "reply-drafted",
                new()
                {
                    Id = replyId,
                    Text = text,
                    IsPrivate = asked.Private,
                    By = who.By,
                    At = who.At,
                }
            );
    }

    /// <summary>Writes a waiting answer anew; it then is the answer of whoever did that, and an approval counts no more.</summary>
    public static MentionVerdict Update(
        MentionHistory history,
        string replyId,
        WriteReplyRequest asked,
        AgentAct who,
        PublicRepliesOptions options
    )
    {
        var text = TextOf(asked.Text);
        return MentionActs.Guard(history, who)
            ?? NotWaiting(history, replyId)
            ?? Refuse(history, replyId, text, asked.Private, who.At, options)
            ?? Change(
                history,
                who,
                "reply-changed",
                Of(history, replyId)! with
                {
                    Text = text,
                    IsPrivate = asked.Private,
                    By = who.By,
                    At = who.At,
                }
            );
    }

    /// <summary>Lets an answer out. The request holds the text that was looked at; nothing else is let out.</summary>
    public static MentionVerdict Approve(
        MentionHistory history,
        string replyId,
        ApproveReplyRequest asked,
        AgentAct who,
        PublicRepliesOptions options
    )
    {
        if (MentionActs.Guard(history, who) is { } verdict)
        {
            return verdict;
        }

        if (NotWaiting(history, replyId) is { } refusal)
        {
            return Of(history, replyId) is { State: PublicReplyState.Approved } approved && approved.Text == asked.Text
                ? new MentionVerdict.Nothing()
                : refusal;
        }

        var reply = Of(history, replyId)!;
        return reply.Text != asked.Text
                ? Conflict(
                    "reply-changed",
                    "The answer is not the one you looked at. Look at it again.",
                    new(StringComparer.Ordinal) { ["text"] = reply.Text }
                )
            : options.RequireSecondPerson && reply.By == who.By
                ? new MentionVerdict.Refuse(
                    StatusCodes.Status403Forbidden,
                    "second-person-needed",
                    "Somebody else has to approve what you wrote."
                )
            : Refuse(history, replyId, reply.Text, reply.IsPrivate, who.At, options)
                ?? Change(
                    history,
                    who,
                    "reply-approved",
                    reply with
                    {
                        State = PublicReplyState.Approved,
                        ApprovedBy = who.By,
                        ApprovedAt = who.At,
                    }
                );
    }

    /// <summary>Throws a waiting answer away.</summary>
    public static MentionVerdict Discard(MentionHistory history, string replyId, MentionNoteRequest asked, AgentAct who) =>
        MentionActs.Guard(history, who)
        ?? (Of(history, replyId) is { State: PublicReplyState.Discarded } ? new MentionVerdict.Nothing() : null)
        ?? NotWaiting(history, replyId)
        ?? Change(history, who, "reply-discarded", Of(history, replyId)! with { State = PublicReplyState.Discarded }, asked.Note);

    /// <summary>Says what became of an answer whose posting nobody knows the end of, after looking on the platform.</summary>
    public static MentionVerdict Resolve(MentionHistory history, string replyId, ResolveReplyRequest asked, AgentAct who)
    {
        if (MentionActs.Guard(history, who) is { } verdict)
        {
            return verdict;
        }

        if (Of(history, replyId) is not { } reply)
        {
            return NoReply();
        }

        return reply.State != PublicReplyState.Unknown ? Conflict("reply-not-unknown", "What became of the answer is known.", [])
            : asked.Posted is not { } posted
                ? new MentionVerdict.Refuse(StatusCodes.Status400BadRequest, "posted-missing", "posted is true or false.")
            : posted ? Change(history, who, "reply-posted", reply with { State = PublicReplyState.Sent, SentAt = who.At })
            : Change(
                history,
                who,
                "reply-not-posted",
                reply with
                {
                    State = PublicReplyState.Drafted,
                    ApprovedBy = null,
                    ApprovedAt = null,
                    ClaimedUntil = null,
                }
            );
    }

    /// <summary>An answer; null when there is none.</summary>
    public static PublicReply? Of(MentionHistory history, string replyId) => history.Replies.FirstOrDefault(reply => reply.Id == replyId);

    /// <summary>The answers besides one.</summary>
    public static IEnumerable<PublicReply> Others(MentionHistory history, string? replyId) =>
        history.Replies.Where(reply => reply.Id != replyId);

    /// <summary>A text as it is posted.</summary>
    public static string TextOf(string? text) => StoredText.Clean(text ?? "", AgentAct.MaxTextLength).Trim();

    private static MentionVerdict.Refuse? Refuse(
        MentionHistory history,
        string replyId,
        string text,
        bool isPrivate,
        DateTimeOffset now,
        PublicRepliesOptions options
    )
    {
        var check = ReplyCheck.Of(history.Mention, text, isPrivate, now, options, Others(history, replyId));
        return check.Errors.Count == 0
            ? null
            : new(StatusCodes.Status422UnprocessableEntity, check.Errors[0].Reason, check.Errors[0].Detail)
            {
                More = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["reasons"] = check.Errors.Select(error => error.Reason).ToList(),
                    ["length"] = check.Length,
                    ["limit"] = check.Limit,
                    ["openThere"] = check.OpenThere is null ? null : history.Mention.Post.Url,
                },
            };
    }

    private static MentionVerdict.Refuse? NotWaiting(MentionHistory history, string replyId) =>
        Of(history, replyId) is not { } reply ? NoReply()
        : reply.State == PublicReplyState.Drafted ? null
        : Conflict(
            "reply-not-waiting",
            "The answer does not wait for approval.",
            new(StringComparer.Ordinal) { ["state"] = KebabCase.NameOf(reply.State) }
        );

    private static MentionVerdict.Refuse NoReply() =>
        new(StatusCodes.Status404NotFound, "reply-not-found", "There is no answer with this id.");

    private static MentionVerdict.Refuse Conflict(string reason, string detail, Dictionary<string, object?> more) =>
        new(StatusCodes.Status409Conflict, reason, detail) { More = more };

    private static MentionVerdict Change(MentionHistory history, AgentAct who, string kind, PublicReply reply, string? note = null)
    {
        var before = history.Mention;
        var version = before.Version + 1;
        var isSent = reply.State == PublicReplyState.Sent;
        var after = before with
        {
            Version = version,
            Writer = before.Writer?.By == who.By ? null : before.Writer,
            State = isSent && before.State != MentionState.Converted ? MentionState.Answered : before.State,
            AnsweredAt = isSent ? before.AnsweredAt ?? who.At : before.AnsweredAt,
        };
        var said = AgentAct.IsBlank(note) ? reply.Id : $"{reply.Id}: {StoredText.Clean(note!, AgentAct.MaxTextLength)}";
        var entry = new MentionEntry(
            MentionEntry.KeyOf(who.At, $"{kind}:{version}:{who.Key}"),
            who.At,
            kind,
            ReasonCode.ByAgent,
            who.By,
            said
        );
        return new MentionVerdict.Apply(new(history.Stored, after) { Entries = [entry], Replies = [reply] });
    }
}
