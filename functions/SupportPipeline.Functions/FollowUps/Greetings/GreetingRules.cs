using SupportPipeline.Cases;
using SupportPipeline.Playbook;

namespace SupportPipeline.FollowUps.Greetings;

/// <summary>When a customer is greeted, and whether. Pure.</summary>
internal static class GreetingRules
{
    private static readonly TimeOnly Usual = new(10, 0);

    /// <summary>The next greeting of a kind; null when there is no date, no consent, or no decent hour in that day.</summary>
    public static FollowUp? Next(FollowUpKind kind, GreetingFacts facts, TimeZoneInfo desk, DateTimeOffset now)
    {
        if (!facts.HasConsent || DateOf(kind, facts) is not { } date)
        {
            return null;
        }

        var zone = ZoneOf(facts, desk);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);

        // The day somebody became a customer is greeted from the first year on.
        var first = Math.Max(today.Year, kind == FollowUpKind.AnniversaryGreeting ? date.Year + 1 : today.Year);
        for (var year = first; year <= first + 1; year++)
        {
            if (TimeOn(InYear(date, year), facts, zone) is { } at && at > now)
            {
                return new(at, kind, year.ToString(System.Globalization.CultureInfo.InvariantCulture), null, facts.CustomerId);
            }
        }

        return null;
    }

    /// <summary>Why there is no greeting now; null when there is.</summary>
    public static string? Refuse(
        FollowUpKind kind,
        GreetingFacts facts,
        CustomerStanding standing,
        bool hasUnsubscribed,
        TimeZoneInfo desk,
        DateTimeOffset now
    )
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, ZoneOf(facts, desk)).DateTime);
        return !facts.HasConsent || hasUnsubscribed ? FollowUpReason.NoConsent
            : DateOf(kind, facts) is not { } date || InYear(date, today.Year) != today ? FollowUpReason.GreetingDayPassed
            : standing.IsAbusive ? FollowUpReason.CustomerAbusive
            : standing.OpenCases.Count > 0 ? FollowUpReason.OtherCaseOpen
            : null;
    }

    private static DateOnly? DateOf(FollowUpKind kind, GreetingFacts facts) =>
        kind == FollowUpKind.BirthdayGreeting ? facts.Birthday : facts.CustomerSince;

    /// <summary>The 29th of February is the 28th where there is none.</summary>
    private static DateOnly InYear(DateOnly date, int year) =>
        new(year, date.Month, Math.Min(date.Day, DateTime.DaysInMonth(year, date.Month)));

    /// <summary>Ten in the morning, or the end of the quiet hours when they are over by six in the evening.</summary>
    private static DateTimeOffset? TimeOn(DateOnly day, GreetingFacts facts, TimeZoneInfo zone)
    {
        if (facts is not { QuietFrom: { } from, QuietUntil: { } until } || from == until || !IsQuiet(Usual, from, until))
        {
            return DecentHour.On(day, zone);
        }

        var afterQuiet = DecentHour.On(day, zone) + (until - Usual);
        return until > Usual && DecentHour.From(afterQuiet, zone) == afterQuiet ? afterQuiet : null;
    }

    private static bool IsQuiet(TimeOnly time, TimeOnly from, TimeOnly until) =>
        from < until ? time >= from && time < until : time >= from || time < until;

    private static TimeZoneInfo ZoneOf(GreetingFacts facts, TimeZoneInfo desk) =>
        facts.TimeZone is { } named && TimeZoneInfo.TryFindSystemTimeZoneById(named, out var zone) ? zone : desk;
}
