using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SupportPipeline.LocalHost.Tests.Telemetry;

/// <summary>An OpenTelemetry collector that keeps names: OTLP over HTTP with Protocol Buffers.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Collector(WebApplication app)
    {
        _app = app;
    }

    public string Address => _app.Urls.Single();

    public ConcurrentQueue<CollectedSpan> Spans { get; } = new();

    public ConcurrentDictionary<string, byte> Metrics { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<byte[]> Logs { get; } = new();

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        collector._app.MapPost("/v1/traces", (HttpRequest request) => TakeAsync(request, collector.TakeTraces));
        collector._app.MapPost("/v1/metrics", (HttpRequest request) => TakeAsync(request, collector.TakeMetrics));
        collector._app.MapPost("/v1/logs", (HttpRequest request) => TakeAsync(request, collector.Logs.Enqueue));
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>Waits until what is told is there, at most half a minute.</summary>
    public static async Task UntilAsync(Func<bool> isThere)
    {
        for (var attempt = 0; attempt < 300 && !isThere(); attempt++)
        {
            await Task.Delay(100);
        }

        Assert.True(isThere());
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task<IResult> TakeAsync(HttpRequest request, Action<byte[]> take)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        take(body.ToArray());
        return Results.Bytes([], "application/x-protobuf");
    }

    // ExportTraceServiceRequest.resource_spans(1).scope_spans(2).spans(2): trace_id(1), name(5)
    private void TakeTraces(byte[] request)
    {
        foreach (var span in ProtoField.Of(request, 1, 2, 2))
        {
            var fields = ProtoField.Read(span).ToLookup(field => field.Number, field => field.Bytes);
            Spans.Enqueue(new(Convert.ToHexStringLower(fields[1].Single()), System.Text.Encoding.UTF8.GetString(fields[5].Single())));
        }
    }

    // ExportMetricsServiceRequest.resource_metrics(1).scope_metrics(2).metrics(2): name(1)
    private void TakeMetrics(byte[] request)
    {
        foreach (var metric in ProtoField.Of(request, 1, 2, 2))
        {
            Metrics.TryAdd(System.Text.Encoding.UTF8.GetString(ProtoField.Read(metric).First(field => field.Number == 1).Bytes), 0);
        }
    }
}

/// <summary>A span.</summary>
internal sealed record CollectedSpan(string TraceId, string Name);

/// <summary>A length-delimited field of a message in Protocol Buffers' encoding; others are skipped.</summary>
internal readonly record struct ProtoField(int Number, byte[] Bytes)
{
    /// <summary>The messages at a path of field numbers.</summary>
    public static IEnumerable<byte[]> Of(byte[] message, params int[] path) =>
        path.Aggregate(
            (IEnumerable<byte[]>)[message],
            (messages, number) => messages.SelectMany(Read).Where(field => field.Number == number).Select(field => field.Bytes)
        );

    public static IEnumerable<ProtoField> Read(byte[] message)
    {
        var at = 0;
        while (at < message.Length)
        {
            var key = Varint(message, ref at);
            switch (key & 7)
            {
                case 0:
                    Varint(message, ref at);
                    break;
                case 1:
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint(message, ref at);
                    yield return new((int)(key >> 3), message[at..(at + length)]);
                    at += length;
                    break;
                default:
                    at += 4;
                    break;
            }
        }
    }

    private static ulong Varint(byte[] message, ref int at)
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var part = message[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }

            shift += 7;
        }
    }
}
