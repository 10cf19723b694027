using System.Text.Json.Serialization;

namespace SupportPipeline.LocalHost.Spikes;

/// <summary>An alert as a line of JSON.</summary>
/// <param name="Timestamp">When the 60 minutes began that were unusual: for hourly counts the timestamp of their row.</param>
/// <param name="At">When the 60 minutes had ended, and people would be told.</param>
/// <param name="StartedAt">When the event began that this alert is about.</param>
/// <param name="Observed">Mentions in these 60 minutes.</param>
/// <param name="Expected">Mentions that 60 minutes bring when nothing happens.</param>
/// <param name="Factor">How many times as many; null when next to nothing is expected.</param>
/// <param name="Probability">How likely so many or more are when nothing happens.</param>
/// <param name="Severity"><c>unusual</c> or <c>critical</c>.</param>
/// <param name="IsRepeated">Whether people were told of the same event before.</param>
internal sealed record SpikeLine(
    DateTimeOffset Timestamp,
    DateTimeOffset At,
    DateTimeOffset StartedAt,
    int Observed,
    double Expected,
    double? Factor,
    double Probability,
    string Severity,
    bool IsRepeated
);

/// <summary>The JSON of spikes.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SpikeLine))]
internal sealed partial class SpikeLineJson : JsonSerializerContext;
