using System.Diagnostics.Metrics;
using SupportPipeline.LocalHost.Load;

namespace SupportPipeline.LocalHost.Tests.Load;

public sealed class PipelineDurationsTests
{
    [Fact]
    public void Collects_what_the_product_measures_before_and_after_it_starts_to_listen()
    {
        using var meter = new Meter(PipelineDurations.MeterName);
        var stored = meter.CreateHistogram<double>("supportpipeline.case.store.duration", "s");
        using var durations = new PipelineDurations();
        var sent = meter.CreateHistogram<double>("supportpipeline.reply.send.duration", "s");
        var other = meter.CreateHistogram<double>("supportpipeline.other", "s");

        stored.Record(0.25);
        stored.Record(0.5);
        sent.Record(2);
        other.Record(9);

        Assert.Equal(new Percentiles(2, 0.25, 0.5, 0.5, 0.5), durations.TimeToStoredCase);
        Assert.Equal(new Percentiles(1, 2, 2, 2, 2), durations.TimeToSentReply);
    }
}
