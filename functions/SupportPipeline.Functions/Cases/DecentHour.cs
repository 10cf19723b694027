namespace SupportPipeline.Cases;

/// <summary>When mail that nobody waits for may arrive: from 10 in the morning to 6 in the evening where the customer lives. Pure.</summary>
internal static class DecentHour
{
    private static readonly TimeSpan Begins = TimeSpan.FromHours(10);
    private static readonly TimeSpan Ends = TimeSpan.FromHours(18);

    /// <summary>The moment itself when it is decent, else the next one that is.</summary>
    public static DateTimeOffset From(DateTimeOffset moment, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);
        var day = DateOnly.FromDateTime(local.DateTime);
        return local.TimeOfDay < Begins ? At(day, Begins, zone)
            : local.TimeOfDay >= Ends ? At(day.AddDays(1), Begins, zone)
            : moment;
    }

    /// <summary>Ten in the morning of a day.</summary>
    public static DateTimeOffset On(DateOnly day, TimeZoneInfo zone) => At(day, Begins, zone);

    private static DateTimeOffset At(DateOnly day, TimeSpan time, TimeZoneInfo zone)
    {
        // No zone changes its clocks at ten in the morning; a day that a zone skipped as a whole begins with the next.
        var local = day.ToDateTime(TimeOnly.FromTimeSpan(time), DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
