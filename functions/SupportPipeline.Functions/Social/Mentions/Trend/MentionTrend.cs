using System.Globalization;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;
using SupportPipeline.Social.Brands;
using SupportPipeline.Social.Mentions.Desk;

namespace SupportPipeline.Social.Mentions.Trend;

/// <summary>Shows how mentions came in over time, and their mood. Made of counts alone: one operation for each day of a brand.</summary>
public sealed class MentionTrend(MentionCountReader counts, StaffPrincipal staff, SocialBrands brands, TimeProvider clock)
{
    /// <summary>The longest time by hour.</summary>
    private const int MaxDaysByHour = 31;

    /// <summary>The longest time by day.</summary>
    private const int MaxDays = 92;

    private const int UsualDays = 7;

    private static readonly Dictionary<string, Func<MentionCounts, IReadOnlyDictionary<string, MoodCounts>>> s_kinds = new(
        StringComparer.Ordinal
    )
    {
        ["topic"] = all => all.Topics,
        ["platform"] = all => all.Platforms,
        ["language"] = all => all.Languages,
    };

    /// <summary>Answers <see cref="ShowMentionTrend"/>.</summary>
    internal async Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var by = request.Query["by"].ToString() is { Length: > 0 } asked ? asked : "hour";
        if (by is not ("hour" or "day"))
        {
            return staff.Refuse(request, StaffRole.Marketing, StaffRole.Agent) ?? Invalid("by is hour or day.");
        }

        var (slots, from, to, problem) = await ReadAsync(
            request,
            by == "hour" ? 1 : UsualDays,
            by == "hour" ? MaxDaysByHour : MaxDays,
            cancellationToken
        );
        if (problem is not null)
        {
            return problem;
        }

        var step = by == "hour" ? TimeSpan.FromHours(1) : TimeSpan.FromDays(1);
        var together = slots.GroupBy(slot => StartOf(slot.At, step)).ToDictionary(group => group.Key, Sum);
        var points = new List<TrendPointDocument>();
        for (var at = StartOf(from, step); at < to; at += step)
        {
            points.Add(TrendPointDocument.Of(at, together.GetValueOrDefault(at) ?? new()));
        }

        return Results.Json(
            new MentionTrendDocument
            {
                From = from,
                To = to,
                By = by,
                Total = TrendPointDocument.Of(from, Sum(slots)),
                Points = points,
            },
            MentionDeskJson.Default.MentionTrendDocument
        );
    }

    /// <summary>Answers <see cref="ShowMentionMoods"/>.</summary>
    internal async Task<IResult> MoodsAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var by = request.Query["by"].ToString() is { Length: > 0 } asked ? asked : "topic";
        if (!s_kinds.TryGetValue(by, out var kind))
        {
            return staff.Refuse(request, StaffRole.Marketing, StaffRole.Agent)
                ?? Invalid($"by is one of {string.Join(", ", s_kinds.Keys)}.");
        }

        var (slots, from, to, problem) = await ReadAsync(request, 1, MaxDays, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var shares = kind(Sum(slots)).Select(one => MoodShareDocument.Of(one.Key, one.Value));
        return Results.Json(
            new MentionMoodsDocument
            {
                From = from,
                To = to,
                By = by,
                Items = [.. shares.OrderByDescending(share => share.All).ThenBy(share => share.Name, StringComparer.Ordinal)],
            },
            MentionDeskJson.Default.MentionMoodsDocument
        );
    }

    private async Task<(IReadOnlyList<SlotCounts> Slots, DateTimeOffset From, DateTimeOffset To, IResult? Problem)> ReadAsync(
        HttpRequest request,
        int usualDays,
        int maxDays,
        CancellationToken cancellationToken
    )
    {
        if (staff.Refuse(request, StaffRole.Marketing, StaffRole.Agent) is { } refusal)
        {
            return ([], default, default, refusal);
        }

        var (query, problem) = MentionQuery.Read(
            name => name is "brand" or "from" or "to" ? (string?)request.Query[name] : null,
            staff.NameOf(request),
            brands
        );
        if (problem is not null)
        {
            return ([], default, default, problem);
        }

        // Counts are of quarters of an hour: a beginning within one is that of the quarter.
        var to = query!.Filter.To ?? clock.GetUtcNow();
        var from = StartOf(query.Filter.From ?? StartOf(to, TimeSpan.FromDays(1)).AddDays(1 - usualDays), MentionCountRows.Slot);
        if (from >= to || to - from > TimeSpan.FromDays(maxDays))
        {
            return (
                [],
                from,
                to,
                Invalid(string.Create(CultureInfo.InvariantCulture, $"from is before to, and at most {maxDays} days before it."))
            );
        }

        IEnumerable<string> names = query.Filter.Brand is { } only ? [only] : brands.Names;
        var found = await Task.WhenAll(names.Select(name => counts.ReadAsync(name, from, to, cancellationToken)));
        return ([.. found.SelectMany(slots => slots)], from, to, null);
    }

    private static MentionCounts Sum(IEnumerable<SlotCounts> slots) =>
        slots.Aggregate(new MentionCounts(), (all, slot) => all.Plus(slot.Counts));

    private static DateTimeOffset StartOf(DateTimeOffset at, TimeSpan step) => new(at.UtcTicks - (at.UtcTicks % step.Ticks), TimeSpan.Zero);

    private static IResult Invalid(string detail) => Problems.Of(StatusCodes.Status400BadRequest, "query-invalid", detail);
}
