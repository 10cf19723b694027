using Microsoft.Extensions.DependencyInjection;

namespace SupportPipeline.Insights;

/// <summary>Registers reports.</summary>
internal static class InsightsServices
{
    public static IServiceCollection AddInsights(this IServiceCollection services)
    {
        services.AddOptions<InsightsOptions>().BindConfiguration(InsightsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<ReportStore>();
        services.AddSingleton<DayReports>();
        return services;
    }
}
