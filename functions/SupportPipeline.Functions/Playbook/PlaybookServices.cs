using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Platform;

namespace SupportPipeline.Playbook;

/// <summary>Registers the playbook: nothing but the check of what the organisation says about it, at start.</summary>
internal static class PlaybookServices
{
    public static IServiceCollection AddPlaybook(this IServiceCollection services) =>
        services.AddSingleton<OrganisationCheck>().AddHostedService<MadeAtStart<OrganisationCheck>>();

    /// <summary>Stops the start when the organisation's file cannot be used.</summary>
    private sealed class OrganisationCheck
    {
        public OrganisationCheck(Organisation organisation) => AutomationPolicy.Check(organisation);
    }
}
