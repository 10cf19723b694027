using Microsoft.Extensions.DependencyInjection;

namespace SupportPipeline.Outages.Linking;

/// <summary>Registers what joins cases and incidents.</summary>
internal static class LinkingServices
{
    public static IServiceCollection AddLinking(this IServiceCollection services)
    {
        services.AddSingleton<OpenIncidents>();
        return services;
    }
}
