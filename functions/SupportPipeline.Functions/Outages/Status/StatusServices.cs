using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Status;

/// <summary>Registers the public status page.</summary>
internal static class StatusServices
{
    public static IServiceCollection AddStatus(this IServiceCollection services)
    {
        services.AddOptions<StatusOptions>().BindConfiguration(StatusOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StatusOptions>, StatusOptions.Validation>();
        services.AddSingleton(provider =>
            StatusSite.Of(
                provider.GetRequiredService<IOptions<StatusOptions>>().Value,
                provider.GetRequiredService<PublicLinks>().Address,
                provider.GetRequiredService<Organisation>()
            )
        );
        services.AddSingleton(provider => new StatusContainer(
            StorageServices
                .BlobsOf(provider, StorageNames.StatusConnection)
                .GetBlobContainerClient(provider.GetRequiredService<IOptions<StatusOptions>>().Value.Container)
        ));
        services.AddSingleton<StatusReader>();
        services.AddSingleton<StatusPublisher>();
        services.AddSingleton<StatusDesk>();
        return services;
    }
}
