using System.Globalization;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Agents;

/// <summary>Lists what is scheduled for the whole desk.</summary>
public sealed class ScheduledList(FollowUpStore store, TimeProvider clock)
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;
    private static readonly TimeSpan DefaultSpan = TimeSpan.FromDays(7);
    private static readonly TimeSpan MaxSpan = TimeSpan.FromDays(92);

    /// <summary>Answers a request.</summary>
    internal async Task<IResult> AnswerAsync(IQueryCollection query, CancellationToken cancellationToken)
    {
        var limit = DefaultLimit;
        if (
            query["limit"].ToString() is { Length: > 0 } text
            && !(int.TryParse(text, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= MaxLimit)
        )
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "limit-invalid", $"limit is a whole number from 1 to {MaxLimit}.");
        }

        if (
            !TryReadTime(query["from"].ToString(), clock.GetUtcNow(), out var from)
            || !TryReadTime(query["until"].ToString(), from + DefaultSpan, out var until)
            || until <= from
            || until - from > MaxSpan
        )
        {
            return Problems.Of(
                StatusCodes.Status400BadRequest,
                "time-invalid",
                $"from and until are times, at most {MaxSpan.Days} days apart; from is now and until a week later when they are left out."
            );
        }

        var found = await store.ListAsync(from, until, limit + 1, cancellationToken);
        var next = found.Count > limit ? found[limit].At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) : null;
        return Results.Ok(new Page<FollowUpDocument>([.. found.Take(limit).Select(FollowUpDocument.Of)], next));
    }

    private static bool TryReadTime(string text, DateTimeOffset otherwise, out DateTimeOffset time)
    {
        time = otherwise;
        return text.Length == 0
            || DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out time
            ) && time.Year is > 2000 and < 9000;
    }
}
