using System.Globalization;

namespace SupportPipeline.Platform;

public sealed class BusinessCalendarTests
{
    private static readonly CalendarEntry Office = new()
    {
        TimeZone = "Europe/Berlin",
        Hours = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["monday"] = "09:00-17:00",
            ["tuesday"] = "09:00-17:00",
            ["Wednesday"] = "13:00-17:00, 09:00-12:00",
            ["thursday"] = "09:00-17:00",
            ["friday"] = "09:00-17:00",
        },
        Holidays = [new(2026, 12, 25)],
    };

    [Theory]
    [InlineData("within the hours", "2026-11-23 10:00", 2, "2026-11-23 12:00")]
    [InlineData("to the last minute", "2026-11-23 10:00", 7, "2026-11-23 17:00")]
    [InlineData("over the evening", "2026-11-23 16:00", 2, "2026-11-24 10:00")]
    [InlineData("before opening", "2026-11-23 06:00", 1, "2026-11-23 10:00")]
    [InlineData("after closing", "2026-11-23 19:00", 1, "2026-11-24 10:00")]
    [InlineData("over the weekend", "2026-11-20 16:30", 1, "2026-11-23 09:30")]
    [InlineData("from Saturday", "2026-11-21 12:00", 8, "2026-11-23 17:00")]
    [InlineData("over the lunch break", "2026-11-25 11:00", 2, "2026-11-25 14:00")]
    [InlineData("in the lunch break", "2026-11-25 12:30", 1, "2026-11-25 14:00")]
    [InlineData("over a holiday and a weekend", "2026-12-24 16:00", 2, "2026-12-28 10:00")]
    [InlineData("several days", "2026-11-23 09:00", 24, "2026-11-26 10:00")]
    public void Counts_working_time(string situation, string from, int hours, string until)
    {
        _ = situation;

        Assert.Equal(Berlin(until), new BusinessCalendar(Office).Add(Berlin(from), TimeSpan.FromHours(hours)));
    }

    [Theory]
    [InlineData("2026-11-23 10:00", "2026-11-23 10:00")]
    [InlineData("2026-11-23 17:00", "2026-11-24 09:00")]
    [InlineData("2026-11-21 12:00", "2026-11-23 09:00")]
    public void No_working_time_is_now_or_when_the_desk_opens(string from, string until) =>
        Assert.Equal(Berlin(until), new BusinessCalendar(Office).Add(Berlin(from), TimeSpan.Zero));

    [Theory]
    [InlineData("forward, through the night", "2026-03-28T23:00:00Z", 4, "2026-03-29T03:00:00Z")]
    [InlineData("forward, an opening that is skipped", "2026-03-28T12:00:00Z", 1, "2026-03-29T02:00:00Z")]
    [InlineData("back, the night is an hour longer", "2026-10-24T22:00:00Z", 4, "2026-10-25T02:00:00Z")]
    [InlineData("back, a day has twenty-five hours", "2026-10-24T22:00:00Z", 25, "2026-10-25T23:00:00Z")]
    public void Clocks_that_change_neither_lose_nor_win_working_time(string situation, string from, int hours, string until)
    {
        var skipped = situation.Contains("skipped", StringComparison.Ordinal);
        var calendar = new BusinessCalendar(
            new()
            {
                TimeZone = "Europe/Berlin",
                Hours = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["saturday"] = skipped ? "00:00-01:00" : "00:00-24:00",
                    ["sunday"] = skipped ? "02:30-05:00" : "00:00-24:00",
                },
            }
        );

        Assert.Equal(
            DateTimeOffset.Parse(until, CultureInfo.InvariantCulture),
            calendar.Add(DateTimeOffset.Parse(from, CultureInfo.InvariantCulture), TimeSpan.FromHours(hours))
        );
    }

    [Fact]
    public void Office_hours_are_an_hour_earlier_in_summer()
    {
        var calendar = new BusinessCalendar(Office);

        Assert.Equal(Utc("2026-03-27T08:00:00Z"), calendar.Add(Utc("2026-03-27T00:00:00Z"), TimeSpan.Zero));
        Assert.Equal(Utc("2026-03-30T07:00:00Z"), calendar.Add(Utc("2026-03-28T00:00:00Z"), TimeSpan.Zero));
        Assert.Equal(Utc("2026-10-26T08:00:00Z"), calendar.Add(Utc("2026-10-24T00:00:00Z"), TimeSpan.Zero));
    }

    [Fact]
    public void Without_hours_the_desk_never_closes()
    {
        var calendar = new BusinessCalendar(new());

        Assert.True(calendar.IsAlwaysOpen);
        Assert.Equal(TimeZoneInfo.Utc, calendar.TimeZone);
        Assert.Equal(Utc("2026-11-22T03:00:00Z"), calendar.Add(Utc("2026-11-21T03:00:00Z"), TimeSpan.FromDays(1)));
    }

    [Fact]
    public void Without_hours_holidays_are_still_free()
    {
        var calendar = new BusinessCalendar(new() { Holidays = [new(2026, 12, 25)] });

        Assert.Equal(Utc("2026-12-26T01:00:00Z"), calendar.Add(Utc("2026-12-24T23:00:00Z"), TimeSpan.FromHours(2)));
    }

    [Fact]
    public void A_calendar_with_hardly_any_working_time_promises_nothing()
    {
        var calendar = new BusinessCalendar(Only("monday", "09:00-09:01"));

        Assert.Equal(
            "The calendar has too little working time.",
            Assert.Throws<InvalidOperationException>(() => calendar.Add(Utc("2026-11-21T03:00:00Z"), TimeSpan.FromHours(2))).Message
        );
    }

    [Theory]
    [InlineData("mondays", "09:00-17:00", "calendar.hours: 'mondays' is not a day of the week.")]
    [InlineData("1", "09:00-17:00", "calendar.hours: '1' is not a day of the week.")]
    [InlineData("monday, tuesday", "09:00-17:00", "calendar.hours: 'monday, tuesday' is not a day of the week.")]
    [InlineData("monday", "", "calendar.hours.monday: '' is not like 09:00-18:00.")]
    [InlineData("monday", "9-17", "calendar.hours.monday: '9-17' is not like 09:00-18:00.")]
    [InlineData("monday", "17:00-09:00", "calendar.hours.monday: '17:00-09:00' is not like 09:00-18:00.")]
    [InlineData("monday", "09:00-09:00", "calendar.hours.monday: '09:00-09:00' is not like 09:00-18:00.")]
    [InlineData("monday", "09:00-24:01", "calendar.hours.monday: '09:00-24:01' is not like 09:00-18:00.")]
    [InlineData("monday", "09:00-12:00,", "calendar.hours.monday: '' is not like 09:00-18:00.")]
    [InlineData("monday", "13:00-17:00, 09:00-13:01", "calendar.hours.monday: the hours in '13:00-17:00, 09:00-13:01' overlap.")]
    public void Hours_that_cannot_be_read_say_which(string day, string hours, string expected) =>
        Assert.Equal(expected, Assert.Throws<FormatException>(() => new BusinessCalendar(Only(day, hours))).Message);

    private static CalendarEntry Only(string day, string hours) =>
        new() { Hours = new Dictionary<string, string>(StringComparer.Ordinal) { [day] = hours } };

    private static DateTimeOffset Utc(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);

    /// <summary>A time in Berlin in winter.</summary>
    private static DateTimeOffset Berlin(string time) => DateTimeOffset.Parse(time + "+01:00", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-11-20T10:00Z", "2026-11-20T12:30Z", 2.5)]
    [InlineData("2026-11-20T16:00Z", "2026-11-23T10:00Z", 2)]
    [InlineData("2026-11-21T00:00Z", "2026-11-22T23:00Z", 0)]
    [InlineData("2026-11-20T12:00Z", "2026-11-20T12:00Z", 0)]
    [InlineData("2026-11-20T12:00Z", "2026-11-19T12:00Z", 0)]
    [InlineData("2026-12-24T09:00Z", "2026-12-29T09:00Z", 16)]
    [InlineData("2026-11-02T00:00Z", "2027-11-01T00:00Z", 2072)]
    public void Working_time_between_two_moments_leaves_out_nights_weekends_and_holidays(string from, string until, double hours)
    {
        // Two holidays, one of them on a day of work: 52 weeks of 40 hours less a day.
        var calendar = new BusinessCalendar(
            new()
            {
                Hours = new[] { "monday", "tuesday", "wednesday", "thursday", "friday" }.ToDictionary(day => day, _ => "09:00-17:00"),
                Holidays = [new DateOnly(2026, 12, 25), new DateOnly(2026, 12, 26)],
            }
        );
        var culture = System.Globalization.CultureInfo.InvariantCulture;

        var between = calendar.Between(DateTimeOffset.Parse(from, culture), DateTimeOffset.Parse(until, culture));

        Assert.Equal(TimeSpan.FromHours(hours), between);
    }

    [Fact]
    public void A_desk_that_never_closes_still_has_holidays()
    {
        var calendar = new BusinessCalendar(new() { Holidays = [new DateOnly(2026, 12, 25)] });
        var from = new DateTimeOffset(2026, 12, 24, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(TimeSpan.FromHours(24), calendar.Between(from, from.AddDays(2)));
    }

    [Fact]
    public void Between_is_the_inverse_of_adding()
    {
        var calendar = new BusinessCalendar(
            new()
            {
                TimeZone = "Europe/Berlin",
                Hours = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["sunday"] = "00:00-24:00",
                    ["monday"] = "08:00-12:00,13:00-17:00",
                },
            }
        );

        // The last Sunday of March has 23 hours in Berlin, that of October 25.
        foreach (var month in new[] { 3, 10 })
        {
            var from = new DateTimeOffset(2026, month, 20, 0, 0, 0, TimeSpan.Zero);
            for (var hours = 1; hours < 60; hours++)
            {
                Assert.Equal(TimeSpan.FromHours(hours), calendar.Between(from, calendar.Add(from, TimeSpan.FromHours(hours))));
            }
        }
    }
}
