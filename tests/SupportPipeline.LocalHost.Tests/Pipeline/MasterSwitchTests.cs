using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

/// <summary>With the master switch off mail is taken in and understood, and nothing goes out.</summary>
public sealed class MasterSwitchTests(MasterSwitchTests.SilentDesk fixture)
    : PipelineTest(fixture),
        IClassFixture<MasterSwitchTests.SilentDesk>
{
    [Fact]
    public async Task Nothing_goes_out_and_the_reply_waits()
    {
        var maria = Customer("maria.silent@customer.example");

        var opened = await maria.OpensAsync(maria.Letter());

        Assert.Equal(("approved", "sending-switched-off"), (opened.OnlyReply.State, opened.OnlyReply.Reason));
        Assert.Equal(["reply-held-back"], opened.Events.Select(entry => entry.Kind));
        Assert.Empty(await maria.MailsAsync());
    }

    /// <summary>The desk of these tests.</summary>
    public sealed class SilentDesk : SharedDesk
    {
        private protected override LocalHostOptions Configure(LocalHostOptions options) => With(options, ("Replies:Enabled", "false"));
    }
}
