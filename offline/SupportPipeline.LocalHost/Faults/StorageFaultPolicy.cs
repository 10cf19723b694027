using Azure.Core;
using Azure.Core.Pipeline;

namespace SupportPipeline.LocalHost.Faults;

/// <summary>Lets the function app's requests to storage fail as planned. The host's own requests are spared.</summary>
internal sealed class StorageFaultPolicy(FaultInjection faults) : HttpPipelinePolicy
{
    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ArgumentNullException.ThrowIfNull(message);
        var fault = faults.Take("storage");
        if (fault?.Delay is { } delay)
        {
            await Task.Delay(delay, message.CancellationToken);
        }

        if (fault?.Status is { } status)
        {
            message.Response = new FaultResponse(status, message.Request.ClientRequestId);
            return;
        }

        await ProcessNextAsync(message, pipeline);
        Cut(message, fault);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ArgumentNullException.ThrowIfNull(message);
        var fault = faults.Take("storage");
        if (fault?.Status is { } status)
        {
            message.Response = new FaultResponse(status, message.Request.ClientRequestId);
            return;
        }

        ProcessNext(message, pipeline);
        Cut(message, fault);
    }

    private static void Cut(HttpMessage message, Fault? fault)
    {
        if (fault is { DropAnswer: true })
        {
            message.Response.Dispose();
            throw new IOException("The connection was cut after the request went out (a planned fault).");
        }
    }
}
