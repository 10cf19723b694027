using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Azure.Storage.Queues.Models;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

/// <summary>
/// Takes on-call staff's requests about an incident: role, body, collision guard, the rule, the answer. <c>Idempotency-Key</c> makes a request that is sent
/// again the same act; <c>If-Match</c> carries the <c>ETag</c> of the incident as it was seen, and when it has changed since the answer is 409 with what
/// is new.
/// </summary>
public sealed class IncidentDesk(IncidentWork work, IncidentRequestReader requests, IncidentTexts texts, StatusAnnouncer announcer)
{
    /// <summary>Declares an incident or a maintenance.</summary>
    internal async Task<IResult> CreateAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (asked, act, problem) = await requests.ReadAsync(
            request,
            IncidentRequestJson.Default.IncidentRequest,
            needsKey: true,
            cancellationToken
        );
        if (problem is not null)
        {
            return problem;
        }

        var announced = await announcer.BeforeAsync(null, cancellationToken);
        var result = await work.CreateAsync(
            act!,
            (id, situation) => IncidentRules.Create(id, asked!, act!, situation, texts),
            cancellationToken
        );
        return await AnswerAsync(request, result, announced, isNew: true);
    }

    /// <summary>Adds an update.</summary>
    internal Task<IResult> UpdateAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        ChangeAsync(
            request,
            id,
            IncidentRequestJson.Default.IncidentUpdateRequest,
            (stored, asked, act, situation) => IncidentRules.Update(stored, asked, act, situation, texts),
            needsKey: true,
            cancellationToken
        );

    /// <summary>Adds a correction.</summary>
    internal Task<IResult> CorrectAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        ChangeAsync(
            request,
            id,
            IncidentRequestJson.Default.CorrectionRequest,
            (stored, asked, act, situation) => IncidentRules.Correct(stored, asked, act, situation, texts),
            needsKey: true,
            cancellationToken
        );

    /// <summary>Writes down what was learnt.</summary>
    internal Task<IResult> WritePostMortemAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        ChangeAsync(
            request,
            id,
            IncidentRequestJson.Default.PostMortemRequest,
            (stored, asked, act, _) => PostMortemRules.Write(stored, asked, act, texts),
            needsKey: false,
            cancellationToken
        );

    /// <summary>The incident, with its version as <c>ETag</c>.</summary>
    internal static IResult Answer(HttpRequest request, StoredIncident stored, bool isNew = false)
    {
        request.HttpContext.Response.Headers.ETag = ETag(stored);
        var document = IncidentDocument.Of(stored);
        return isNew ? Results.Created($"/api/incidents/{document.Id}", document) : Results.Ok(document);
    }

    /// <summary>There is no such incident.</summary>
    internal static IResult NoIncident() =>
        Problems.Of(StatusCodes.Status404NotFound, "incident-not-found", "There is no incident with this id.");

    private async Task<IResult> ChangeAsync<T>(
        HttpRequest request,
        string id,
        JsonTypeInfo<T> type,
        Func<StoredIncident, T, IncidentAct, IncidentSituation, IncidentDecision> decide,
        bool needsKey,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var (asked, act, problem) = await requests.ReadAsync(request, type, needsKey, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var announced = await announcer.BeforeAsync(TimeOrderedId.TryParse(id, out var known) ? known.Value : null, cancellationToken);
        var result = await work.ChangeAsync(id, (stored, situation) => decide(stored, asked!, act!, situation), cancellationToken);
        return await AnswerAsync(request, result, announced, isNew: false);
    }

    private async Task<IResult> AnswerAsync(HttpRequest request, IncidentWorkResult result, SendReceipt announced, bool isNew)
    {
        if (result is not IncidentWorkResult.Done)
        {
            await announcer.NothingAsync(announced, CancellationToken.None);
        }

        switch (result)
        {
            case IncidentWorkResult.Refused { Why: var why, Stored: var stored }:
                if (stored is not null)
                {
                    request.HttpContext.Response.Headers.ETag = ETag(stored);
                }

                return Problems.Of(why.Status, why.Reason, why.Detail, why.More);
            case IncidentWorkResult.Done done:
                await announcer.AfterAsync(announced, done.Stored.Incident.Id, CancellationToken.None);
                return Answer(request, done.Stored, isNew);
            default:
                return NoIncident();
        }
    }

    private static string ETag(StoredIncident stored) => string.Create(CultureInfo.InvariantCulture, $"\"{stored.Incident.Version}\"");
}
