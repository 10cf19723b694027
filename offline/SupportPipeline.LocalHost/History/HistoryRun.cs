using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Cases;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.History;

/// <summary>Measures with next to no history and with much of it, in the same process and account, one after the other.</summary>
internal sealed class HistoryRun(int cases, int emails)
{
    private const int WarmUp = 150;

    // Customers without a history; those with one are counted from 0.
    private const int Newcomers = 5_000_000;

    /// <summary>Told what is going on.</summary>
    public Action<string> Tell { get; init; } = static _ => { };

    public async Task<(HistorySize Before, HistorySize After)> RunAsync(CancellationToken cancellationToken)
    {
        await using var run = await LocalHostRun.StartAsync(
            new LocalHostOptions { FunctionTypes = LocalHostOptions.WithoutTimers },
            cancellationToken
        );
        using var handler = new SocketsHttpHandler();
        using var http = new HttpClient(handler) { BaseAddress = run.BaseAddress };
        var bench = new HistoryBench(run, http);

        // So that code is compiled, and a page of open cases is full, before anything counts.
        await bench.MeasureAsync("warm-up", WarmUp, Newcomers, cancellationToken);
        var before = await bench.MeasureAsync($"{WarmUp} cases", emails, Newcomers + WarmUp, cancellationToken);
        Tell($"storing {cases} cases");
        var first = await FirstCaseAsync(run, cancellationToken);
        var seed = new HistorySeed(run.Services, emails)
        {
            Progress = stored =>
            {
                if (stored % 10_000 == 0)
                {
                    Tell(stored.ToString(CultureInfo.InvariantCulture));
                }
            },
        };
        await seed.StoreAsync(first, cases, run.Clock.GetUtcNow().AddDays(-2), cancellationToken);
        await bench.MeasureAsync("warm-up", WarmUp / 3, Newcomers * 2, cancellationToken);
        return (before, await bench.MeasureAsync($"{cases} cases more", emails, firstCustomer: 0, cancellationToken));
    }

    private static async Task<TimeOrderedId> FirstCaseAsync(LocalHostRun run, CancellationToken cancellationToken)
    {
        var team = run.Services.GetRequiredService<Organisation>().DefaultTeam;
        var views = run.Services.GetRequiredService<CaseViewStore>();
        var (items, _) = await views.ListAsync(CaseView.Open, team, 1, null, cancellationToken);
        return TimeOrderedId.Parse(items[0].Id);
    }
}
