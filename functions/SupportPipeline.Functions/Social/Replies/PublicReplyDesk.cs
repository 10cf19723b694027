using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Cases.Agents;
using SupportPipeline.Platform;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Mentions.Desk;

namespace SupportPipeline.Social.Replies;

/// <summary>Takes a request about an answer to a mention: role, body, the act, what is to be known about the text.</summary>
public sealed class PublicReplyDesk(MentionWork work, AgentRequestReader requests, ReplyLooking looking, IdSource ids, QueueSender queue)
{
    private static readonly StaffRole[] s_writers = [StaffRole.Marketing, StaffRole.Agent];
    private static readonly StaffRole[] s_approvers = [StaffRole.Approver, StaffRole.Marketing, StaffRole.Agent];

    /// <summary>What can be said of a text before it is kept.</summary>
    internal Task<IResult> CheckAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        ActAsync(
            request,
            id,
            ReplyRequestJson.Default.WriteReplyRequest,
            s_writers,
            (_, _, _) => new MentionVerdict.Nothing(),
            (history, asked, who) => AnswerOf(history, null, PublicReplyActs.TextOf(asked.Text), asked.Private, asked.Language, who),
            cancellationToken
        );

    /// <summary>Keeps a draft.</summary>
    internal Task<IResult> WriteAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var replyId = ids.Next().Value;
        return ActAsync(
            request,
            id,
            ReplyRequestJson.Default.WriteReplyRequest,
            s_writers,
            (history, asked, who) => PublicReplyActs.Draft(history, asked, replyId, who, looking.Options),
            (history, asked, who) => AnswerOf(history, replyId, PublicReplyActs.TextOf(asked.Text), asked.Private, asked.Language, who),
            cancellationToken
        );
    }

    /// <summary>Writes a draft anew.</summary>
    internal Task<IResult> UpdateAsync(HttpRequest request, string id, string replyId, CancellationToken cancellationToken) =>
        ActAsync(
            request,
            id,
            ReplyRequestJson.Default.WriteReplyRequest,
            s_writers,
            (history, asked, who) => PublicReplyActs.Update(history, replyId, asked, who, looking.Options),
            (history, asked, who) => AnswerOf(history, replyId, PublicReplyActs.TextOf(asked.Text), asked.Private, asked.Language, who),
            cancellationToken
        );

    /// <summary>Throws a draft away.</summary>
    internal Task<IResult> DiscardAsync(HttpRequest request, string id, string replyId, CancellationToken cancellationToken) =>
        ActAsync(
            request,
            id,
            MentionRequestJson.Default.MentionNoteRequest,
            s_approvers,
            (history, asked, who) => PublicReplyActs.Discard(history, replyId, asked, who),
            (history, _, who) => AnswerOf(history, replyId, null, false, null, who),
            cancellationToken
        );

    /// <summary>Lets an answer out. It is announced before the approval is stored: who dies in between leaves a word about an answer that is not approved.</summary>
    internal async Task<IResult> ApproveAsync(HttpRequest request, string id, string replyId, CancellationToken cancellationToken)
    {
        var due = new PublicReplyDue(id, replyId);
        if (MentionId.TryParse(id, out _) && TimeOrderedId.TryParse(replyId, out _) && requests.Refuse(request, s_approvers) is null)
        {
            await queue.SendAsync(due, TimeSpan.FromSeconds(looking.Options.LookAgainSeconds), cancellationToken);
        }

        var isApproved = false;
        var result = await ActAsync(
            request,
            id,
            ReplyRequestJson.Default.ApproveReplyRequest,
            s_approvers,
            (history, asked, who) =>
            {
                var verdict = PublicReplyActs.Approve(history, replyId, asked, who, looking.Options);
                isApproved = verdict is not MentionVerdict.Refuse;
                return verdict;
            },
            (history, _, who) => AnswerOf(history, replyId, null, false, null, who),
            cancellationToken
        );
        if (isApproved)
        {
            await queue.SendAsync(due, null, cancellationToken);
        }

        return result;
    }

    /// <summary>Says what became of an answer of which nobody knows.</summary>
    internal Task<IResult> ResolveAsync(HttpRequest request, string id, string replyId, CancellationToken cancellationToken) =>
        ActAsync(
            request,
            id,
            ReplyRequestJson.Default.ResolveReplyRequest,
            s_approvers,
            (history, asked, who) => PublicReplyActs.Resolve(history, replyId, asked, who),
            (history, _, who) => AnswerOf(history, replyId, null, false, null, who),
            cancellationToken
        );

    /// <summary>What could be answered, in the short form of its platform.</summary>
    internal async Task<IResult> SuggestAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (requests.Refuse(request, s_writers) is { } refusal)
        {
            return refusal;
        }

        if (!MentionId.TryParse(id, out var mentionId) || await work.LoadAsync(mentionId, cancellationToken) is not { } history)
        {
            return MentionReading.NoMention();
        }

        var now = ids.Next().CreatedAt;
        var suggestion = await looking.SuggestAsync(history.Mention, now, cancellationToken);
        var check = ReplyCheck.Of(history.Mention, suggestion.Text, false, now, looking.Options);
        return Results.Json(
            new SuggestionDocument(
                suggestion.Scenario,
                suggestion.Language,
                suggestion.Text,
                check.Length,
                check.Limit,
                check.Errors,
                check.Warnings,
                check.OpenThere is null ? null : history.Mention.Post.Url
            ),
            PublicReplyJson.Default.SuggestionDocument
        );
    }

    private async Task<IResult> ActAsync<T>(
        HttpRequest request,
        string id,
        JsonTypeInfo<T> type,
        StaffRole[] roles,
        Func<MentionHistory, T, AgentAct, MentionVerdict> act,
        Func<MentionHistory, T, AgentAct, PublicReplyAnswer> answer,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var (asked, who, problem) = await requests.ReadAsync(request, type, roles, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (
            !MentionId.TryParse(id, out var mentionId)
            || await work.ChangeAsync(mentionId, history => act(history, asked!, who!), cancellationToken) is not { } result
        )
        {
            return MentionReading.NoMention();
        }

        request.HttpContext.Response.Headers.ETag = MentionReading.ETag(result.History.Mention);
        return result.Verdict is MentionVerdict.Refuse refusal
            ? Problems.Of(refusal.Status, refusal.Reason, refusal.Detail, refusal.More)
            : Results.Json(answer(result.History, asked!, who!), PublicReplyJson.Default.PublicReplyAnswer);
    }

    private PublicReplyAnswer AnswerOf(
        MentionHistory history,
        string? replyId,
        string? text,
        bool isPrivate,
        string? language,
        AgentAct who
    )
    {
        var reply = replyId is null ? null : PublicReplyActs.Of(history, replyId);
        var looked = reply?.Text ?? text ?? "";
        var besides = PublicReplyActs.Others(history, reply?.Id);
        var check = ReplyCheck.Of(history.Mention, looked, reply?.IsPrivate ?? isPrivate, who.At, looking.Options, besides);
        var waiting = besides.Count(other => other.State == PublicReplyState.Drafted);
        ReplyRemark[] others = waiting == 0 ? [] : [new("other-draft-waits", "Another answer to this mention waits already.")];
        return new(
            reply is null ? null : MentionReplyDocument.Of(reply),
            check.Length,
            check.Limit,
            check.WindowEnds,
            check.Errors,
            [.. check.Warnings, .. others],
            check.OpenThere is null ? null : history.Mention.Post.Url,
            looking.FindingsOf(looked, language ?? history.Mention.Triage.Language, check.Limit)
        );
    }
}
