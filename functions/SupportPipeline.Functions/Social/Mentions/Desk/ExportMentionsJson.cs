using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Gives the stream as a file.</summary>
public sealed class ExportMentionsJson(MentionExport export)
{
    /// <summary><c>GET /api/mentions/export.json</c>: filters as for <c>GET /api/mentions</c>. Marketing and agents only.</summary>
    [Function("ExportMentionsJson")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/mentions/export.json")] HttpRequest request,
        CancellationToken cancellationToken
    ) => export.JsonAsync(request, cancellationToken);
}
