using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;
using SupportPipeline.Triage.Azure;

namespace SupportPipeline.Triage;

/// <summary>Registers triage.</summary>
internal static class TriageServices
{
    public static IServiceCollection AddTriage(this IServiceCollection services)
    {
        services.AddOptions<TriageOptions>().BindConfiguration(TriageOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TriageOptions>, TriageOptionsValidation>();
        services.AddSingleton(provider => new EmbeddedAnalyzer(provider.GetRequiredService<IOptions<TriageOptions>>().Value.CueFolder));

        services.AddHostedService<MadeAtStart<EmbeddedAnalyzer>>();

        // Made only when the engine is azure: without an endpoint there is nothing to make it from.
        services.AddSingleton(provider => LanguageClient.Create(provider.GetRequiredService<IOptions<TriageOptions>>().Value));
        services.AddSingleton<ILanguageService, AzureLanguageService>();
        services.AddSingleton<LanguageCircuit>();
        services.AddSingleton<LanguageQuestions>();
        services.AddSingleton<LanguageEnrichment>();
        services.AddSingleton(CreateTriager);
        return services;
    }

    private static MessageTriager CreateTriager(IServiceProvider provider)
    {
        var engine = provider.GetRequiredService<IOptions<TriageOptions>>().Value.Engine;
        return new MessageTriager(
            provider.GetRequiredService<EmbeddedAnalyzer>().Analyze,
            engine == TriageEngine.Azure ? provider.GetRequiredService<LanguageEnrichment>() : null,
            provider.GetRequiredService<PipelineMetrics>()
        );
    }
}
