using System.Collections.Concurrent;
using System.Threading.Channels;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.LocalHost.Tests.Hosting;

/// <summary>What the sample functions were given, and how they are to behave.</summary>
public sealed class Sample
{
    private int _running;

    public ConcurrentQueue<string> Seen { get; } = new();

    public Channel<string> Started { get; } = Channel.CreateUnbounded<string>();

    /// <summary>Holds back <c>slow</c> messages.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int MostAtOnce { get; private set; }

    public async Task HoldAsync(string name, CancellationToken ct)
    {
        lock (Seen)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++_running);
        }

        Started.Writer.TryWrite(name);
        await Gate.Task.WaitAsync(ct);
        lock (Seen)
        {
            _running--;
        }
    }
}

public sealed record Order(string Item, int Count);

public sealed class HttpSample(Sample sample)
{
    [Function("Greet")]
    public static IResult Greet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "greet/{name}/{times:int}")] HttpRequest request,
        string name,
        int times
    ) => Results.Text(string.Join(' ', Enumerable.Repeat(name, times)) + request.Query["end"]);

    [Function("Keyed")]
    public Task<IResult> Keyed([HttpTrigger(AuthorizationLevel.Function, "post")] HttpRequest request)
    {
        sample.Seen.Enqueue("Keyed");
        return Task.FromResult(Results.Text(request.Headers["X-MS-CLIENT-PRINCIPAL"].ToString()));
    }

    [Function("Break")]
    public static ValueTask<IResult> Break([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new FormatException("bob@example.com " + request.Path);
}

public sealed class QueueSample(Sample sample)
{
    [Function("TakeOrder")]
    public void TakeOrder([QueueTrigger("orders")] Order order) => sample.Seen.Enqueue($"{order.Item} x {order.Count}");

    [Function("Fail")]
    public Task Fail([QueueTrigger("failing")] QueueMessage message)
    {
        sample.Seen.Enqueue($"attempt {message.DequeueCount}: {message.Body}");
        throw new FormatException("bob@example.com");
    }

    [Function("Slow")]
    public Task Slow([QueueTrigger("slow")] string text, CancellationToken ct) => sample.HoldAsync(text, ct);
}

public sealed class TimerSample(Sample sample)
{
    [Function("Daily")]
    public void Daily([TimerTrigger("%DailyAt%")] TimerInfo timer)
    {
        sample.Seen.Enqueue($"Daily, past due: {timer.IsPastDue}");
        throw new InvalidOperationException("A timer's failure is logged, and that is all.");
    }
}
