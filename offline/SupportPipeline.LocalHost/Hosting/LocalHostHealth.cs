using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SupportPipeline.LocalHost.Functions;
using SupportPipeline.LocalHost.Queues;
using SupportPipeline.LocalHost.Timers;

namespace SupportPipeline.LocalHost.Hosting;

/// <summary>The messages a queue holds, those in work and those waiting for their next attempt included.</summary>
internal sealed record QueueHealth(int Messages);

/// <summary>The answer of <c>GET /local/health</c>.</summary>
/// <param name="Ready">The local host serves.</param>
/// <param name="Idle">Nothing is queued, in work, or due.</param>
/// <param name="Queues">Each queue that has a function.</param>
/// <param name="Poison">Their poison queues, by their own names: poison messages, and dead letters that wait for a person.</param>
internal sealed record Health(
    bool Ready,
    bool Idle,
    IReadOnlyDictionary<string, QueueHealth> Queues,
    IReadOnlyDictionary<string, int> Poison
);

/// <summary>Looks at the queues, the timers and the functions in work.</summary>
internal sealed class LocalHostHealth(
    QueueListeners queues,
    TimerListeners timers,
    HostActivity activity,
    IReadOnlyList<Func<bool>> otherWork,
    WaitingMessages waiting
)
{
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromMilliseconds(20);

    public bool IsReady { get; set; }

    // A message is deleted only after what it caused was queued. But the queues are not read in one moment, so a message may
    // move from one not read yet to one already read: then a function has ended in between, and the answer is not idle.
    public async Task<Health> LookAsync(CancellationToken ct)
    {
        var before = activity.Changes;

        // A poison queue that is drained by a function is still a poison queue to whoever looks.
        var names = queues.Queues.Where(name => QueueListeners.PoisonName(name) is not null).ToArray();
        var poisonNames = names.Select(name => QueueListeners.PoisonName(name)!).ToArray();
        var counts = await Task.WhenAll(names.Select(name => queues.CountAsync(name, ct)));
        var poisonCounts = await Task.WhenAll(poisonNames.Select(name => queues.CountAsync(name, ct)));
        var letters = await Task.WhenAll(names.Select(name => waiting.DeadLettersAsync(name, ct)));
        var isNothingDue = names.Zip(counts).All(queue => queue.Second <= waiting.NotDueForLong(queue.First));

        // A poison message that a function is about to take is still on its way; one that nobody listens for has arrived.
        var isDrained = poisonNames.Zip(poisonCounts).All(queue => queues.Stuck(queue.First) is not { } stuck || queue.Second <= stuck);
        var idle = isNothingDue && isDrained && !IsAtWork && activity.Changes == before;
        return new(
            IsReady,
            idle,
            names.Zip(counts).ToDictionary(queue => queue.First, queue => new QueueHealth(queue.Second), StringComparer.Ordinal),
            poisonNames
                .Zip(poisonCounts, letters)
                .ToDictionary(queue => queue.First, queue => queue.Second + queue.Third, StringComparer.Ordinal)
        );
    }

    /// <summary>Returns when nothing is left to do.</summary>
    public async Task WaitUntilIdleAsync(CancellationToken ct)
    {
        // Storage is asked only when this process thinks itself that it is done.
        while (IsAtWork || !(await LookAsync(ct)).Idle)
        {
            await Task.Delay(s_lookAgain, ct);
        }
    }

    public void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/local/health", async (CancellationToken ct) => Results.Json(await LookAsync(ct)));

    private bool IsAtWork => activity.InFlight > 0 || timers.AreBusy || otherWork.Any(isAtWork => isAtWork());
}
