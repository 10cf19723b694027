using System.Text.Json.Serialization;
using SupportPipeline.Outages.Audience;

namespace SupportPipeline.Outages.Notices;

/// <summary>The JSON of what a notice keeps outside of table columns.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(AudienceRule))]
[JsonSerializable(typeof(IReadOnlyList<NoticeRecipient>))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, NoticeText>))]
[JsonSerializable(typeof(IReadOnlyDictionary<int, string>))]
internal sealed partial class NoticeJson : JsonSerializerContext;
