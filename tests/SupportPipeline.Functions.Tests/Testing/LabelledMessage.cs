using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPipeline.Testing;

/// <summary>A message with what a person understood of it; what is null was not judged.</summary>
internal sealed record LabelledMessage
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public required string Id { get; init; }

    public required string Text { get; init; }

    /// <summary>The language; null to have it detected.</summary>
    public string? Language { get; init; }

    public string? Sentiment { get; init; }

    public bool? Complaint { get; init; }

    public string? Intent { get; init; }

    public string? Topic { get; init; }

    public string? Style { get; init; }

    public string? Conduct { get; init; }

    public string? Threat { get; init; }

    /// <summary>Reads JSON Lines.</summary>
    public static List<LabelledMessage> Read(string path) =>
        [
            .. File.ReadLines(path)
                .Where(line => !string.IsNullOrWhiteSpace(line))
                .Select(line => JsonSerializer.Deserialize<LabelledMessage>(line, Json)!),
        ];
}
