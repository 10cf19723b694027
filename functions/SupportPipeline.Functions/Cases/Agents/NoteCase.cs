using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Cases.Agents;

/// <summary>Writes a note for colleagues.</summary>
public sealed class NoteCase(CaseDesk desk)
{
    /// <summary><c>POST /api/cases/{id}/notes</c> with <c>{text}</c>. Agents only.</summary>
    [Function("NoteCase")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cases/{id}/notes")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ActAsync(request, id, AgentJson.Default.NoteRequest, CaseActs.Note, cancellationToken);
}
