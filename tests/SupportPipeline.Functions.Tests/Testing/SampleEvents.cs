using System.Text.Json.Nodes;
using SupportPipeline.Cases;

namespace SupportPipeline.Testing;

/// <summary>Events as SendGrid posts them.</summary>
internal static class SampleEvents
{
    public const long Time = 1_795_166_400;

    public static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(Time);

    /// <summary>One event about a reply.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="name">The event's name.</param>
    /// <param name="seconds">How long after <see cref="Time"/>.</param>
    /// <param name="members">Further members.</param>
    public static JsonObject About(Reply reply, string name, int seconds = 0, params (string Name, JsonNode? Value)[] members)
    {
        var one = new JsonObject
        {
            ["email"] = reply.To.Value,
            ["timestamp"] = Time + seconds,
            ["event"] = name,
            ["smtp-id"] = "<abc@mail.example>",
            ["sg_event_id"] = $"{name}-{seconds}-{reply.Id}",
            ["sg_message_id"] = "LRzXl_NHStOGhQ4kofSm_A.recvd-one-0",
            ["sp_case"] = reply.CaseId.Value,
            ["sp_reply"] = reply.Id,
        };
        foreach (var (member, value) in members)
        {
            one[member] = value;
        }

        return one;
    }

    /// <summary>The body of a request, with SendGrid's line end behind it.</summary>
    public static string Body(params ReadOnlySpan<JsonNode?> events) => new JsonArray([.. events]).ToJsonString() + "\r\n";
}
