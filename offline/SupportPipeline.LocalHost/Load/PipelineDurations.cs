using System.Diagnostics.Metrics;

namespace SupportPipeline.LocalHost.Load;

/// <summary>Collects what the product itself measures, from the receipt of a mail, in seconds.</summary>
internal sealed class PipelineDurations : IDisposable
{
    public const string MeterName = "SupportPipeline";
    public const string StoredName = "supportpipeline.case.store.duration";
    public const string SentName = "supportpipeline.reply.send.duration";

    private readonly Lock _gate = new();
    private readonly List<double> _stored = [];
    private readonly List<double> _sent = [];
    private readonly MeterListener _listener = new();

    public PipelineDurations()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            var seconds =
                instrument.Meter.Name != MeterName ? null
                : instrument.Name == StoredName ? _stored
                : instrument.Name == SentName ? _sent
                : null;
            if (seconds is not null)
            {
                listener.EnableMeasurementEvents(instrument, seconds);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, _, state) => Add((List<double>)state!, seconds));
        _listener.Start();
    }

    public Percentiles TimeToStoredCase => Snapshot(_stored);

    public Percentiles TimeToSentReply => Snapshot(_sent);

    public void Dispose() => _listener.Dispose();

    private void Add(List<double> durations, double seconds)
    {
        lock (_gate)
        {
            durations.Add(seconds);
        }
    }

    private Percentiles Snapshot(List<double> durations)
    {
        lock (_gate)
        {
            return Percentiles.Of(durations);
        }
    }
}
