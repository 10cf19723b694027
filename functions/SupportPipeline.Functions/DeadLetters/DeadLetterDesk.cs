using System.Globalization;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.DeadLetters;

/// <summary>Answers requests about dead letters. Agents; every request is refused before anything is looked at when the role is missing.</summary>
public sealed class DeadLetterDesk(DeadLetterStore letters, DeadLetterReplay replay, StaffPrincipal staff)
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;
    private const int MaxBulk = 500;
    private const int MaxNoteLength = 1_000;

    private static readonly Dictionary<string, DeadLetterState> States = KebabCase.ValuesOf<DeadLetterState>();

    /// <summary>A page of one queue's, or of all queues', newest first within a queue.</summary>
    internal async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, StaffRole.Agent) is { } refusal)
        {
            return refusal;
        }

        if (Limit(request.Query["limit"], DefaultLimit, MaxLimit) is not { } limit)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "limit-invalid", $"limit is a whole number from 1 to {MaxLimit}.");
        }

        var queue = request.Query["queue"].ToString();
        if (queue.Length > 0 && !StorageNames.Queues.Contains(queue, StringComparer.Ordinal))
        {
            return UnknownQueue();
        }

        var state = DeadLetterState.Waiting;
        if (request.Query["state"].ToString() is { Length: > 0 } named && !States.TryGetValue(named, out state))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "state-unknown", $"state is one of {string.Join(", ", States.Keys)}.");
        }

        DeadLetterId? after = null;
        if (request.Query["cursor"].ToString() is { Length: > 0 } cursor && !DeadLetterId.TryParse(cursor, out after))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "cursor-invalid", "cursor is what 'next' of the page before said.");
        }

        return Results.Ok(await PageAsync(queue, state, limit, after, cancellationToken));
    }

    /// <summary>One.</summary>
    internal async Task<IResult> ReadAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, StaffRole.Agent) is { } refusal)
        {
            return refusal;
        }

        return DeadLetterId.TryParse(id, out var parsed) && await letters.FindAsync(parsed, cancellationToken) is { } found
            ? Results.Ok(DeadLetterDocument.Of(found.Letter))
            : Missing();
    }

    /// <summary>Puts one back.</summary>
    internal async Task<IResult> ReplayAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, StaffRole.Agent) is { } refusal)
        {
            return refusal;
        }

        return DeadLetterId.TryParse(id, out var parsed)
            ? Answer(await replay.ReplayAsync(parsed, staff.NameOf(request), cancellationToken))
            : Missing();
    }

    /// <summary>Puts several back.</summary>
    internal async Task<IResult> ReplayManyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, StaffRole.Agent) is { } refusal)
        {
            return refusal;
        }

        const string Expected = "The body is a JSON object with ids, or with queue and optionally reason and limit.";
        var (asked, problem) = await RequestBody.ReadAsync(request, DeadLetterJson.Default.ReplayRequest, Expected, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var (selection, invalid) = Select(asked!, Expected);
        return invalid ?? Results.Ok(await replay.ReplayAsync(selection!, staff.NameOf(request), cancellationToken));
    }

    /// <summary>Notes that nothing is to be done about one.</summary>
    internal async Task<IResult> DiscardAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, StaffRole.Agent) is { } refusal)
        {
            return refusal;
        }

        const string Expected = "The body is a JSON object with reason: why nothing is to be done.";
        var (asked, problem) = await RequestBody.ReadAsync(request, DeadLetterJson.Default.DiscardRequest, Expected, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        if (string.IsNullOrWhiteSpace(asked!.Reason) || asked.Reason.Length > MaxNoteLength)
        {
            return Problems.Of(
                StatusCodes.Status400BadRequest,
                "reason-missing",
                $"reason says why nothing is to be done, in at most {MaxNoteLength} characters."
            );
        }

        var note = StoredText.Clean(asked.Reason, MaxNoteLength);
        return DeadLetterId.TryParse(id, out var parsed)
            ? Answer(await replay.DiscardAsync(parsed, staff.NameOf(request), note, cancellationToken))
            : Missing();
    }

    private async Task<Page<DeadLetterDocument>> PageAsync(
        string queue,
        DeadLetterState state,
        int limit,
        DeadLetterId? after,
        CancellationToken cancellationToken
    )
    {
        var items = new List<DeadLetterDocument>();
        var queues = queue.Length > 0 ? [queue] : StorageNames.Queues;
        foreach (var one in queues.SkipWhile(one => after is not null && one != after.Queue))
        {
            var (found, next) = await letters.ListAsync(
                one,
                state,
                limit - items.Count,
                after?.Queue == one ? after.Key : null,
                cancellationToken
            );
            items.AddRange(found.Select(stored => DeadLetterDocument.Of(stored.Letter)));
            if (next is not null || items.Count == limit)
            {
                // A full page may be the last one; then the next is empty, which costs less than looking ahead in every queue.
                return new(items, items[^1].Id);
            }
        }

        return new(items, null);
    }

    private static (DeadLetterSelection? Selection, IResult? Problem) Select(ReplayRequest asked, string expected)
    {
        if (asked.Limit is < 1 or > MaxBulk || asked.Ids is { Count: > MaxBulk })
        {
            return (
                null,
                Problems.Of(StatusCodes.Status400BadRequest, "limit-invalid", $"At most {MaxBulk} are put back with one request.")
            );
        }

        if (asked is { Ids: { } ids, Queue: null, Reason: null })
        {
            var parsed = ids.Distinct(StringComparer.Ordinal).Select(id => DeadLetterId.TryParse(id, out var one) ? one : null).ToList();
            return parsed.Contains(null) ? (null, Missing()) : (new([.. parsed.OfType<DeadLetterId>()], null, null, MaxBulk), null);
        }

        if (asked is not { Ids: null, Queue: { } queue })
        {
            return (null, Problems.Of(StatusCodes.Status400BadRequest, "body-invalid", expected));
        }

        return StorageNames.Queues.Contains(queue, StringComparer.Ordinal)
            ? (new(null, queue, asked.Reason, asked.Limit ?? MaxBulk), null)
            : (null, UnknownQueue());
    }

    private static IResult Answer(DeadLetterResult result) =>
        result switch
        {
            { Letter: null } => Missing(),
            { Refusal: { } reason } => Problems.Of(StatusCodes.Status409Conflict, reason, "Somebody has dealt with this dead letter."),
            { Letter: { } letter } => Results.Ok(DeadLetterDocument.Of(letter)),
        };

    private static int? Limit(string? text, int otherwise, int most) =>
        string.IsNullOrEmpty(text) ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 && limit <= most ? limit
        : null;

    private static IResult Missing() =>
        Problems.Of(StatusCodes.Status404NotFound, "dead-letter-not-found", "There is no dead letter with this id.");

    private static IResult UnknownQueue() =>
        Problems.Of(StatusCodes.Status400BadRequest, "queue-unknown", $"queue is one of {string.Join(", ", StorageNames.Queues)}.");
}
