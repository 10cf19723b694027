using System.Diagnostics;
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

    /// <summary>A message became a dead letter.</summary>
    /// <param name="queue">The queue it was in.</param>
    public void DeadLetterKept(string queue) => _instruments.DeadLetters.Add(1, Destination(queue));

    /// <summary>A promise to a customer was missed.</summary>
    public void PromiseMissed() => _instruments.PromisesMissed.Add(1);

    /// <summary>A notice stopped and waits for somebody on call; counted again each time it is looked at, as long as it lasts.</summary>
    public void NoticePaused() => _instruments.NoticesPaused.Add(1);

    /// <summary>A queue was looked at.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="age">How long its first message waits; zero when none does.</param>
    /// <param name="messages">About how many messages it has, those that are not to be seen yet included.</param>
    public void QueueSeen(string queue, TimeSpan age, int messages)
    {
        _instruments.QueueAge.Record(age.TotalSeconds, Destination(queue));
        _instruments.QueueMessages.Record(messages, Destination(queue));
    }

    /// <summary>Begins to measure how long a message is processed; ends when it is disposed of.</summary>
    internal ProcessingTime Processing(string queue) => new(_instruments.Process, queue, clock);

    /// <inheritdoc/>
    public void Dispose() => _instruments.Meter.Dispose();

    private static KeyValuePair<string, object?> Destination(string queue) => new("messaging.destination.name", queue);

    /// <summary>The time one message is processed.</summary>
    internal sealed class ProcessingTime(Histogram<double> durations, string queue, TimeProvider clock) : IDisposable
    {
        private readonly long _began = clock.GetTimestamp();
        private string? _error;

        /// <summary>It ended with an exception.</summary>
        public void Failed(Exception exception) => _error = exception.GetType().FullName;

        /// <inheritdoc/>
        public void Dispose()
        {
            var seconds = clock.GetElapsedTime(_began).TotalSeconds;
            var tags = new TagList { Destination(queue) };
            if (_error is not null)
            {
                tags.Add("error.type", _error);
            }

            durations.Record(seconds, tags);
        }
    }

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

        public Histogram<double> Process { get; } =
            meter.CreateHistogram<double>("messaging.process.duration", "s", "Time a queue message is processed.");

        public Counter<long> DeadLetters { get; } =
            meter.CreateCounter<long>("supportpipeline.dead_letters", "{message}", "Queue messages that wait for a person, by queue.");

        public Counter<long> PromisesMissed { get; } =
            meter.CreateCounter<long>("supportpipeline.promises.missed", "{promise}", "Promises to customers that were missed.");

        public Counter<long> NoticesPaused { get; } =
            meter.CreateCounter<long>(
                "supportpipeline.notices.paused",
                "{look}",
                "Looks at notices that stopped and wait for somebody on call."
            );

        public Gauge<double> QueueAge { get; } =
            meter.CreateGauge<double>("supportpipeline.queue.age", "s", "How long the first message of a queue waits, by queue.");

        public Gauge<int> QueueMessages { get; } =
            meter.CreateGauge<int>("supportpipeline.queue.messages", "{message}", "About how many messages a queue has, by queue.");

        public Counter<long> TriageFallbacks { get; } =
            meter.CreateCounter<long>(
                "supportpipeline.triage.fallbacks",
                "{message}",
                "Messages that the embedded analyzer answered because the language service did not, by reason."
            );
    }
}
