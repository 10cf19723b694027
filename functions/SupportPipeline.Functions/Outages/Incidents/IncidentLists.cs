using System.Globalization;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Shows staff incidents: one, the open ones, and all of them page by page.</summary>
public sealed class IncidentLists(IncidentStore store, IncidentRequestReader requests)
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 100;

    /// <summary>A page, newest first.</summary>
    internal async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (requests.RefuseReading(request) is { } refusal)
        {
            return refusal;
        }

        var limit = DefaultLimit;
        if (
            request.Query["limit"].ToString() is { Length: > 0 } text
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= MaxLimit)
        )
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "limit-invalid", $"limit is a whole number from 1 to {MaxLimit}.");
        }

        IncidentPlace? after = null;
        if (request.Query["cursor"].ToString() is { Length: > 0 } cursor && (after = IncidentPlace.Parse(cursor)) is null)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "cursor-invalid", "cursor is what 'next' of the page before said.");
        }

        return request.Query["state"].ToString() switch
        {
            "open" or "" => Results.Ok(await OpenAsync(limit, after, cancellationToken)),
            "all" => Results.Ok(await AllAsync(limit, after, cancellationToken)),
            _ => Problems.Of(StatusCodes.Status400BadRequest, "state-unknown", "state is open or all."),
        };
    }

    /// <summary>One.</summary>
    internal async Task<IResult> ReadAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (requests.RefuseReading(request) is { } refusal)
        {
            return refusal;
        }

        return await store.LoadAsync(id, cancellationToken) is { } stored
            ? IncidentDesk.Answer(request, stored)
            : IncidentDesk.NoIncident();
    }

    private async Task<Page<IncidentDocument>> OpenAsync(int limit, IncidentPlace? after, CancellationToken cancellationToken)
    {
        var places = (await store.OpenAsync(cancellationToken))
            .Select(stored => (Stored: stored, Place: PlaceOf(stored)))
            .OrderBy(one => one.Place.RowKey, StringComparer.Ordinal)
            .Where(one => after is null || string.CompareOrdinal(one.Place.RowKey, after.RowKey) > 0);
        return PageOf([.. places.Take(limit + 1).Select(one => one.Stored)], limit);
    }

    private async Task<Page<IncidentDocument>> AllAsync(int limit, IncidentPlace? after, CancellationToken cancellationToken)
    {
        var found = new List<StoredIncident>();
        await foreach (var stored in store.HistoryAsync(after, DateTimeOffset.UnixEpoch, cancellationToken))
        {
            found.Add(stored);
            if (found.Count > limit)
            {
                break;
            }
        }

        return PageOf(found, limit);
    }

    private static Page<IncidentDocument> PageOf(List<StoredIncident> found, int limit) =>
        new([.. found.Take(limit).Select(IncidentDocument.Of)], found.Count > limit ? PlaceOf(found[limit - 1]).Cursor : null);

    private static IncidentPlace PlaceOf(StoredIncident stored) => IncidentPlace.Of(stored.Incident.Id, stored.Incident.StartedAt);
}
