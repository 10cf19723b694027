using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPipeline.DeadLetters;

/// <summary>A dead letter as staff see it.</summary>
/// <param name="Id">Names it in addresses.</param>
/// <param name="Queue">The queue it comes from.</param>
/// <param name="State"><c>waiting</c>, <c>replayed</c> or <c>discarded</c>.</param>
/// <param name="Reason">Why it could not be processed.</param>
/// <param name="Message">The queue message: a pointer, no content.</param>
/// <param name="Pointers">The ids in it, by name, such as <c>messageId</c> and <c>rawBlob</c>.</param>
/// <param name="FirstFailedAt">When it failed first.</param>
/// <param name="GivenUpAt">When it was given up.</param>
/// <param name="Replays">How often it was put back.</param>
/// <param name="By">Who decided about it.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="Note">What that person wrote about it.</param>
internal sealed record DeadLetterDocument(
    string Id,
    string Queue,
    string State,
    string Reason,
    string Message,
    IReadOnlyDictionary<string, string> Pointers,
    DateTimeOffset FirstFailedAt,
    DateTimeOffset GivenUpAt,
    int Replays,
    string? By,
    DateTimeOffset? DecidedAt,
    string? Note
)
{
    /// <summary>Makes the document of a dead letter.</summary>
    public static DeadLetterDocument Of(DeadLetter letter) =>
        new(
            letter.Id.ToString(),
            letter.Id.Queue,
            letter.State.ToString().ToLowerInvariant(),
            letter.Reason,
            letter.Message,
            PointersOf(letter.Message),
            letter.FirstFailedAt,
            letter.GivenUpAt,
            letter.Replays,
            letter.By,
            letter.DecidedAt,
            letter.Note
        );

    /// <summary>The texts in <c>data</c> of an envelope; none when the message is not one, which may be why it is here.</summary>
    private static Dictionary<string, string> PointersOf(string message)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("data", out var data)
                && data.ValueKind == JsonValueKind.Object
                ? data.EnumerateObject()
                    .Where(member => member.Value.ValueKind == JsonValueKind.String)
                    .DistinctBy(member => member.Name, StringComparer.Ordinal)
                    .ToDictionary(member => member.Name, member => member.Value.GetString()!, StringComparer.Ordinal)
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}

/// <summary>The body of a bulk replay: the ids, or the queue and perhaps the reason.</summary>
internal sealed record ReplayRequest(IReadOnlyList<string>? Ids, string? Queue, string? Reason, int? Limit);

/// <summary>The body of a discard.</summary>
internal sealed record DiscardRequest(string? Reason);

/// <summary>The JSON of requests about dead letters.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ReplayRequest))]
[JsonSerializable(typeof(DiscardRequest))]
internal sealed partial class DeadLetterJson : JsonSerializerContext;
