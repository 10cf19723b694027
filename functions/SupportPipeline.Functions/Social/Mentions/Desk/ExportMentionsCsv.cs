using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Gives the stream as a file.</summary>
public sealed class ExportMentionsCsv(MentionExport export)
{
    /// <summary><c>GET /api/mentions/export.csv</c>: filters as for <c>GET /api/mentions</c>; <c>bom=true</c> begins with a byte order mark, which Excel needs. Marketing and agents only.</summary>
    [Function("ExportMentionsCsv")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/mentions/export.csv")] HttpRequest request,
        CancellationToken cancellationToken
    ) => export.CsvAsync(request, cancellationToken);
}
