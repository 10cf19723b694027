using Azure.Core;
using Azure.Core.Pipeline;

namespace SupportPipeline.AzureSdk.Tests.Pipeline;

/// <summary>What callers add to count requests or inject faults: sees each try.</summary>
internal sealed class RecordingPolicy : HttpPipelineSynchronousPolicy
{
    public List<string> Tries { get; } = [];

    public override void OnSendingRequest(HttpMessage message)
    {
        var isSigned =
            message.Request.Headers.TryGetValue("Authorization", out var value) && value.StartsWith("SharedKey ", StringComparison.Ordinal);
        Tries.Add($"{message.Request.Method} {(isSigned ? "signed" : "unsigned")}");
    }
}
