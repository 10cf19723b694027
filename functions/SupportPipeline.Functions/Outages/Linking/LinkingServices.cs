using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Outages.Audience;

namespace SupportPipeline.Outages.Linking;

/// <summary>Registers what joins cases and incidents.</summary>
internal static class LinkingServices
{
    public static IServiceCollection AddLinking(this IServiceCollection services)
    {
        services.AddSingleton<OpenIncidents>();
        services.AddSingleton<ILinkedCaseSource, LinkedCases>();
        services.AddSingleton<WantedChannel>();
        services.AddSingleton<AllClear>();
        services.AddSingleton<CaseFinding>();
        services.AddSingleton<LinkedCasesDesk>();
        return services;
    }
}
