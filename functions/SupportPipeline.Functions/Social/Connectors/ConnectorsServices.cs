using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportPipeline.Social.Connectors.Generic;
using SupportPipeline.Social.Connectors.Generic.Keys;
using SupportPipeline.Social.Connectors.Line;
using SupportPipeline.Social.Connectors.Meta;
using SupportPipeline.Social.Connectors.Telegram;
using SupportPipeline.Social.Connectors.Vk;
using SupportPipeline.Social.Connectors.X;

namespace SupportPipeline.Social.Connectors;

/// <summary>Registers the connectors.</summary>
internal static class ConnectorsServices
{
    public static IServiceCollection AddConnectors(this IServiceCollection services)
    {
        services.AddOptions<ConnectorsOptions>().BindConfiguration(ConnectorsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<ConnectorsOptions>, GenericConnectorOptions.Validation>();
        services.AddSingleton<ISocialConnector, XConnector>();
        services.AddSingleton<ISocialConnector, MetaConnector>();
        services.AddSingleton<ISocialConnector, TelegramConnector>();
        services.AddSingleton<ISocialConnector, VkConnector>();
        services.AddSingleton<ISocialConnector, LineConnector>();
        services.AddSingleton<ISocialConnector, GenericConnector>();
        services.AddSingleton<ConnectorKeyStore>().AddSingleton<ConnectorKeyRing>().AddSingleton<ConnectorKeyDesk>();
        services.AddSingleton(provider => new ConnectorCatalog(provider.GetServices<ISocialConnector>()));
        return services;
    }
}
