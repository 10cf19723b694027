using Microsoft.Extensions.DependencyInjection;

namespace SupportPipeline.Customers;

/// <summary>Registers customers.</summary>
internal static class CustomersServices
{
    public static IServiceCollection AddCustomers(this IServiceCollection services)
    {
        services.AddOptions<CustomersOptions>().BindConfiguration(CustomersOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ScreeningOptions>().BindConfiguration(ScreeningOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CustomerStore>();
        services.AddSingleton<CustomerBook>();
        services.AddSingleton<CustomerProfiles>();
        services.AddSingleton<CustomerDesk>();
        services.AddSingleton<CustomerPreferenceChanges>();
        services.AddSingleton<CustomerReading>();
        services.AddSingleton<CustomerMerging>();
        services.AddSingleton<CustomerCases>();
        services.AddSingleton<CustomerExport>();
        services.AddSingleton<CustomerErasing>();
        services.AddSingleton<CustomerTraces>();
        services.AddSingleton<CustomerErasureRun>();
        return services;
    }
}
