using System.Globalization;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Cases;
using SupportPipeline.Outages.Incidents;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Linking;

/// <summary>Takes requests of on-call staff about the cases of an incident: role, body, the act, the answer.</summary>
public sealed class LinkedCasesDesk(IIncidentReader incidents, CaseFinding finding, IncidentCases cases, StaffPrincipal staff)
{
    private const int DefaultHours = 4;
    private const int MaxHours = 72;

    private static readonly StaffRole[] s_roles = [StaffRole.OnCall];

    /// <summary>The cases that seem to be about an incident and belong to none.</summary>
    internal async Task<IResult> FindAsync(HttpRequest request, string incidentId, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, s_roles) is { } refusal)
        {
            return refusal;
        }

        var text = request.Query["hours"].ToString();
        if ((text.Length == 0 ? DefaultHours : Hours(text)) is not { } hours)
        {
            return NoHours();
        }

        return await IncidentAsync(incidentId, cancellationToken) is { } incident
            ? Results.Ok(Show(await finding.FindAsync(incident, hours, cancellationToken).ToListAsync(cancellationToken)))
            : IncidentDesk.NoIncident();
    }

    /// <summary>Makes those cases the incident's own, when they are still as many as were looked at.</summary>
    internal async Task<IResult> LinkAsync(HttpRequest request, string incidentId, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, s_roles) is { } refusal)
        {
            return refusal;
        }

        var (asked, problem) = await RequestBody.ReadAsync(
            request,
            LinkingJson.Default.LinkRequest,
            "The body is a JSON object with count, as the preview told it, and hours when they were not the default.",
            cancellationToken
        );
        if (problem is not null)
        {
            return problem;
        }

        if (asked!.Hours is not (null or (>= 1 and <= MaxHours)))
        {
            return NoHours();
        }

        if (asked.Count is not { } count)
        {
            return Problems.Of(400, "count-missing", "count says how many cases were looked at; GET matching-cases tells it.");
        }

        if (await IncidentAsync(incidentId, cancellationToken) is not { } incident)
        {
            return IncidentDesk.NoIncident();
        }

        var found = await finding.FindAsync(incident, asked.Hours ?? DefaultHours, cancellationToken).ToListAsync(cancellationToken);
        if (found.Count != count && found.Count > 0)
        {
            return Problems.Of(
                409,
                "count-changed",
                $"{found.Count} cases match now, not {count}. Look at them again and confirm the new count."
            );
        }

        return Results.Ok(new LinkedDocument(await finding.LinkAsync(found, incident.Id, staff.NameOf(request), cancellationToken)));
    }

    /// <summary>Takes a case that does not belong to the incident out of it.</summary>
    internal async Task<IResult> UnlinkAsync(HttpRequest request, string incidentId, string caseId, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, s_roles) is { } refusal)
        {
            return refusal;
        }

        return
            TimeOrderedId.TryParse(caseId, out var id) && await cases.UnlinkAsync(id, incidentId, staff.NameOf(request), cancellationToken)
            ? Results.NoContent()
            : Problems.Of(404, "case-not-linked", "The incident has no such case.");
    }

    private async Task<Incident?> IncidentAsync(string incidentId, CancellationToken cancellationToken) =>
        TimeOrderedId.TryParse(incidentId, out var id) ? await incidents.FindAsync(id.Value, cancellationToken) : null;

    private static int? Hours(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is >= 1 and <= MaxHours ? hours : null;

    private static IResult NoHours() =>
        Problems.Of(400, "hours-invalid", $"hours is a whole number from 1 to {MaxHours}; {DefaultHours} when left out.");

    private static MatchingCasesDocument Show(IReadOnlyList<FoundCase> found) =>
        new(
            found.Count,
            [.. found.Select(one => new MatchingCaseDocument(one.Id.Value, one.Number, one.Subject, one.Component, one.WrittenAt))]
        );
}
