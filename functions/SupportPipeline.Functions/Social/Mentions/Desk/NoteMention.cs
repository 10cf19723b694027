using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Writes something down about a mention.</summary>
public sealed class NoteMention(MentionDesk desk)
{
    /// <summary><c>POST /api/mentions/{id}/note</c> with <c>{note}</c>. Marketing only.</summary>
    [Function("NoteMention")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/mentions/{id}/note")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ActAsync(request, id, MentionRequestJson.Default.MentionNoteRequest, MentionActs.Note, cancellationToken);
}
