using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SupportPipeline.Platform;

/// <summary>The composition of the whole function app, used by the deployed worker and by the local host alike.</summary>
public static class SupportPipelineServices
{
    /// <summary>Registers every feature.</summary>
    public static IServiceCollection AddSupportPipeline(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        return services;
    }
}
