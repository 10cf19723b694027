using System.Globalization;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Shows the stream and its mentions.</summary>
public sealed class MentionReading(
    MentionStore mentions,
    MentionPages pages,
    MentionSearchDesk searches,
    StaffPrincipal staff,
    TimeProvider clock
)
{
    private const int MaxCopies = 50;
    private const int MaxSameAuthor = 10;

    /// <summary>Null when the caller may read the stream: marketing, and agents, whose cases lead to it.</summary>
    internal IResult? Refuse(HttpRequest request) => staff.Refuse(request, StaffRole.Marketing, StaffRole.Agent);

    /// <summary>Answers <see cref="ListMentions"/>.</summary>
    internal async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } refusal)
        {
            return refusal;
        }

        var (query, problem) = await searches.ReadAsync(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var page = await pages.ReadAsync(query!.Filter, query.Before, query.Limit, cancellationToken);
        var now = clock.GetUtcNow();
        var items = page.Mentions.Select(stored => MentionDocument.Of(stored.Mention, now));
        return Results.Json(
            new MentionPageDocument([.. items], MentionQuery.CursorOf(page.Next)),
            MentionDeskJson.Default.MentionPageDocument
        );
    }

    /// <summary>Answers <see cref="ReadMention"/>.</summary>
    internal async Task<IResult> ReadAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (Refuse(request) is { } refusal)
        {
            return refusal;
        }

        return MentionId.TryParse(id, out var mentionId) && await mentions.LoadHistoryAsync(mentionId, cancellationToken) is { } history
            ? await AnswerAsync(request, history, cancellationToken)
            : NoMention();
    }

    /// <summary>The mention, with its version as <c>ETag</c>.</summary>
    internal async Task<IResult> AnswerAsync(HttpRequest request, MentionHistory history, CancellationToken cancellationToken)
    {
        var (mention, now) = (history.Mention, clock.GetUtcNow());
        var copies = await pages.CopiesAsync(mention, MaxCopies, cancellationToken);
        var sameAuthor = await pages.OfAuthorAsync(mention, MaxSameAuthor, cancellationToken);
        request.HttpContext.Response.Headers.ETag = ETag(mention);
        var document = new MentionDetailDocument
        {
            Mention = MentionDocument.Of(mention, now),
            Triage = mention.Triage,
            Metrics = mention.Post.Metrics,
            Tags = mention.Post.Tags,
            Rating = mention.Post.Rating,
            InReplyTo = mention.Post.InReplyTo,
            ConversationId = mention.Post.ConversationId,
            CopyList = [.. copies.Select(copy => MentionDocument.Of(copy.Mention, now))],
            SameAuthor = [.. sameAuthor.Select(other => MentionDocument.Of(other.Mention, now))],
            Timeline = [.. history.Entries.Select(MentionEntryDocument.Of)],
            Replies = [.. history.Replies.Select(MentionReplyDocument.Of)],
            Acts = MentionActs.Possible(mention),
        };
        return Results.Json(document, MentionDeskJson.Default.MentionDetailDocument);
    }

    /// <summary>There is no such mention.</summary>
    internal static IResult NoMention() =>
        Problems.Of(StatusCodes.Status404NotFound, "mention-not-found", "There is no mention with this id.");

    /// <summary>The version as a header.</summary>
    internal static string ETag(Mention mention) => string.Create(CultureInfo.InvariantCulture, $"\"{mention.Version}\"");
}
