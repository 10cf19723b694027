using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Cases.Agents;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>
/// Takes marketing's request to a mention: role, body, collision guard, the act, the answer. <c>If-Match</c> and <c>Idempotency-Key</c> work as for cases.
/// Whoever acts while somebody else is writing an answer is told so in the header <c>Mention-Writer</c>.
/// </summary>
public sealed class MentionDesk(MentionWork work, MentionReading reading, AgentRequestReader requests)
{
    /// <summary>Who writes an answer while somebody else acts.</summary>
    internal const string WriterHeader = "Mention-Writer";

    /// <summary>How many copies an act took along.</summary>
    internal const string CopiesHeader = "Mention-Copies-Changed";

    /// <summary>Handles one request.</summary>
    /// <param name="request">The request; with <c>copies=true</c> the act is done to the copies as well.</param>
    /// <param name="id">The mention.</param>
    /// <param name="type">The body.</param>
    /// <param name="act">Decides.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    internal async Task<IResult> ActAsync<T>(
        HttpRequest request,
        string id,
        JsonTypeInfo<T> type,
        Func<MentionHistory, T, AgentAct, MentionVerdict> act,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var (asked, who, problem) = await ReadAsync(request, type, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (
            !MentionId.TryParse(id, out var mentionId)
            || await work.ChangeAsync(
                mentionId,
                history => MentionActs.Guard(history, who!) ?? act(history, asked!, who!),
                cancellationToken
            )
                is not { } result
        )
        {
            return MentionReading.NoMention();
        }

        if (result.Verdict is not MentionVerdict.Refuse && request.Query["copies"] == "true")
        {
            var forCopies = who! with { SeenVersion = null };
            var (changed, areMore) = await work.ChangeCopiesAsync(
                result.History.Mention,
                history => MentionActs.Guard(history, forCopies) ?? act(history, asked!, forCopies),
                cancellationToken
            );
            request.HttpContext.Response.Headers[CopiesHeader] = changed.ToString(CultureInfo.InvariantCulture) + (areMore ? "; more" : "");
        }

        return await AnswerAsync(request, result, who!, cancellationToken);
    }

    /// <summary>Who asks, and for what; or the answer to give.</summary>
    internal Task<(T? Asked, AgentAct? Who, IResult? Problem)> ReadAsync<T>(
        HttpRequest request,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
        where T : class => requests.ReadAsync(request, type, [StaffRole.Marketing], cancellationToken);

    /// <summary>Answers with the mention as it stands, or why it could not be done.</summary>
    internal Task<IResult> AnswerAsync(
        HttpRequest request,
        (MentionVerdict Verdict, MentionHistory History) result,
        AgentAct who,
        CancellationToken cancellationToken
    )
    {
        var headers = request.HttpContext.Response.Headers;
        if (MentionActs.OtherWriter(result.History.Mention, who) is { } writer)
        {
            headers[WriterHeader] = Uri.EscapeDataString(writer.By);
        }

        if (result.Verdict is MentionVerdict.Refuse refusal)
        {
            headers.ETag = MentionReading.ETag(result.History.Mention);
            return Task.FromResult(Problems.Of(refusal.Status, refusal.Reason, refusal.Detail, refusal.More));
        }

        return reading.AnswerAsync(request, result.History, cancellationToken);
    }
}
