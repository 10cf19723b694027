using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportPipeline.Outages.Audience.Customers;
using SupportPipeline.Outages.Audience.Import;
using SupportPipeline.Outages.Audience.OptOuts;
using SupportPipeline.Outages.Audience.Subscriptions;
using SupportPipeline.Outages.Incidents;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience;

/// <summary>Registers audiences: imported customers, subscribers, and who wants no notices.</summary>
internal static class AudienceServices
{
    /// <summary>Registers them. What other parts bring (incidents, linked cases) stays when it is there already.</summary>
    public static IServiceCollection AddAudience(this IServiceCollection services)
    {
        services.TryAddSingleton<ILinkedCaseSource, NoLinkedCases>();
        services.TryAddSingleton<IIncidentReader, NoIncidents>();
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

    /// <summary>No incidents and no components: while nothing else says what there is.</summary>
    private sealed class NoIncidents : IIncidentReader
    {
        public Task<Incident?> FindAsync(string incidentId, CancellationToken cancellationToken) => Task.FromResult<Incident?>(null);

        public Task<IReadOnlyList<Incident>> OpenAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Incident>>([]);

        public Task<IReadOnlyList<Incident>> SinceAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Incident>>([]);

        public Task<IReadOnlyList<Component>> ComponentsAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Component>>([]);
    }
}
