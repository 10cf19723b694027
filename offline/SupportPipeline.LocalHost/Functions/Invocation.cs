using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.LocalHost.Functions;

/// <summary>What a function is called with: exactly one of request, message and timer is there, as its trigger says.</summary>
internal sealed record Invocation(CancellationToken Cancellation)
{
    public HttpContext? Http { get; init; }

    public QueueMessage? Message { get; init; }

    public TimerInfo? Timer { get; init; }
}
