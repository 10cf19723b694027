using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupportPipeline.Triage;

namespace SupportPipeline.LocalHost.Triage;

/// <summary>One line in.</summary>
/// <param name="Id">Comes back as it is.</param>
/// <param name="Text">The customer's own words.</param>
/// <param name="Language">The language when it is known.</param>
internal sealed record TriageRequest(JsonElement Id, string? Text, string? Language);

/// <summary>The JSON of lines in.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TriageRequest))]
internal sealed partial class TriageRequestJson : JsonSerializerContext;

/// <summary>Writes lines out: the document of a triage with the id before it, or what is wrong with a line.</summary>
internal static class TriageLine
{
    public static void Write(Utf8JsonWriter json, JsonElement id, MessageTriage triage)
    {
        json.Reset();
        json.WriteStartObject();
        WriteId(json, id);
        Write(json, TriageDocument.Of(triage));
        json.WriteEndObject();
        json.Flush();
    }

    public static void WriteProblem(Utf8JsonWriter json, JsonElement id, int line, string problem)
    {
        json.Reset();
        json.WriteStartObject();
        WriteId(json, id);
        json.WriteNumber("line", line);
        json.WriteString("error", problem);
        json.WriteEndObject();
        json.Flush();
    }

    private static void WriteId(Utf8JsonWriter json, JsonElement id)
    {
        if (id.ValueKind != JsonValueKind.Undefined)
        {
            // Byte for byte: what cannot be read as text, for example half a surrogate pair, can still be handed back.
            json.WritePropertyName("id");
            json.WriteRawValue(JsonMarshal.GetRawUtf8Value(id), skipInputValidation: true);
        }
    }

    private static void Write(Utf8JsonWriter json, TriageDocument triage)
    {
        json.WriteString("language", triage.Language);
        json.WriteString("sentiment", triage.Sentiment);
        json.WriteStartObject("scores");
        json.WriteNumber("positive", triage.Scores.Positive);
        json.WriteNumber("neutral", triage.Scores.Neutral);
        json.WriteNumber("negative", triage.Scores.Negative);
        json.WriteEndObject();
        json.WriteNumber("intensity", triage.Intensity);
        json.WriteString("intent", triage.Intent);
        json.WriteString("topic", triage.Topic);
        json.WriteString("style", triage.Style);
        json.WriteString("conduct", triage.Conduct);
        json.WriteString("threat", triage.Threat);
        json.WriteNumber("urgency", triage.Urgency);
        if (triage.Complaint is { } complaint)
        {
            json.WriteBoolean("complaint", complaint);
        }
        else
        {
            json.WriteNull("complaint");
        }

        WriteConfidence(json, triage.Confidence);
        WriteEvidence(json, triage.Evidence);
        json.WriteString("engine", triage.Engine);
        if (triage.FallbackReason is { } reason)
        {
            json.WriteString("fallbackReason", reason);
        }
    }

    private static void WriteConfidence(Utf8JsonWriter json, ConfidenceDocument confidence)
    {
        json.WriteStartObject("confidence");
        json.WriteNumber("language", confidence.Language);
        json.WriteNumber("sentiment", confidence.Sentiment);
        json.WriteNumber("intent", confidence.Intent);
        json.WriteNumber("topic", confidence.Topic);
        json.WriteNumber("style", confidence.Style);
        json.WriteNumber("conduct", confidence.Conduct);
        json.WriteNumber("threat", confidence.Threat);
        json.WriteNumber("urgency", confidence.Urgency);
        json.WriteNumber("complaint", confidence.Complaint);
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, IReadOnlyList<EvidenceDocument> evidence)
    {
        json.WriteStartArray("evidence");
        foreach (var found in evidence)
        {
            json.WriteStartObject();
            json.WriteString("dimension", found.Dimension);
            json.WriteString("text", found.Text);
            json.WriteNumber("offset", found.Offset);
            json.WriteNumber("length", found.Length);
            json.WriteString("source", found.Source);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
