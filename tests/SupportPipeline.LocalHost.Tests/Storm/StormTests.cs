using SupportPipeline.LocalHost.Storm;
using Xunit.Abstractions;

namespace SupportPipeline.LocalHost.Tests.Storm;

/// <summary>A short storm in real processes; <c>storm</c> runs the long one.</summary>
public sealed class StormTests(ITestOutputHelper output) : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("storm").FullName;

    [Fact]
    public async Task Nothing_is_lost_doubled_or_unexplained_after_a_storm()
    {
        await using var run = new StormRun(
            new()
            {
                Emails = 200,
                Kills = 3,
                DataDirectory = _data,
            }
        );

        var report = await run.RunAsync(CancellationToken.None);

        var lines = StormText.Lines(report).ToList();
        lines.ForEach(output.WriteLine);
        Assert.Equal([], report.Audits.SelectMany(audit => audit.Problems).Select(problem => problem.ToString()));
        Assert.True(report.IsClean);
        Assert.Equal((200, 3, 1, 0), (report.Accepted, report.Tally.Kills, report.Tally.StorageStops, report.Tally.ClockWentBack));
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);
}
