using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportPipeline.Replies;
using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Alerts;

/// <summary>Registers alerts about mentions.</summary>
internal static class AlertsServices
{
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.AddOptions<AlertsOptions>().BindConfiguration(AlertsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<AlertsOptions>, AlertsOptionsValidation>();
        services.AddSingleton<AlertStore>();
        services.AddSingleton<AlertRaising>();
        services.AddSingleton<IMentionWatch, MentionAlerting>();
        services.AddSingleton<SpikeWatchPlace>();
        services.AddSingleton<SpikeWatch>();
        services.AddSingleton(SpikeWatchPlace.Job);
        services.AddSingleton(provider => new WebhookSender(provider.GetRequiredService<IOptions<AlertsOptions>>()));
        services.AddSingleton<AlertSender>();
        services.AddSingleton(provider => new AlertChannels(
            provider.GetRequiredService<IOptions<AlertsOptions>>(),
            provider.GetRequiredService<IOptions<RepliesOptions>>(),
            provider.GetRequiredService<IMailTransport>(),
            provider.GetRequiredService<WebhookSender>(),
            provider.GetRequiredService<AlertSender>()
        ));
        services.AddSingleton<AlertTelling>();
        services.AddSingleton<AlertDesk>();
        return services;
    }
}
