using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;
using SupportPipeline.Triage;

namespace SupportPipeline.LocalHost.Tests.Language;

public sealed class LanguageFaultTests(LanguageFaultTests.AzureDesk fixture)
    : PipelineTest(fixture),
        IClassFixture<LanguageFaultTests.AzureDesk>
{
    private const string Text = "Where is my parcel? 😡";

    [Fact]
    public async Task The_engine_azure_asks_the_local_service()
    {
        var triage = await TriageAsync();

        var embedded = Desk.Run.Services.GetRequiredService<EmbeddedAnalyzer>().Analyze(Text);
        Assert.Equal((TriageEngine.Azure, null), (triage.Engine, triage.FallbackReason));
        Assert.Equal((embedded.Language, embedded.Intent.Best), (triage.Language, triage.Intent.Best));
    }

    [Fact]
    public async Task A_throttled_service_is_left_alone_for_as_long_as_it_says()
    {
        ExpectInLog("Azure AI Language is left alone until");
        await Desk.FailAsync(
            new
            {
                target = "language",
                status = 429,
                retryAfter = "00:10:00",
            }
        );

        var first = await TriageAsync();
        var second = await TriageAsync();
        using (await Desk.Http.PostAsJsonAsync("local/clock", new { advance = "00:10:00" })) { }
        var third = await TriageAsync();

        Assert.Equal(
            [
                (TriageEngine.Embedded, "language-service-throttled"),
                (TriageEngine.Embedded, "language-circuit-open"),
                (TriageEngine.Azure, null),
            ],
            new[] { first, second, third }.Select(triage => (triage.Engine, triage.FallbackReason))
        );
    }

    [Theory]
    [InlineData(500)]
    [InlineData(null)]
    public async Task A_failing_service_costs_a_message_nothing_but_the_services_opinion(int? status)
    {
        await Desk.FailAsync(
            new
            {
                target = "language",
                status,
                dropAnswer = status is null,
                count = 3,
            }
        );

        var failed = await TriageAsync();
        var next = await TriageAsync();

        Assert.Equal((TriageEngine.Embedded, "language-service-failed"), (failed.Engine, failed.FallbackReason));
        Assert.Equal((TriageEngine.Azure, null), (next.Engine, next.FallbackReason));
    }

    [Fact]
    public async Task A_slow_service_is_not_waited_for()
    {
        await Desk.FailAsync(new { target = "language", delay = "00:01:00" });

        var triage = await TriageAsync();

        Assert.Equal((TriageEngine.Embedded, "language-service-timeout"), (triage.Engine, triage.FallbackReason));
    }

    private Task<MessageTriage> TriageAsync() =>
        Desk.Run.Services.GetRequiredService<MessageTriager>().TriageAsync(Text, CancellationToken.None);

    /// <summary>The desk of these tests.</summary>
    public sealed class AzureDesk : SharedDesk
    {
        private protected override LocalHostOptions Configure(LocalHostOptions options) =>
            With(options, ("Triage:Engine", "azure"), ("Triage:Timeout", "00:00:04"), ("Triage:CircuitMinimumThroughput", "1000"));
    }
}
