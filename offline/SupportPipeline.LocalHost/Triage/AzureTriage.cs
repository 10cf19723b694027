using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;
using SupportPipeline.Triage;

namespace SupportPipeline.LocalHost.Triage;

/// <summary>
/// The function app's own triage with Azure AI Language, outside a host. What the service does not answer the embedded analyzer answers, as
/// in the app, and the line says why. The service is told the language that the embedded analyzer detects; the one in the line is not used.
/// </summary>
internal sealed class AzureTriage : IAsyncDisposable
{
    /// <summary>The most texts in one request to the service.</summary>
    public const int Batch = 10;

    private readonly ServiceProvider _services;
    private readonly MessageTriager _triager;

    private AzureTriage(ServiceProvider services) => (_services, _triager) = (services, services.GetRequiredService<MessageTriager>());

    /// <summary>How many texts the embedded analyzer answered because the service did not.</summary>
    public int FellBack { get; private set; }

    /// <summary>Makes it from the settings of the app: section <c>Triage</c>.</summary>
    /// <exception cref="OptionsValidationException">A setting is missing or wrong; the message names it.</exception>
    public static AzureTriage Create(IConfiguration settings, string? cueFolder)
    {
        var configuration = new ConfigurationBuilder()
            .AddConfiguration(settings)
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Triage:Engine"] = "azure",
                    ["Triage:CueFolder"] = cueFolder ?? settings["Triage:CueFolder"],
                }
            )
            .Build();
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<PipelineMetrics>()
            // Standard output belongs to the answers.
            .AddLogging(logging =>
                logging
                    .AddSimpleConsole(console => console.SingleLine = true)
                    .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console =>
                        console.LogToStandardErrorThreshold = LogLevel.Trace
                    )
            )
            .AddTriage()
            .BuildServiceProvider(validateScopes: true);
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return new(services);
        }
        catch
        {
            services.Dispose();
            throw;
        }
    }

    public async ValueTask<IReadOnlyList<MessageTriage>> TriageAsync(
        IReadOnlyList<TriageRequest> requests,
        CancellationToken cancellationToken
    )
    {
        var answers = await _triager.TriageAsync([.. requests.Select(request => request.Text!)], cancellationToken);
        FellBack += answers.Count(answer => answer.FallbackReason is not null);
        return answers;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
