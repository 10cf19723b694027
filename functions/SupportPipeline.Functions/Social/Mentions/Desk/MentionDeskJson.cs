using System.Text.Json;
using System.Text.Json.Serialization;
using SupportPipeline.Social.Mentions.Trend;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>The JSON of the stream.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MentionPageDocument))]
[JsonSerializable(typeof(MentionDocument))]
[JsonSerializable(typeof(MentionDetailDocument))]
[JsonSerializable(typeof(MentionTrendDocument))]
[JsonSerializable(typeof(MentionMoodsDocument))]
internal sealed partial class MentionDeskJson : JsonSerializerContext;

/// <summary>A page of the stream.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">The cursor of the next page; null when there is none.</param>
internal sealed record MentionPageDocument(
    IReadOnlyList<MentionDocument> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next
);
