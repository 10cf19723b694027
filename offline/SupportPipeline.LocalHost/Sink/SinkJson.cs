using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPipeline.LocalHost.Sink;

/// <summary>How the sink writes JSON: its answers and the file it keeps the mails in.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SinkMail))]
[JsonSerializable(typeof(IReadOnlyList<SinkMail>))]
[JsonSerializable(typeof(SendGridErrors))]
internal sealed partial class SinkJson : JsonSerializerContext
{
    /// <summary>Leaves Chinese and Russian legible: these documents are read by people and never put into a page.</summary>
    public static SinkJson Legible { get; } =
        new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
