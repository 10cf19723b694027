using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPipeline.Social.Replies;

/// <summary>An answer as somebody writes it.</summary>
/// <param name="Text">What is to be posted.</param>
/// <param name="Private">Whether only the author is to see it.</param>
/// <param name="Language">The language it is in; that of the mention when left out.</param>
internal sealed record WriteReplyRequest(string? Text, bool Private, string? Language);

/// <summary>An approval.</summary>
/// <param name="Text">The text that was looked at.</param>
internal sealed record ApproveReplyRequest(string? Text);

/// <summary>What became of an answer.</summary>
/// <param name="Posted">Whether it is on the platform.</param>
internal sealed record ResolveReplyRequest(bool? Posted);

/// <summary>The JSON of requests about answers.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(WriteReplyRequest))]
[JsonSerializable(typeof(ApproveReplyRequest))]
[JsonSerializable(typeof(ResolveReplyRequest))]
internal sealed partial class ReplyRequestJson : JsonSerializerContext;
