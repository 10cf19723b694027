using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Who is to look after a mention.</summary>
/// <param name="To"><c>me</c>, a name as signed in, or null for nobody.</param>
/// <param name="Note">Why.</param>
internal sealed record AssignMentionRequest(string? To, string? Note);

/// <summary>Why a mention needs nothing.</summary>
/// <param name="Reason">One of <see cref="IgnoreReasons"/>.</param>
/// <param name="Note">More about it.</param>
internal sealed record IgnoreMentionRequest(string? Reason, string? Note);

/// <summary>A note, or an act that needs nothing but may have one.</summary>
internal sealed record MentionNoteRequest(string? Note);

/// <summary>Who is writing an answer.</summary>
/// <param name="Stop">Whether they have stopped.</param>
internal sealed record MentionWritingRequest(bool Stop);

/// <summary>Why mentions need nothing: the closed list.</summary>
internal static class IgnoreReasons
{
    /// <summary>The list.</summary>
    public static IReadOnlyList<string> All { get; } = ["spam", "not-about-us", "no-answer-needed", "handled-elsewhere"];
}

/// <summary>The JSON of requests about mentions.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AssignMentionRequest))]
[JsonSerializable(typeof(IgnoreMentionRequest))]
[JsonSerializable(typeof(MentionNoteRequest))]
[JsonSerializable(typeof(MentionWritingRequest))]
internal sealed partial class MentionRequestJson : JsonSerializerContext;
