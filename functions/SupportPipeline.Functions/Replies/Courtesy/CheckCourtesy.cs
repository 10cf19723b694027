using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>The courtesy check for practice: write an answer, see the findings.</summary>
public sealed class CheckCourtesy(CourtesyPractice practice, StaffPrincipal staff)
{
    /// <summary>
    /// <c>POST /api/courtesy-check</c> with <c>{text, language, channel?, scenario?, customerName?, customerMessage?}</c>. Nothing is stored.
    /// Agents only. 400 with a reason for what cannot be read, 413 over 20,000 characters.
    /// </summary>
    [Function("CheckCourtesy")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/courtesy-check")] HttpRequest request,
        CancellationToken cancellationToken
    ) => staff.Refuse(request, StaffRole.Agent) ?? await practice.AnswerAsync(request, cancellationToken);
}
