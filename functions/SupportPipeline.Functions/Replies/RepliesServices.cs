using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SendGrid;
using SupportPipeline.Platform;
using SupportPipeline.Replies.Courtesy;
using SupportPipeline.Replies.DeliveryEvents;
using SupportPipeline.Replies.Suppressions;

namespace SupportPipeline.Replies;

/// <summary>Registers replies.</summary>
internal static class RepliesServices
{
    private const string HttpClientName = "SendGrid";

    public static IServiceCollection AddReplies(this IServiceCollection services)
    {
        services.AddOptions<RepliesOptions>().BindConfiguration(RepliesOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<SendGridOptions>().BindConfiguration(SendGridOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services
            .AddHttpClient(HttpClientName)
            .ConfigureHttpClient(
                (provider, http) =>
                    http.Timeout = TimeSpan.FromSeconds(provider.GetRequiredService<IOptions<SendGridOptions>>().Value.TimeoutSeconds)
            )
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }
            )
            .RemoveAllLoggers();

        // One per send: the client keeps nothing between calls, and the factory renews its handlers.
        services.AddTransient<ISendGridClient>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<SendGridOptions>>().Value;
            var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);
            return new SendGridClient(http, new SendGridClientOptions { ApiKey = options.ApiKey, Host = options.Host });
        });
        services.AddSingleton<TemplateCatalog>();
        services.AddHostedService<MadeAtStart<TemplateCatalog>>();
        services.AddHostedService<MadeAtStart<DeliveryEventReceiver>>();
        services.AddSingleton<ReplyWriter>();
        services.AddSingleton<MailWriter>();
        services.AddSingleton<SendLedger>();
        services.AddSingleton<SendGridMailTransport>();
        services.AddSingleton<IMailTransport>(provider => provider.GetRequiredService<SendGridMailTransport>());
        services.AddSingleton<IMailingTransport>(provider => provider.GetRequiredService<SendGridMailTransport>());
        services.AddSingleton<IValidateOptions<RepliesOptions>, RepliesOptionsValidation>();
        services.AddSingleton<OutboundGuard>();
        services.AddSingleton<ReplyRecords>();
        services.AddSingleton<ReplyClaims>();
        services.AddSingleton<ReplySendingLog>();
        services.AddSingleton<ReplySending>();
        services.AddSingleton<UnknownReplies>();
        services.AddSingleton<ReplyDelivery>();
        services.AddSingleton<ReplyAnnouncer>();
        services.AddSingleton<SuppressionList>();
        services.AddSingleton<SuppressionDesk>();
        services.AddSingleton<DeliveryPayloadStore>();
        services.AddSingleton<DeliveryEventReceiver>();
        services.AddSingleton<DeliveryEventApplication>();
        services.AddSingleton<ReplyNews>();
        services.AddSingleton<DeliveryNewsDesk>();
        services.AddSingleton<DeliveryEventFlow>();
        services.AddSingleton<CourtesyCheck>();
        services.AddSingleton<CourtesyPractice>();
        return services;
    }
}
