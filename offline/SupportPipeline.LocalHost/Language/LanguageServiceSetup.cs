using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportPipeline.LocalHost.Faults;
using SupportPipeline.Triage;

namespace SupportPipeline.LocalHost.Language;

/// <summary>Puts a Language service into a host: the REST shape of Azure AI Language, with the embedded analyzer behind it.</summary>
internal static class LanguageServiceSetup
{
    /// <summary>The key that the local service takes.</summary>
    public const string Key = "local-language-key";

    /// <summary>Registers the service.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="analyze">Understands a text in a language, if that is known; null takes the app's embedded analyzer.</param>
    public static IServiceCollection AddLanguageService(
        this IServiceCollection services,
        Func<string, string?, MessageTriage>? analyze = null
    )
    {
        services.AddSingleton(provider => new AnalyzeTextTasks(analyze ?? provider.GetRequiredService<EmbeddedAnalyzer>().Analyze));
        services.AddSingleton<AnalyzeTextEndpoint>();
        services.TryAddSingleton<FaultInjection>();
        return services;
    }

    public static IEndpointRouteBuilder MapLanguageService(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapPost("/language/:analyze-text", (HttpContext context, AnalyzeTextEndpoint endpoint) => endpoint.AnswerAsync(context));
        return app;
    }

    /// <summary>Makes <c>Triage:Engine=azure</c> mean this service, unless an address is configured already.</summary>
    public static IConfigurationBuilder AddLanguageServiceSettings(this IConfigurationManager configuration, Uri baseAddress)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration["Triage:Endpoint"] is { Length: > 0 }
            ? configuration
            : configuration.AddInMemoryCollection([new("Triage:Endpoint", baseAddress.ToString()), new("Triage:Key", Key)]);
    }
}
