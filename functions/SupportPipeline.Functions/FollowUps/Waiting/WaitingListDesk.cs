using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Waiting;

/// <summary>Answers agents' requests about waiting lists.</summary>
public sealed class WaitingListDesk(WaitingLists lists, WaitingListStore store, StaffPrincipal staff)
{
    private const int MaxNoteLength = 2_000;
    private const int MaxShown = 1_000;

    /// <summary>Who waits for what.</summary>
    internal async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, StaffRole.Agent) is { } refusal)
        {
            return refusal;
        }

        var items = new List<WaitingListDocument>();
        await foreach (var item in store.ItemsAsync(cancellationToken))
        {
            var waiters = await store.WaitersAsync(item, MaxShown, cancellationToken);
            if (waiters.Count > 0)
            {
                items.Add(
                    new(
                        item.Name,
                        waiters.Count,
                        waiters.Min(waiter => waiter.JoinedAt),
                        [.. waiters.Select(waiter => waiter.CaseId.Value)]
                    )
                );
            }
        }

        return Results.Ok(new Page<WaitingListDocument>([.. items.OrderByDescending(item => item.Count)], null));
    }

    /// <summary>Tells everybody who waits.</summary>
    internal async Task<IResult> TellAsync(HttpRequest request, string item, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, StaffRole.Agent) is { } refusal)
        {
            return refusal;
        }

        var (asked, problem) = await RequestBody.ReadAsync(
            request,
            WaitingListJson.Default.AvailableRequest,
            "The body is a JSON object with, as far as needed: note.",
            cancellationToken
        );
        if (problem is not null)
        {
            return problem;
        }

        if (asked!.Note is { Length: > MaxNoteLength })
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "text-too-long", $"note has at most {MaxNoteLength} characters.");
        }

        return
            WaitingItem.Of(item) is { } wanted
            && await lists.TellAsync(wanted, staff.NameOf(request), asked.Note, cancellationToken) is { } run
            ? Results.Ok(run)
            : Problems.Of(StatusCodes.Status404NotFound, "waiting-list-not-found", "Nobody ever waited for this.");
    }
}

/// <summary>Body of telling a waiting list.</summary>
/// <param name="Note">For colleagues, on the timeline of each case.</param>
internal sealed record AvailableRequest(string? Note = null);

/// <summary>A waiting list.</summary>
internal sealed record WaitingListDocument(string Item, int Count, DateTimeOffset Since, IReadOnlyList<string> CaseIds);

/// <summary>The JSON of waiting lists.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AvailableRequest))]
internal sealed partial class WaitingListJson : JsonSerializerContext;
