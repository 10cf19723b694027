using System.Text.Json;
using System.Text.Json.Serialization;
using SupportPipeline.Intake;
using SupportPipeline.Playbook;
using SupportPipeline.Replies.Courtesy;
using SupportPipeline.Triage;

namespace SupportPipeline.Cases;

/// <summary>The JSON inside case rows.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<Decision>))]
[JsonSerializable(typeof(IReadOnlyList<StoredAttachment>))]
[JsonSerializable(typeof(TriageDocument))]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(IReadOnlyList<CourtesyFindingDocument>))]
internal sealed partial class CaseJson : JsonSerializerContext;
