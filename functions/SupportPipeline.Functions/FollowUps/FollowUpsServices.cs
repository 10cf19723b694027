using Microsoft.Extensions.DependencyInjection;

namespace SupportPipeline.FollowUps;

/// <summary>Registers follow-ups.</summary>
internal static class FollowUpsServices
{
    public static IServiceCollection AddFollowUps(this IServiceCollection services)
    {
        services.AddOptions<FollowUpsOptions>().BindConfiguration(FollowUpsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<FollowUpStore>();
        services.AddSingleton<FollowUpSchedule>();
        services.AddSingleton<FollowUpSweep>();
        services.AddSingleton<FollowUpDecision>();
        services.AddSingleton<FollowUpProcessor>();
        return services;
    }
}
