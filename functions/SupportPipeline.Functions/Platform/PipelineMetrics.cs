using System.Diagnostics.Metrics;

namespace SupportPipeline.Platform;

/// <summary>The measurements of the pipeline, under the meter <c>SupportPipeline</c>.</summary>
public sealed class PipelineMetrics(TimeProvider clock) : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "SupportPipeline";

    private readonly Instruments _instruments = new(new Meter(MeterName));

    /// <summary>A message was stored in its case.</summary>
    /// <param name="receivedAt">When it was received.</param>
    public void CaseStored(DateTimeOffset receivedAt) => _instruments.CaseStored.Record((clock.GetUtcNow() - receivedAt).TotalSeconds);

    /// <summary>An automatic reply was accepted by the mail service.</summary>
    /// <param name="receivedAt">When the message it answers was received.</param>
    public void ReplySent(DateTimeOffset receivedAt) => _instruments.ReplySent.Record((clock.GetUtcNow() - receivedAt).TotalSeconds);

    /// <summary>The embedded analyzer answered for a language service that is configured.</summary>
    /// <param name="reason">A value of <see cref="ReasonCode"/>; null, when nothing went wrong, counts nothing.</param>
    public void TriageFellBack(string? reason)
    {
        if (reason is not null)
        {
            _instruments.TriageFallbacks.Add(1, new KeyValuePair<string, object?>("reason", reason));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _instruments.Meter.Dispose();

    private sealed class Instruments(Meter meter)
    {
        public Meter Meter { get; } = meter;

        public Histogram<double> CaseStored { get; } =
            meter.CreateHistogram<double>(
                "supportpipeline.case.store.duration",
                "s",
                "Time from the receipt of a message until its case was stored."
            );

        public Histogram<double> ReplySent { get; } =
            meter.CreateHistogram<double>(
                "supportpipeline.reply.send.duration",
                "s",
                "Time from the receipt of a message until the mail service accepted the automatic reply to it."
            );

        public Counter<long> TriageFallbacks { get; } =
            meter.CreateCounter<long>(
                "supportpipeline.triage.fallbacks",
                "{message}",
                "Messages that the embedded analyzer answered because the language service did not, by reason."
            );
    }
}
