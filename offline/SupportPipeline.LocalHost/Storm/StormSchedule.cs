namespace SupportPipeline.LocalHost.Storm;

/// <summary>Something bad that happens.</summary>
internal abstract record Strike
{
    private Strike() { }

    /// <summary>A function host dies without a word, and is started again after a while.</summary>
    public sealed record Kill(int Host, TimeSpan After, TimeSpan Gone) : Strike;

    /// <summary>Storage is stopped, and started again after a while.</summary>
    public sealed record StopStorage(TimeSpan Gone) : Strike;

    /// <summary>A host's next requests to storage are refused, or done without an answer.</summary>
    public sealed record FailStorage(int Host, int Count, bool DropAnswer) : Strike;

    /// <summary>The clock jumps ahead.</summary>
    public sealed record JumpClock(TimeSpan By) : Strike;
}

/// <summary>When what strikes: at so many accepted mails. Pure.</summary>
/// <param name="Accepted">The number of accepted mails it waits for.</param>
/// <param name="Strike">What happens.</param>
internal sealed record PlannedStrike(int Accepted, Strike Strike)
{
    /// <summary>Plans the whole storm.</summary>
    public static IReadOnlyList<PlannedStrike> All(StormOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var random = new Random(options.Seed);
        int When() => random.Next(options.Emails / 50, options.Emails * 49 / 50);
        TimeSpan Milliseconds(int most) => TimeSpan.FromMilliseconds(random.Next(most));
        IEnumerable<PlannedStrike> Planned(int count, Func<Strike> strike) =>
            Enumerable.Range(0, count).Select(_ => new PlannedStrike(When(), strike()));
        return
        [
            .. Planned(options.Kills, () => new Strike.Kill(random.Next(options.Hosts), Milliseconds(400), Milliseconds(1_500)))
                .Concat(Planned(options.StorageStops, () => new Strike.StopStorage(Milliseconds(4_000))))
                .Concat(
                    Planned(
                        options.StorageFailures,
                        () => new Strike.FailStorage(random.Next(options.Hosts), random.Next(1, 9), random.Next(2) == 0)
                    )
                )
                .Concat(Planned(options.ClockJumps, () => new Strike.JumpClock(TimeSpan.FromMinutes(random.Next(1, 360)))))
                .OrderBy(planned => planned.Accepted),
        ];
    }
}
