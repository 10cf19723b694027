using System.Net;
using System.Net.Http.Json;
using SupportPipeline.LocalHost.Clock;

namespace SupportPipeline.LocalHost.Storm;

/// <summary>Lets strikes happen, and counts them.</summary>
internal sealed class StormWeather(StormHosts hosts, StormStorage storage, MovableClock clock, SocketsHttpHandler handler, StormTally tally)
{
    public async Task StrikeAsync(Strike strike, CancellationToken cancellationToken)
    {
        switch (strike)
        {
            case Strike.Kill kill:
                await hosts.KillAsync(kill.Host, kill.After, kill.Gone);
                tally.Kills++;
                break;
            case Strike.StopStorage stop:
                // Nobody can start without storage, so those that are starting are waited for.
                await hosts.SettleAsync();
                await storage.RestartAsync(stop.Gone, cancellationToken);
                tally.StorageStops++;
                break;
            case Strike.FailStorage fail:
                await FailStorageAsync(fail, cancellationToken);
                break;
            case Strike.JumpClock jump:
                await JumpAsync(jump.By, cancellationToken);
                break;
            default:
                throw new InvalidOperationException("A strike nobody has thought of.");
        }
    }

    private async Task FailStorageAsync(Strike.FailStorage fail, CancellationToken cancellationToken)
    {
        var plan = new
        {
            target = "storage",
            status = fail.DropAnswer ? null : (int?)503,
            dropAnswer = fail.DropAnswer,
            count = fail.Count,
        };
        await hosts.SettleAsync();
        await PostAsync(hosts.Living[fail.Host], "local/faults", plan, cancellationToken);
        tally.StorageFailures++;
    }

    private async Task JumpAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        // One that is just starting was told the time before.
        await hosts.SettleAsync();
        clock.Advance(by);
        foreach (var host in hosts.Living)
        {
            await PostAsync(host, "local/clock", new { advance = by }, cancellationToken);
            var back = await PostAsync(host, "local/clock", new { advance = -by }, cancellationToken);
            tally.ClockWentBack += back == HttpStatusCode.BadRequest ? 0 : 1;
        }

        tally.ClockJumps++;
    }

    private async Task<HttpStatusCode> PostAsync(StormHost host, string path, object body, CancellationToken cancellationToken)
    {
        using var http = new HttpClient(handler, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        using var answer = await http.PostAsJsonAsync(new Uri(host.Address, path), body, cancellationToken);
        return answer.StatusCode;
    }
}

/// <summary>What has struck so far.</summary>
internal sealed class StormTally
{
    public int Kills { get; set; }

    public int StorageStops { get; set; }

    public int StorageFailures { get; set; }

    public int ClockJumps { get; set; }

    /// <summary>How often the clock was asked to go back and was not refused.</summary>
    public int ClockWentBack { get; set; }
}
