using System.Globalization;

namespace SupportPipeline.Platform;

/// <summary>When the desk works: hours per day of the week in one time zone, and holidays. Immutable.</summary>
public sealed class BusinessCalendar
{
    /// <summary>Further ahead than this nothing is promised; a calendar without an hour of work in it is a mistake.</summary>
    private const int MaxDays = 400;

    private readonly Dictionary<DayOfWeek, List<(TimeSpan From, TimeSpan Until)>> _hours = [];
    private readonly HashSet<DateOnly> _holidays;

    /// <summary>Reads a calendar.</summary>
    /// <exception cref="FormatException">The time zone or the hours cannot be read; the message says where.</exception>
    public BusinessCalendar(CalendarEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        TimeZone = TimeZoneInfo.TryFindSystemTimeZoneById(entry.TimeZone, out var zone)
            ? zone
            : throw new FormatException($"calendar.timeZone: '{entry.TimeZone}' is not a known IANA time zone.");
        _holidays = [.. entry.Holidays];
        foreach (var (day, hours) in entry.Hours)
        {
            var weekday = Array.FindIndex(Enum.GetNames<DayOfWeek>(), name => string.Equals(name, day, StringComparison.OrdinalIgnoreCase));
            if (weekday < 0)
            {
                throw new FormatException($"calendar.hours: '{day}' is not a day of the week.");
            }

            _hours[(DayOfWeek)weekday] = ReadSpans(day, hours);
        }

        IsAlwaysOpen = entry.Hours.Count == 0;
    }

    /// <summary>The zone in which hours are meant and times are told.</summary>
    public TimeZoneInfo TimeZone { get; }

    /// <summary>Whether there are no hours, so that the desk never closes.</summary>
    public bool IsAlwaysOpen { get; }

    /// <summary>The moment when so much working time has passed.</summary>
    /// <exception cref="InvalidOperationException">There is not so much working time in more than a year.</exception>
    public DateTimeOffset Add(DateTimeOffset from, TimeSpan workingTime)
    {
        if (IsAlwaysOpen && _holidays.Count == 0)
        {
            return from + workingTime;
        }

        var left = workingTime;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, TimeZone).DateTime);
        for (var days = 0; days < MaxDays; days++)
        {
            foreach (var (opens, closes) in SpansOf(today.AddDays(days)))
            {
                var begin = opens > from ? opens : from;
                if (closes <= begin)
                {
                    continue;
                }

                if (left <= closes - begin)
                {
                    return begin + left;
                }

                left -= closes - begin;
            }
        }

        throw new InvalidOperationException("The calendar has too little working time.");
    }

    /// <summary>How much working time there is between two moments; zero when the second is not later. Counted for at most 400 days.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset until)
    {
        if (until <= from)
        {
            return TimeSpan.Zero;
        }

        if (IsAlwaysOpen && _holidays.Count == 0)
        {
            return until - from;
        }

        var worked = TimeSpan.Zero;
        var first = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(from, TimeZone).DateTime);
        for (var days = 0; days < MaxDays; days++)
        {
            foreach (var (opens, closes) in SpansOf(first.AddDays(days)))
            {
                if (opens >= until)
                {
                    return worked;
                }

                var (begin, end) = (opens > from ? opens : from, closes < until ? closes : until);
                worked += end > begin ? end - begin : TimeSpan.Zero;
            }

            // A free day has no hours to stop at.
            if (At(first.AddDays(days + 1), TimeSpan.Zero) >= until)
            {
                return worked;
            }
        }

        return worked;
    }

    /// <summary>The working hours of one day, as moments.</summary>
    private IEnumerable<(DateTimeOffset Opens, DateTimeOffset Closes)> SpansOf(DateOnly day)
    {
        if (_holidays.Contains(day))
        {
            yield break;
        }

        if (IsAlwaysOpen)
        {
            yield return (At(day, TimeSpan.Zero), At(day.AddDays(1), TimeSpan.Zero));
        }
        else if (_hours.TryGetValue(day.DayOfWeek, out var spans))
        {
            foreach (var (from, until) in spans)
            {
                yield return (At(day, from), At(day, until));
            }
        }
    }

    /// <summary>A local time as a moment; one that a clock change skips is the moment of the change.</summary>
    private DateTimeOffset At(DateOnly day, TimeSpan time)
    {
        var local = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified) + time;
        while (TimeZone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, TimeZone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static List<(TimeSpan From, TimeSpan Until)> ReadSpans(string day, string hours)
    {
        var spans = hours
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(span => ReadSpan(day, span))
            .OrderBy(span => span.From)
            .ToList();
        return spans.Zip(spans.Skip(1)).Any(pair => pair.Second.From < pair.First.Until)
            ? throw new FormatException($"calendar.hours.{day}: the hours in '{hours}' overlap.")
            : spans;
    }

    private static (TimeSpan From, TimeSpan Until) ReadSpan(string day, string text)
    {
        if (
            text.Split('-', StringSplitOptions.TrimEntries) is [var from, var until]
            && Time(from) is { } begin
            && Time(until) is { } end
            && begin < end
        )
        {
            return (begin, end);
        }

        throw new FormatException($"calendar.hours.{day}: '{text}' is not like 09:00-18:00.");
    }

    private static TimeSpan? Time(string text) =>
        text == "24:00" ? TimeSpan.FromDays(1)
        : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time.ToTimeSpan()
        : null;
}
