using SupportPipeline.LocalHost.Broadcast;

namespace SupportPipeline.LocalHost.Tests.Broadcast;

/// <summary>The <c>broadcast</c> command, small.</summary>
public sealed class BroadcastTests
{
    [Fact]
    public async Task Everybody_hears_once_and_bad_addresses_hold_up_nobody()
    {
        var report = await new BroadcastRun(new() { Recipients = 1_200, BadAddresses = 7 }).RunAsync(CancellationToken.None);

        Assert.Equal((1_193, 0, 0), (report.Mails, report.Duplicates, report.Missed));
        Assert.Equal((7, 1_193), (report.Progress["failed"], report.Progress["submitted"]));
        Assert.True(report.IsClean);
    }

    [Fact]
    public async Task Killed_hosts_and_lost_answers_leave_nobody_out_and_everything_accounted_for()
    {
        var directory = Directory.CreateTempSubdirectory("broadcast");
        try
        {
            var options = new BroadcastOptions
            {
                Recipients = 3_000,
                BadAddresses = 2,
                Kills = 4,
                DropsInThousand = 50,
            };
            await using var storm = new BroadcastStorm(options, directory.FullName);
            var report = await storm.RunAsync(CancellationToken.None);

            Assert.Equal(0, report.Missed);
            Assert.Equal([], report.Audit.Problems.Select(problem => problem.ToString()));
            Assert.Equal(2, report.Progress["failed"]);
            Assert.True(report.IsClean);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
