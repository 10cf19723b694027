using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.FollowUps.Purchases;

/// <summary>Takes purchases in. Each is kept under the shop's id and scheduled; the same id again schedules the same once more, which changes nothing.</summary>
public sealed class PurchaseDesk(PurchaseStore store, FollowUpSchedule schedule, PurchaseSetup setup)
{
    private const int MaxEvents = 500;
    private const int AtOnce = 16;

    /// <summary>Answers a request with what became of each purchase, in their order.</summary>
    internal async Task<IResult> ReceiveAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (body, problem) = await ReadAsync(request, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var events = body.ValueKind == JsonValueKind.Array ? [.. body.EnumerateArray()] : new[] { body };
        if (events.Length is 0 or > MaxEvents)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "count-invalid", $"Send 1 to {MaxEvents} purchases at a time.");
        }

        var results = new PurchaseResult[events.Length];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, events.Length),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (place, cancellation) => results[place] = await TakeAsync(events[place], cancellation)
        );
        return Results.Ok(new PurchaseResults(results));
    }

    private async Task<PurchaseResult> TakeAsync(JsonElement one, CancellationToken cancellationToken)
    {
        PurchaseRequest? asked;
        try
        {
            asked = one.Deserialize(PurchaseJson.Default.PurchaseRequest);
        }
        catch (JsonException)
        {
            asked = null;
        }

        if (asked is null)
        {
            var id = one.ValueKind == JsonValueKind.Object && one.TryGetProperty("eventId", out var given) ? given : default;
            return new(id.ValueKind == JsonValueKind.String ? id.GetString() : null, "rejected", "not-a-purchase");
        }

        var (purchase, refusal) = PurchaseRules.Check(asked, setup.Desk, setup.Organisation, setup.Options.Value, setup.Clock.GetUtcNow());
        if (purchase is null)
        {
            return new(asked.EventId, "rejected", refusal);
        }

        var (kept, isNew) = await store.KeepAsync(purchase, cancellationToken);
        if (isNew || kept.CheckInAt > setup.Clock.GetUtcNow())
        {
            // Scheduled again for a duplicate: the first delivery may have ended between the two.
            var followUp = new FollowUp(kept.CheckInAt, FollowUpKind.PurchaseCheckIn, kept.Key, null, kept.Key);
            await schedule.AddAsync([followUp], cancellationToken);
        }

        return new(asked.EventId, isNew ? "accepted" : "duplicate");
    }

    private static async Task<(JsonElement Body, IResult? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var buffer = new byte[RequestBody.MaxBytes + 1];
        var read = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        if (read > RequestBody.MaxBytes)
        {
            return (
                default,
                Problems.Of(
                    StatusCodes.Status413PayloadTooLarge,
                    "request-too-large",
                    $"The request is larger than {RequestBody.MaxBytes} bytes."
                )
            );
        }

        try
        {
            var body = JsonSerializer.Deserialize(buffer.AsSpan(0, read), PurchaseJson.Default.JsonElement);
            if (body.ValueKind is JsonValueKind.Array or JsonValueKind.Object)
            {
                return (body, null);
            }
        }
        catch (JsonException)
        {
            // Told below.
        }

        return (
            default,
            Problems.Of(
                StatusCodes.Status400BadRequest,
                "body-invalid",
                "The body is a purchase {eventId, customer{email, name?, language?}, product, purchasedAt}, or an array of them."
            )
        );
    }
}

/// <summary>What purchases are checked against.</summary>
public sealed class PurchaseSetup(Desk desk, Organisation organisation, IOptions<PurchasesOptions> options, TimeProvider clock)
{
    internal Desk Desk => desk;

    internal Organisation Organisation => organisation;

    internal IOptions<PurchasesOptions> Options => options;

    internal TimeProvider Clock => clock;
}
