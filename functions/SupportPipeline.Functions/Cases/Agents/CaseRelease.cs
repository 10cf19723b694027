using Microsoft.AspNetCore.Http;

namespace SupportPipeline.Cases.Agents;

/// <summary>Answers <see cref="ReleaseCase"/>. Releasing twice is releasing once.</summary>
public sealed class CaseRelease(CaseDesk desk, CaseFinder finder, HeldMessages held)
{
    /// <summary>Handles one request.</summary>
    internal async Task<IResult> ReleaseAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var (asked, who, problem) = await desk.ReadAsync(request, AgentJson.Default.ReleaseRequest, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (
            await finder.FindAsync(id, cancellationToken) is not { } caseId
            || await held.PrepareAsync(caseId, who!, cancellationToken) is not { } decide
        )
        {
            return CaseDesk.NoCase();
        }

        // First, so that a case that is released by an interrupted request is not the only thing that happened.
        if (asked!.AlwaysAllow)
        {
            await held.AllowAsync(caseId, who!, asked.Note, cancellationToken);
        }

        return await desk.ChangeAsync(request, caseId, decide, who!, cancellationToken);
    }
}
