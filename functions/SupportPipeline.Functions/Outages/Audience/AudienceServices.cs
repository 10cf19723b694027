using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Outages.Audience.Customers;
using SupportPipeline.Outages.Audience.Import;
using SupportPipeline.Outages.Audience.OptOuts;
using SupportPipeline.Outages.Audience.Subscriptions;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience;

/// <summary>Registers audiences: imported customers, subscribers, and who wants no notices.</summary>
internal static class AudienceServices
{
    public static IServiceCollection AddAudience(this IServiceCollection services)
    {
        services.AddSingleton<IAudienceSource, AudienceSource>();
        services.AddSingleton<AudienceStore>();
        services.AddSingleton<AudienceErasing>();
        services.AddSingleton<IAddressMemory>(provider => provider.GetRequiredService<AudienceErasing>());
        services.AddSingleton<ImportLock>();
        services.AddSingleton<CustomerImport>();
        services.AddSingleton<CustomerImportDesk>();
        services.AddSingleton<NoticeOptOutStore>();
        services.AddSingleton<INoticeOptOuts>(provider => provider.GetRequiredService<NoticeOptOutStore>());
        services.AddSingleton<SubscriberStore>();
        services.AddSingleton<SubscriptionLinks>();
        services.AddSingleton<INoticeLinks>(provider => provider.GetRequiredService<SubscriptionLinks>());
        services.AddSingleton<NoticeComponents>();
        services.AddSingleton<SenderThrottle>();
        services.AddSingleton<SignUps>();
        services.AddSingleton<SignUpDesk>();
        services.AddSingleton<SubscriptionSaving>();
        services.AddSingleton<SubscriptionDesk>();
        services.AddSingleton<SubscriptionGate>();
        services.AddSingleton<SubscriptionMailWriter>();
        services.AddSingleton<SubscriptionMails>();
        return services;
    }
}
