namespace SupportPipeline.LocalHost.Sink;

/// <summary>What becomes of a mail, by what the recipient's local part begins with: <c>bounce+anything@example.org</c> bounces. Everybody else's is delivered.</summary>
internal static class DeliveryEventScript
{
    private static readonly Dictionary<string, ScriptedEvent[]> ByAddress = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bounce"] =
        [
            Processed,
            new("bounce")
            {
                Type = "bounce",
                Status = "5.1.1",
                Reason = "550 5.1.1 no such user here",
                Classification = "Invalid Address",
            },
        ],
        ["blocked"] =
        [
            Processed,
            new("bounce")
            {
                Type = "blocked",
                Status = "5.7.1",
                Reason = "550 5.7.1 refused by policy",
                Classification = "Reputation",
            },
        ],
        ["dropped"] = [new("dropped") { Status = "5.0.0", Reason = "Bounced Address" }],
        ["deferred"] = [Processed, new("deferred") { Response = "451 4.7.1 please come back later" }, Delivered],
        ["spamreport"] = [Processed, Delivered, new("spamreport")],
        ["unsubscribe"] = [Processed, Delivered, new("unsubscribe")],
    };

    private static readonly ScriptedEvent[] Usual = [Processed, Delivered];

    private static ScriptedEvent Processed => new("processed");

    private static ScriptedEvent Delivered => new("delivered") { Response = "250 2.0.0 OK" };

    /// <summary>The events of a mail, in order.</summary>
    public static IReadOnlyList<ScriptedEvent> For(string address)
    {
        var plus = address.IndexOf('+', StringComparison.Ordinal);
        return plus > 0 && ByAddress.TryGetValue(address[..plus], out var events) ? events : Usual;
    }
}

/// <summary>One event.</summary>
internal sealed record ScriptedEvent(string Name)
{
    public string? Type { get; init; }

    public string? Status { get; init; }

    public string? Reason { get; init; }

    public string? Response { get; init; }

    public string? Classification { get; init; }
}
