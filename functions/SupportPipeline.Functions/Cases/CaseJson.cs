using System.Text.Json;
using System.Text.Json.Serialization;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Replies.Courtesy;
using SupportPipeline.Triage;

namespace SupportPipeline.Cases;

/// <summary>The JSON inside case rows.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    Converters = [typeof(TimeOrderedIdJson)]
)]
[JsonSerializable(typeof(IReadOnlyList<Decision>))]
[JsonSerializable(typeof(IReadOnlyList<StoredAttachment>))]
[JsonSerializable(typeof(TriageDocument))]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(IReadOnlyList<CourtesyFindingDocument>))]
[JsonSerializable(typeof(IReadOnlyList<CaseFollowUp>))]
[JsonSerializable(typeof(IReadOnlyList<MergedCase>))]
[JsonSerializable(typeof(SetAside))]
[JsonSerializable(typeof(IReadOnlyList<SplitCase>))]
internal sealed partial class CaseJson : JsonSerializerContext;

/// <summary>Ids as text.</summary>
internal sealed class TimeOrderedIdJson : JsonConverter<TimeOrderedId>
{
    /// <inheritdoc/>
    public override TimeOrderedId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeOrderedId.Parse(reader.GetString() ?? "");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, TimeOrderedId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
