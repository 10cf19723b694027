using System.Text.Json;
using System.Text.Json.Serialization;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Alerts;

/// <summary>A page of alerts, newest first.</summary>
internal sealed record AlertPage(IReadOnlyList<AlertDocument> Items, string? Next);

/// <summary>An alert as staff see it.</summary>
internal sealed record AlertDocument(
    string Id,
    string Kind,
    string Brand,
    string Severity,
    DateTimeOffset At,
    DateTimeOffset From,
    DateTimeOffset Until,
    string Why,
    double? Observed,
    double? Expected,
    double? Factor,
    int Repeats,
    AlertEvidence Evidence,
    string? NotTold,
    string? AcknowledgedBy,
    DateTimeOffset? AcknowledgedAt,
    IReadOnlyList<AlertDeliveryDocument> Deliveries
)
{
    /// <summary>Of an alert.</summary>
    public static AlertDocument Of(MentionAlert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return new(
            alert.Id,
            KebabCase.NameOf(alert.Kind),
            alert.Brand,
            KebabCase.NameOf(alert.Severity),
            alert.At,
            alert.From,
            alert.Until,
            alert.Why,
            alert.Observed,
            alert.Expected,
            alert is { Observed: { } observed, Expected: > 0.1 and { } expected } ? Math.Round(observed / expected, 1) : null,
            alert.Repeats,
            alert.Evidence,
            alert.NotTold,
            alert.AcknowledgedBy,
            alert.AcknowledgedAt,
            [
                .. alert.Deliveries.Select(delivery => new AlertDeliveryDocument(
                    delivery.Key.Split('-')[0],
                    KebabCase.NameOf(delivery.Value.State),
                    delivery.Value.At,
                    delivery.Value.Tries,
                    delivery.Value.Detail
                )),
            ]
        );
    }
}

/// <summary>How telling one channel went.</summary>
internal sealed record AlertDeliveryDocument(string Channel, string State, DateTimeOffset At, int Tries, string? Detail);

/// <summary>A muting as it is asked for.</summary>
internal sealed record MuteRequest(string? Brand, string? Kind, string? Author, string? Group, DateTimeOffset? Until, string? Why);

/// <summary>A muting as staff see it.</summary>
internal sealed record MuteDocument(
    string Id,
    string? Brand,
    string? Kind,
    string? Author,
    string? Group,
    DateTimeOffset Until,
    string Why,
    string By,
    DateTimeOffset At
)
{
    /// <summary>Of a muting.</summary>
    public static MuteDocument Of(AlertMute mute)
    {
        ArgumentNullException.ThrowIfNull(mute);
        return new(
            mute.Id,
            mute.Brand,
            mute.Kind is { } kind ? KebabCase.NameOf(kind) : null,
            mute.Author,
            mute.Group,
            mute.Until,
            mute.Why,
            mute.By,
            mute.At
        );
    }
}

/// <summary>What is muted.</summary>
internal sealed record MuteList(IReadOnlyList<MuteDocument> Items);

/// <summary>The JSON of alerts over HTTP.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(MuteRequest))]
internal sealed partial class AlertRequestJson : JsonSerializerContext;
