using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Outages.Audience;
using SupportPipeline.Outages.Incidents;
using SupportPipeline.Outages.Linking;
using SupportPipeline.Outages.Notices;
using SupportPipeline.Outages.Status;

namespace SupportPipeline.Outages;

/// <summary>Registers incidents, the status page, audiences and notices.</summary>
internal static class OutagesServices
{
    public static IServiceCollection AddOutages(this IServiceCollection services) =>
        services.AddIncidents().AddStatus().AddAudience().AddNotices().AddLinking();
}
