using System.Net;
using System.Text;

namespace SupportPipeline.LocalHost.Tests.Hosting;

public sealed class TimerFunctionTests
{
    [Fact]
    public async Task Runs_once_for_all_the_days_a_jump_went_over()
    {
        await using var host = await SampleHost.StartAsync(typeof(TimerSample));
        Assert.Empty(host.Sample.Seen);
        await AdvanceAsync(host, "5.00:00:00");
        Assert.Equal(["Daily, past due: True"], host.Sample.Seen);
        await AdvanceAsync(host, "1.00:00:00");
        Assert.Equal(["Daily, past due: True", "Daily, past due: False"], host.Sample.Seen);
        Assert.True((await host.Run.Health.LookAsync(default)).Idle);
    }

    [Fact]
    public async Task A_timer_missed_while_the_host_was_down_runs_once_at_the_start()
    {
        var data = Directory.CreateTempSubdirectory("timers").FullName;
        await using (var first = await SampleHost.StartAsync(typeof(TimerSample), options => options with { DataDirectory = data }))
        {
            await AdvanceAsync(first, "1.00:00:00");
        }

        var file = Path.Combine(data, "timers.json");
        await File.WriteAllTextAsync(file, """{"Daily":"2020-01-01T06:30:00Z"}""");
        await using var second = await SampleHost.StartAsync(typeof(TimerSample), options => options with { DataDirectory = data });
        await second.IdleAsync();
        Assert.Equal(["Daily, past due: True"], second.Sample.Seen);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"advance":"tomorrow"}""")]
    [InlineData("""{"advance":"-01:00:00"}""")]
    public async Task A_clock_request_that_makes_no_sense_is_refused(string body)
    {
        await using var host = await SampleHost.StartAsync(typeof(HttpSample));
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await host.Http.PostAsync("local/clock", content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(TimeSpan.Zero, host.Run.Clock.Offset);
    }

    private static async Task AdvanceAsync(SampleHost host, string by)
    {
        using var content = new StringContent($$"""{"advance":"{{by}}"}""", Encoding.UTF8, "application/json");
        using var answer = await host.Http.PostAsync("local/clock", content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
