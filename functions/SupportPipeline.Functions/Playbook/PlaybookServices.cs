using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SupportPipeline.Platform;

namespace SupportPipeline.Playbook;

/// <summary>Registers the playbook: nothing but the check of what the organisation says about it, at start.</summary>
internal static class PlaybookServices
{
    public static IServiceCollection AddPlaybook(this IServiceCollection services) => services.AddHostedService<OrganisationCheck>();

    /// <summary>Stops the start when the organisation's file cannot be used.</summary>
    private sealed class OrganisationCheck(Organisation organisation) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            AutomationPolicy.Check(organisation);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
