using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SupportPipeline.Cases;
using SupportPipeline.Customers;
using SupportPipeline.DeadLetters;
using SupportPipeline.FollowUps;
using SupportPipeline.Insights;
using SupportPipeline.Intake;
using SupportPipeline.Outages;
using SupportPipeline.Playbook;
using SupportPipeline.Replies;
using SupportPipeline.Social;
using SupportPipeline.Triage;

namespace SupportPipeline.Platform;

/// <summary>The composition of the whole function app, used by the deployed worker and by the local host alike.</summary>
public static class SupportPipelineServices
{
    /// <summary>Registers every feature. A <see cref="TimeProvider"/> that is registered already stays.</summary>
    public static IServiceCollection AddSupportPipeline(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(configuration);
        services.AddOptions<DeskOptions>().BindConfiguration(DeskOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeskOptions>, Desk.Validation>();
        services.AddSingleton<Desk>();
        services.AddSingleton<PublicLinks>();
        services.AddSingleton<IdSource>();
        services.AddSingleton<StaffPrincipal>();
        services.AddSingleton<PipelineMetrics>();
        services.AddSingleton<QueueOutcomes>();
        services.AddSingleton<TimedJobs>();
        services.AddSingleton<QueueFailures>();
        return services
            .AddStorage(configuration)
            .AddOrganisation()
            .AddPlaybook()
            .AddIntake()
            .AddCases()
            .AddReplies()
            .AddTriage()
            .AddFollowUps()
            .AddInsights()
            .AddOutages()
            .AddSocial()
            .AddDeadLetters()
            .AddCustomers();
    }
}
