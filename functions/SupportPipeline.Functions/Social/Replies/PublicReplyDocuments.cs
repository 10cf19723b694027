using System.Text.Json;
using System.Text.Json.Serialization;
using SupportPipeline.Replies.Courtesy;
using SupportPipeline.Social.Mentions.Desk;

namespace SupportPipeline.Social.Replies;

/// <summary>An answer and what is to be known about its text.</summary>
/// <param name="Reply">The answer; null when a text was only checked.</param>
/// <param name="Length">How long the text is, as the platform counts.</param>
/// <param name="Limit">The limit; null where the platform states none.</param>
/// <param name="WindowEnds">Until when the author can be written to alone.</param>
/// <param name="Errors">Why it cannot go out.</param>
/// <param name="Warnings">What to think of before it does.</param>
/// <param name="OpenThere">Where to answer when it cannot be done by API.</param>
/// <param name="Courtesy">What the courtesy check found; nothing in a language that it does not know.</param>
internal sealed record PublicReplyAnswer(
    MentionReplyDocument? Reply,
    int Length,
    int? Limit,
    DateTimeOffset? WindowEnds,
    IReadOnlyList<ReplyRemark> Errors,
    IReadOnlyList<ReplyRemark> Warnings,
    Uri? OpenThere,
    IReadOnlyList<CourtesyFindingDocument> Courtesy
);

/// <summary>An answer that could be given.</summary>
/// <param name="Scenario">The template it was made of.</param>
/// <param name="Language">Its language.</param>
/// <param name="Text">The words; what only a person knows stands in double brackets.</param>
/// <param name="Length">How long it is, as the platform counts.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Errors">Why it could not go out.</param>
/// <param name="Warnings">What to think of before it does.</param>
/// <param name="OpenThere">Where to answer when it cannot be done by API.</param>
internal sealed record SuggestionDocument(
    string Scenario,
    string Language,
    string Text,
    int Length,
    int? Limit,
    IReadOnlyList<ReplyRemark> Errors,
    IReadOnlyList<ReplyRemark> Warnings,
    Uri? OpenThere
);

/// <summary>The JSON of answers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PublicReplyAnswer))]
[JsonSerializable(typeof(SuggestionDocument))]
internal sealed partial class PublicReplyJson : JsonSerializerContext;
