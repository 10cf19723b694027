using Azure.Core;
using Azure.Core.Pipeline;

namespace SupportPipeline.Testing;

/// <summary>Loses the answer to a request that storage has carried out, so that the client sends it again.</summary>
internal sealed class LostAnswersPolicy : HttpPipelinePolicy
{
    private string? _path;

    public int Lost { get; private set; }

    /// <summary>Of the next request whose path contains this.</summary>
    public void LoseNextTo(string path) => _path = path;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        await ProcessNextAsync(message, pipeline);
        if (_path is not null && message.Request.Uri.Path.Contains(_path, StringComparison.Ordinal))
        {
            _path = null;
            Lost++;
            throw new IOException("The answer got lost.");
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
}
