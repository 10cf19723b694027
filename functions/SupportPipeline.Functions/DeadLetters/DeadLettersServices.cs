using Microsoft.Extensions.DependencyInjection;

namespace SupportPipeline.DeadLetters;

/// <summary>Registers dead letters.</summary>
internal static class DeadLettersServices
{
    public static IServiceCollection AddDeadLetters(this IServiceCollection services) => services;
}
