using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Outages.Linking;
using SupportPipeline.Outages.Notices;

namespace SupportPipeline.Outages;

/// <summary>Registers incidents, the status page, audiences and notices.</summary>
internal static class OutagesServices
{
    public static IServiceCollection AddOutages(this IServiceCollection services) => services.AddNotices().AddLinking();
}
