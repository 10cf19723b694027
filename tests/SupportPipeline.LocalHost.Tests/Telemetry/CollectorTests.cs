using System.Text;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Telemetry;

/// <summary>What a collector gets from a host that runs as a process of its own.</summary>
public sealed class CollectorTests
{
    [Fact]
    public async Task An_email_and_the_reply_to_it_are_one_trace_across_the_queue_and_logs_hold_no_address()
    {
        await using var collector = await Collector.StartAsync();
        var data = Directory.CreateTempSubdirectory();
        try
        {
            await using var host = await ServedHost.StartAsync(
                data.FullName,
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                    ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                    ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
                    ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
                    ["OTEL_METRIC_EXPORT_INTERVAL"] = "500",
                    ["Logging__LogLevel__Default"] = "Information",
                }
            );
            using var letter = new StringContent(
                """{"from":"Tess <tess.traced@customer.example>","to":"support@localhost.example","subject":"Traced","text":"I cannot log in."}""",
                Encoding.UTF8,
                "application/json"
            );

            var answer = await host.Http.PostAsync("local/email", letter);

            Assert.True(answer.IsSuccessStatusCode);
            await Collector.UntilAsync(() => Trace(collector).Contains("POST") && Trace(collector).Contains("process inbound-messages"));

            // The front door, the queue, what was asked of storage, and the mail to the mail service: one trace.
            Assert.Superset(
                new HashSet<string>(StringComparer.Ordinal)
                {
                    "Microsoft.AspNetCore.Hosting.HttpRequestIn",
                    "send inbound-messages",
                    "process inbound-messages",
                    "PUT",
                    "POST",
                },
                Trace(collector)
            );
            await Collector.UntilAsync(() =>
                collector.Metrics.ContainsKey("supportpipeline.reply.send.duration")
                && collector.Metrics.ContainsKey("messaging.process.duration")
            );
            await Collector.UntilAsync(() => !collector.Logs.IsEmpty);
            Assert.All(collector.Logs, log => Assert.DoesNotContain("tess.traced", Encoding.UTF8.GetString(log), StringComparison.Ordinal));
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    /// <summary>The names of the spans of the trace in which a message was processed.</summary>
    private static HashSet<string> Trace(Collector collector)
    {
        var spans = collector.Spans.ToArray();
        var trace = spans.FirstOrDefault(span => span.Name == "process inbound-messages")?.TraceId;
        return [.. spans.Where(span => span.TraceId == trace).Select(span => span.Name)];
    }
}
