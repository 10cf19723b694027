using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPipeline.Social.Connectors;
using SupportPipeline.Social.Polling.KnownPosts;
using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Polling;

/// <summary>Registers the polled connectors.</summary>
internal static class PollingServices
{
    public static IServiceCollection AddPolling(this IServiceCollection services)
    {
        services.AddOptions<PollingOptions>().BindConfiguration(PollingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<MastodonOptions>().BindConfiguration(MastodonOptions.Section).ValidateOnStart();
        services.AddOptions<BlueskyOptions>().BindConfiguration(BlueskyOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MastodonOptions>, MastodonOptions.Validation>();
        services.AddSingleton<IValidateOptions<BlueskyOptions>, BlueskyOptions.Validation>();
        services
            .AddHttpClient(PlatformHttp.ClientName)
            .ConfigureHttpClient(http => http.MaxResponseContentBufferSize = PlatformHttp.MaxBytes)
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }
            )
            .RemoveAllLoggers();
        services.AddSingleton<PlatformHttp>().AddSingleton<BlueskySession>().AddSingleton<PollStore>().AddSingleton<KnownPostStore>();
        services.AddSingleton(provider => new PolledKeeping(
            provider.GetRequiredService<IMentionIntake>(),
            provider.GetRequiredService<KnownPostStore>()
        ));
        services.AddSingleton<IPolledConnector, MastodonConnector>();
        services.AddSingleton<IPolledConnector, BlueskyConnector>();
        services.AddSingleton<ISocialConnector>(provider => provider.GetServices<IPolledConnector>().OfType<MastodonConnector>().Single());
        services.AddSingleton<ISocialConnector>(provider => provider.GetServices<IPolledConnector>().OfType<BlueskyConnector>().Single());
        services.AddSingleton(provider => new PollSweep(
            provider.GetServices<IPolledConnector>(),
            provider.GetRequiredService<PollStore>(),
            provider.GetRequiredService<PolledKeeping>(),
            provider.GetRequiredService<IOptions<PollingOptions>>(),
            provider.GetRequiredService<ILogger<PollSweep>>()
        ));
        services.AddSingleton(provider => new KnownPostSweep(
            provider.GetServices<IPolledConnector>(),
            provider.GetRequiredService<PollStore>(),
            provider.GetRequiredService<KnownPostStore>(),
            provider.GetRequiredService<IMentionIntake>(),
            provider.GetRequiredService<ILogger<KnownPostSweep>>()
        ));
        return services;
    }
}
