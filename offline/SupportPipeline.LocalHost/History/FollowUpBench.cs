using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.FollowUps;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.LocalHost.History;

/// <summary>Measures a sweep that finds so many follow-ups due among so many scheduled, in an account of its own.</summary>
internal static class FollowUpBench
{
    private const int Hours = 24 * 90;
    private const int Together = 5_000;

    public static async Task<Measured> MeasureAsync(int scheduled, int due, CancellationToken cancellationToken)
    {
        // Nothing listens and no timer fires: the only sweep is the one that is measured.
        await using var run = await LocalHostRun.StartAsync(new() { FunctionTypes = [] }, cancellationToken);
        var store = run.Services.GetRequiredService<FollowUpStore>();
        var now = run.Clock.GetUtcNow();
        var random = new Random(1);
        var all = Enumerable
            .Range(0, due)
            .Select(_ => now.AddMinutes(-random.Next(1, 60)))
            .Concat(Enumerable.Range(0, scheduled - due).Select(_ => now.AddHours(1 + (Hours * random.NextDouble()))))
            .Select((at, number) => new FollowUp(at, FollowUpKind.PromiseReminder, $"seed-{number}", Id(at, random)));
        foreach (var chunk in all.OrderBy(followUp => followUp.At).Chunk(Together))
        {
            await store.ScheduleAsync(chunk, cancellationToken);
        }

        // As if the sweep before this one had run a minute before the first of them was due.
        await run.Services.GetRequiredService<TimedJobs>().RanAsync(FollowUpSweep.Job, now.AddHours(-1), cancellationToken);
        var sweep = run.Services.GetRequiredService<FollowUpSweep>();
        var handedOn = 0;
        var measured = await Measured.OfAsync(1, run.StorageOperations, async _ => handedOn = await sweep.RunAsync(now, cancellationToken));
        return handedOn == due ? measured : throw new InvalidOperationException($"{handedOn} follow-ups were handed on, {due} were due.");
    }

    private static TimeOrderedId Id(DateTimeOffset at, Random random)
    {
        var bytes = new byte[10];
        random.NextBytes(bytes);
        return TimeOrderedId.Create(at, bytes);
    }
}
