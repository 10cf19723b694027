namespace SupportPipeline.Social.Spikes;

public sealed class SpikeSeriesTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void One_unusual_hour_is_one_alert()
    {
        var alert = Assert.Single(Alerts(With(Ordinary(400), (200, 40))));

        Assert.Equal((Start.AddHours(200), Start.AddHours(201), 40), (alert.StartedAt, alert.AlertedAt, alert.Observed));
        Assert.Equal(SpikeSeverity.Critical, alert.Severity);
        Assert.InRange(alert.Expected, 4, 6);
    }

    [Fact]
    public void Two_days_only_teach_what_is_usual()
    {
        var verdicts = SpikeSeries.Look(Start, Hour, With(Ordinary(60), (40, 400))).Select(look => look.Verdict).ToList();

        Assert.All(verdicts.Take(48), verdict => Assert.IsType<SpikeVerdict.NotEnoughData>(verdict));
        Assert.IsType<SpikeVerdict.Quiet>(verdicts[48]);
        Assert.Empty(Alerts(With(Ordinary(60), (40, 400))));
    }

    [Fact]
    public void Of_what_goes_on_people_are_told_again_after_six_hours()
    {
        var counts = With(Ordinary(300), [.. Enumerable.Range(200, 9).Select(hour => (hour, 60))]);

        Assert.Equal([Start.AddHours(201), Start.AddHours(207)], Alerts(counts).Select(alert => alert.AlertedAt));
        Assert.Equal([1, 2], Alerts(counts).Select(alert => alert.Alerts));
    }

    [Fact]
    public void What_flares_up_again_soon_is_the_same_event_and_later_a_new_one()
    {
        Assert.Single(Alerts(With(Ordinary(300), (200, 40), (205, 40))));
        Assert.Equal([1, 1], Alerts(With(Ordinary(300), (200, 40), (210, 40))).Select(alert => alert.Alerts));
    }

    [Fact]
    public void An_event_closes_after_two_calm_hours()
    {
        var closed = SpikeSeries
            .Look(Start, Hour, With(Ordinary(300), (200, 40)))
            .Select(look => look.Verdict)
            .OfType<SpikeVerdict.Closes>();

        Assert.Equal(Start.AddHours(203), Assert.Single(closed).Event.ClosedAt);
    }

    [Fact]
    public void An_earlier_spike_does_not_hide_the_next() => Assert.Equal(2, Alerts(With(Ordinary(400), (200, 4_000), (300, 30))).Count);

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    public void Few_mentions_are_no_spike_however_quiet_it_was(int count, int alerts) =>
        Assert.Equal(alerts, Alerts(With(new int[300], (200, count))).Count);

    [Fact]
    public void One_or_two_people_are_no_spike_however_much_they_write()
    {
        var model = SpikeBaseline.Of(Ordinary(168));

        Assert.IsType<SpikeVerdict.Quiet>(SpikeRules.Decide(new(Start, Start + Hour, 40, Authors: 2), model, null));
        Assert.IsType<SpikeVerdict.Alerts>(SpikeRules.Decide(new(Start, Start + Hour, 40, Authors: 3), model, null));
    }

    [Fact]
    public void Quarters_of_an_hour_tell_it_sooner()
    {
        var quarters = Ordinary(300).SelectMany(_ => new[] { 1, 2, 1, 1 }).ToArray();
        quarters[801] = 20;

        var alert = Assert.Single(SpikeSeries.Look(Start, Hour / 4, quarters).Select(look => look.Verdict).OfType<SpikeVerdict.Alerts>());

        Assert.Equal(Start.AddHours(200.5), alert.Event.AlertedAt);
    }

    /// <summary>Forty brands for eight weeks, more uneven than chance and with days and nights, each with a storm on every tenth day.</summary>
    [Fact]
    public void Storms_are_found_and_ordinary_weeks_stay_quiet()
    {
        var random = new Random(20_26);
        var (storms, found, wrong, weeks) = (0, 0, 0, 0);
        for (var brand = 0; brand < 40; brand++)
        {
            var mean = 2 * Math.Pow(1.15, brand);
            var counts = Enumerable
                .Range(0, 8 * 168)
                .Select(hour => Uneven(random, mean * (1 + (0.5 * Math.Sin(hour * Math.PI / 12)))))
                .ToArray();
            var at = Enumerable.Range(1, 5).Select(number => (number * 240) + random.Next(24)).ToList();
            at.ForEach(hour => counts[hour] += (int)(8 + (6 * mean)));
            var alerts = Alerts(counts);
            storms += at.Count;
            weeks += 8;
            found += at.Count(hour => alerts.Any(alert => alert.StartedAt == Start.AddHours(hour)));
            wrong += alerts.Count(alert => !at.Any(hour => Math.Abs((alert.StartedAt - Start.AddHours(hour)).TotalHours) <= 12));
        }

        Assert.True(found >= storms * 0.95, $"{found} of {storms} storms were found.");
        Assert.True(wrong <= weeks * 0.5, $"{wrong} false alerts in {weeks} weeks.");
    }

    private static List<SpikeEvent> Alerts(int[] counts) =>
        [
            .. SpikeSeries
                .Look(Start, Hour, counts)
                .Select(look => look.Verdict)
                .OfType<SpikeVerdict.Alerts>()
                .Select(alerts => alerts.Event),
        ];

    private static int[] Ordinary(int hours) => [.. Enumerable.Range(0, hours).Select(hour => 3 + (hour * 7 % 5))];

    private static int[] With(int[] counts, params (int Hour, int Count)[] changes)
    {
        foreach (var (hour, count) in changes)
        {
            counts[hour] = count;
        }

        return counts;
    }

    /// <summary>A Poisson number whose mean is itself drawn: mean m, variance m + m²/4.</summary>
    private static int Uneven(Random random, double mean)
    {
        var gamma = Enumerable.Range(0, 4).Sum(_ => -Math.Log(1 - random.NextDouble())) * mean / 4;
        if (gamma > 50)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            return (int)Math.Max(0, Math.Round(gamma + (normal * Math.Sqrt(gamma))));
        }

        var (product, count) = (random.NextDouble(), 0);
        for (var limit = Math.Exp(-gamma); product > limit; count++)
        {
            product *= random.NextDouble();
        }

        return count;
    }
}
