using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using SupportPipeline.LocalHost.Faults;
using SupportPipeline.LocalHost.Language;
using SupportPipeline.LocalHost.Tests.Language;
using SupportPipeline.LocalHost.Triage;

namespace SupportPipeline.LocalHost.Tests.Triage;

public sealed class AzureTriageTests : IAsyncLifetime
{
    private LanguageServer _server = null!;

    public async Task InitializeAsync() => _server = await LanguageServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task The_service_decides_the_sentiment_and_the_order_stays()
    {
        await using var azure = AzureTriage.Create(Settings(), null);

        var answers = await AskAsync(
            azure,
            Enumerable.Range(0, 25).Select(i => i % 2 == 0 ? "The parcel is late." : "The parcel is nice.")
        );

        Assert.Equal(Enumerable.Range(0, 25).Select(i => $"{i}"), answers.Ids);
        Assert.All(answers.Lines, line => Assert.Equal("azure", line.GetProperty("engine").GetString()));
        Assert.Equal(
            Enumerable.Range(0, 25).Select(i => i % 2 == 0 ? "negative" : "positive"),
            answers.Lines.Select(line => line.GetProperty("sentiment").GetString())
        );
        Assert.Equal(0, azure.FellBack);
    }

    [Fact]
    public async Task A_service_that_fails_is_stood_in_for_and_the_line_says_so()
    {
        _server.Misbehave(new FaultPlan { Status = 503, Count = 1000 });
        await using var azure = AzureTriage.Create(Settings(), null);

        var answers = await AskAsync(azure, Enumerable.Repeat("The parcel is late.", 12));

        Assert.Equal((12, 0), (answers.Run.Triaged, answers.Run.ExitCode));
        Assert.All(answers.Lines, line => Assert.Equal("embedded", line.GetProperty("engine").GetString()));
        Assert.All(answers.Lines, line => Assert.Equal("language-service-failed", line.GetProperty("fallbackReason").GetString()));
        Assert.Equal(12, azure.FellBack);
    }

    [Fact]
    public void Without_an_address_it_says_which_setting_is_missing()
    {
        var settings = new ConfigurationBuilder().Build();

        var missing = Assert.Throws<OptionsValidationException>(() => AzureTriage.Create(settings, null));

        Assert.Contains("Triage:Endpoint", missing.Message, StringComparison.Ordinal);
    }

    private static Task<TriageAnswers> AskAsync(AzureTriage azure, IEnumerable<string> texts) =>
        TriageLines.AskAsync(
            new TriageRun(azure.TriageAsync, AzureTriage.Batch),
            Encoding.UTF8.GetBytes(string.Concat(texts.Select((text, i) => $$"""{"id":{{i}},"text":"{{text}}"}""" + "\n")))
        );

    private IConfiguration Settings() =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Triage:Endpoint"] = _server.Client.BaseAddress!.ToString(),
                    ["Triage:Key"] = LanguageServiceSetup.Key,
                    ["Triage:CircuitMinimumThroughput"] = "1000",
                }
            )
            .Build();
}
