using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>Reads one case.</summary>
public sealed class ReadCase(CaseStore cases, CaseViewStore views, StaffPrincipal staff)
{
    /// <summary><c>GET /api/cases/{id}</c>; the id or the number people use. With timeline, decisions, reasons and replies. Agents only.</summary>
    [Function("ReadCase")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "cases/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    )
    {
        if (staff.Refuse(request, StaffRole.Agent) is { } refusal)
        {
            return refusal;
        }

        return
            await FindAsync(id, cancellationToken) is { } caseId && await cases.LoadHistoryAsync(caseId, cancellationToken) is { } history
            ? Results.Ok(CaseDocument.Of(history))
            : Problems.Of(StatusCodes.Status404NotFound, "case-not-found", "There is no case with this id or number.");
    }

    private async Task<TimeOrderedId?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (TimeOrderedId.TryParse(id, out var caseId))
        {
            return caseId;
        }

        return CaseNumber.TryParse(id, out var number) ? await views.FindByNumberAsync(number, cancellationToken) : null;
    }
}
