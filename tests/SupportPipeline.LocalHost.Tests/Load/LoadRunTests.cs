using SupportPipeline.LocalHost.Load;

namespace SupportPipeline.LocalHost.Tests.Load;

public sealed class LoadRunTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("load").FullName;

    [Fact]
    public async Task Finds_every_case_and_every_acknowledgement()
    {
        await using var host = await PretendedHost.StartAsync();

        var report = await new LoadRun(host.Target, new LoadOptions { Emails = 250, Concurrency = 8 }).RunAsync(CancellationToken.None);

        Assert.Empty(report.Problems());
        Assert.Equal((250, 250), (report.Accepted, report.Cases));
        Assert.Equal(250, report.Operations.Counts["table batch"]);
        Assert.True(report.ProcessTime > TimeSpan.Zero);
        Assert.True(report.PeakHostBytes > 0 && report.PeakStorageBytes > 0);
    }

    [Fact]
    public async Task Sends_again_what_was_refused_and_counts_the_refusals()
    {
        await using var host = await PretendedHost.StartAsync();
        host.Refusals = 3;

        var report = await new LoadRun(host.Target, new LoadOptions { Emails = 5, Concurrency = 2 }).RunAsync(CancellationToken.None);

        Assert.Empty(report.Problems());
        Assert.Equal(3, report.Errors["503"]);
        Assert.Equal(8, host.Requests);
    }

    [Fact]
    public async Task Sees_what_is_lost_and_what_comes_twice()
    {
        await using var host = await PretendedHost.StartAsync();
        host.Lost.Add(SyntheticEmails.SenderOf(3));
        host.Doubled.Add(SyntheticEmails.SenderOf(5));

        var report = await new LoadRun(host.Target, new LoadOptions { Emails = 10, Concurrency = 2 }).RunAsync(CancellationToken.None);

        Assert.Equal(["customer0000003@load.example"], report.Unacknowledged);
        Assert.Equal(["customer0000005@load.example"], report.AcknowledgedTwice);
        Assert.Equal(
            ["1 accepted mails have no case", "1 senders got no acknowledgement", "1 senders got more than one acknowledgement"],
            report.Problems()
        );
    }

    [Fact]
    public async Task Takes_up_a_killed_run_without_sending_again_what_was_accepted()
    {
        await using var host = await PretendedHost.StartAsync();
        host.Lost.Add(SyntheticEmails.SenderOf(1));
        await new LoadRun(host.Target, new LoadOptions { Emails = 4, DataDirectory = _directory }).RunAsync(CancellationToken.None);

        var report = await new LoadRun(host.Target, new LoadOptions { Emails = 6, DataDirectory = _directory }).RunAsync(
            CancellationToken.None
        );

        Assert.Equal(6, host.Requests);
        Assert.Equal((4, 6), (report.AcceptedBefore, report.Accepted));
        Assert.Equal(["customer0000001@load.example"], report.Unacknowledged);
    }

    [Fact]
    public async Task Reports_that_the_list_of_cases_was_refused()
    {
        await using var host = await PretendedHost.StartAsync();
        host.HidesCases = true;

        var report = await new LoadRun(host.Target, new LoadOptions { Emails = 2 }).RunAsync(CancellationToken.None);

        Assert.Equal(1, report.Errors["cases: 403"]);
        Assert.Equal(["2 accepted mails have no case"], report.Problems());
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);
}
