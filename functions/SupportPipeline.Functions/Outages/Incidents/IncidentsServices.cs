using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportPipeline.Outages.OnCall;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Registers incidents and maintenance.</summary>
internal static class IncidentsServices
{
    public static IServiceCollection AddIncidents(this IServiceCollection services)
    {
        services.AddOptions<IncidentsOptions>().BindConfiguration(IncidentsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<IncidentsOptions>, IncidentsOptions.Validation>();
        services.AddSingleton<IncidentTemplates>();
        services.AddHostedService<MadeAtStart<IncidentTemplates>>();
        services.AddSingleton<IncidentTexts>();
        services.AddSingleton<IncidentIndex>();
        services.AddSingleton<ComponentStore>();
        services.AddSingleton<IncidentStore>();
        services.AddSingleton<IIncidentReader>(provider => provider.GetRequiredService<IncidentStore>());
        services.AddSingleton<IncidentKeys>();
        services.AddSingleton<IncidentWork>();
        services.AddSingleton<IncidentRequestReader>();
        services.AddSingleton<StatusAnnouncer>();
        services.AddSingleton<IncidentDesk>();
        services.AddSingleton<IncidentLists>();
        services.AddSingleton<ComponentDesk>();
        services.AddSingleton<IncidentTemplateDesk>();
        services.AddSingleton<OnCallLedger>();
        services.AddSingleton<OnCallSettings>();
        services.AddSingleton<OnCallMails>();
        services.AddSingleton<ReminderMail>();
        services.AddSingleton<IncidentReminders>();
        services.AddSingleton<MaintenanceRun>();
        services.AddSingleton<IncidentSweep>();
        return services;
    }
}
