using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Shows one mention.</summary>
public sealed class ReadMention(MentionReading reading)
{
    /// <summary><c>GET /api/mentions/{id}</c>: with triage, copies, timeline, answers and what can be done. Marketing and agents only.</summary>
    [Function("ReadMention")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/mentions/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => reading.ReadAsync(request, id, cancellationToken);
}
