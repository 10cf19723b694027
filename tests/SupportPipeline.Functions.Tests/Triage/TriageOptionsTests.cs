using Azure.AI.TextAnalytics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportPipeline.Testing;

namespace SupportPipeline.Triage;

public sealed class TriageOptionsTests
{
    private static readonly (string Name, string? Value)[] s_azure =
    [
        ("Triage:Engine", "azure"),
        ("Triage:Endpoint", "https://desk.cognitiveservices.azure.com"),
    ];

    [Fact]
    public void The_defaults_are_these()
    {
        using var services = Pipeline.Create();

        var options = services.GetRequiredService<IOptions<TriageOptions>>().Value;

        Assert.Equal(
            (TriageEngine.Embedded, null, null, null, null, null),
            (options.Engine, options.Endpoint, options.Key, options.Credential, options.ClientId, options.CueFolder)
        );
        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10)), (options.Timeout, options.TotalTimeout));
        Assert.Equal((false, false, false), (options.DetectLanguage, options.KeyPhrases, options.PersonalData));
        Assert.Equal(
            (0.5, 5, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)),
            (options.CircuitFailureRatio, options.CircuitMinimumThroughput, options.CircuitSampling, options.CircuitBreak)
        );
        Assert.Equal(0.5, options.UnsureBelow);
    }

    [Theory]
    [InlineData("Engine", "2", "must be embedded or azure")]
    [InlineData("Timeout", "00:00:00.049", "must be between 0.05 and 60 seconds")]
    [InlineData("TotalTimeout", "00:00:04.999", "must be between Triage:Timeout and 2 minutes")]
    [InlineData("TotalTimeout", "00:02:00.001", "must be between Triage:Timeout and 2 minutes")]
    [InlineData("CircuitSampling", "00:00:00.999", "must be between 1 second and 10 minutes")]
    [InlineData("CircuitSampling", "00:10:00.001", "must be between 1 second and 10 minutes")]
    [InlineData("CircuitBreak", "00:00:00.999", "must be between 1 second and 1 hour")]
    [InlineData("CircuitBreak", "01:00:00.001", "must be between 1 second and 1 hour")]
    [InlineData("CircuitFailureRatio", "0", "must be above 0 and at most 1")]
    [InlineData("CircuitFailureRatio", "1.01", "must be above 0 and at most 1")]
    [InlineData("CircuitFailureRatio", "NaN", "must be above 0 and at most 1")]
    [InlineData("CircuitMinimumThroughput", "1", "must be between 2 and 1000")]
    [InlineData("CircuitMinimumThroughput", "1001", "must be between 2 and 1000")]
    [InlineData("UnsureBelow", "-0.01", "must be between 0 and 1")]
    [InlineData("UnsureBelow", "1.01", "must be between 0 and 1")]
    [InlineData("CueFolder", "no-such-folder", "must be a folder that exists")]
    [InlineData("Credential", "password", "must be empty or managedidentity")]
    public void A_setting_that_cannot_work_stops_the_start_and_says_which(string name, string value, string problem)
    {
        AssertRefused($"Triage:{name} {problem}.", (name, value));
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        AssertRefused(
            "Triage:Timeout must be between 0.05 and 60 seconds.; Triage:TotalTimeout must be between Triage:Timeout and 2 minutes.",
            ("Timeout", "00:02:01")
        );
    }

    [Theory]
    [InlineData(null, "k", "must be the address of a Language resource when Triage:Engine is azure")]
    [InlineData("", "k", "must be the address of a Language resource when Triage:Engine is azure")]
    [InlineData("desk", "k", "must be the address of a Language resource when Triage:Engine is azure")]
    [InlineData("ftp://desk.example", "k", "must be the address of a Language resource when Triage:Engine is azure")]
    [InlineData("http://desk.example", "k", "must begin with https://, except for a loopback address with a Triage:Key")]
    [InlineData("http://127.0.0.1:7071", null, "must begin with https://, except for a loopback address with a Triage:Key")]
    public void The_engine_azure_needs_an_address_that_keeps_its_secret(string? endpoint, string? key, string problem)
    {
        AssertRefused($"Triage:Endpoint {problem}.", ("Engine", "azure"), ("Endpoint", endpoint), ("Key", key));
    }

    [Fact]
    public void An_unknown_engine_is_named()
    {
        using var services = Pipeline.Create(settings: ("Triage:Engine", "gpt"));

        var exception = Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.StartsWith("Failed to convert configuration value 'gpt' at 'Triage:Engine'", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("key", "", "")]
    [InlineData("", "managedidentity", "")]
    [InlineData("", "managedidentity", "11111111-1111-1111-1111-111111111111")]
    public void The_service_is_reached_with_a_key_or_an_identity(string key, string credential, string clientId)
    {
        using var services = Pipeline.Create(
            settings: [.. s_azure, ("Triage:Key", key), ("Triage:Credential", credential), ("Triage:ClientId", clientId)]
        );

        services.GetRequiredService<IStartupValidator>().Validate();

        Assert.NotNull(services.GetRequiredService<TextAnalyticsClient>());
    }

    [Fact]
    public void A_cue_file_that_cannot_be_read_stops_the_start_with_its_line()
    {
        var folder = Directory.CreateTempSubdirectory("cues-");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "en"));
            File.WriteAllText(Path.Combine(folder.FullName, "en", "weights.txt"), "# ours\nslope of nothing = 2\n");

            AssertRefused("en/weights.txt:2: 'slope of nothing' is not a weight.", ("CueFolder", folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void AssertRefused(string expected, params (string Name, string? Value)[] settings)
    {
        using var services = Pipeline.Create(settings: [.. settings.Select(setting => ($"Triage:{setting.Name}", setting.Value))]);

        var exception = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IStartupValidator>().Validate());

        Assert.Equal(expected, exception.Message);
    }
}
