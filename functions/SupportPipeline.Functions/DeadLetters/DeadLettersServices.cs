using Microsoft.Extensions.DependencyInjection;

namespace SupportPipeline.DeadLetters;

/// <summary>Registers dead letters.</summary>
internal static class DeadLettersServices
{
    public static IServiceCollection AddDeadLetters(this IServiceCollection services)
    {
        services.AddSingleton<DeadLetterStore>();
        services.AddSingleton<DeadLetterDrain>();
        services.AddSingleton<DeadLetterReplay>();
        services.AddSingleton<DeadLetterDesk>();
        services.AddSingleton<HealthLook>();
        services.AddSingleton<QueueWatch>();
        return services;
    }
}
