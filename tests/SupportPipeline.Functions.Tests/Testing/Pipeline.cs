using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Platform;

namespace SupportPipeline.Testing;

/// <summary>The product's own services over a storage account, with a clock of ours and whatever a test replaces.</summary>
internal static class Pipeline
{
    public static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["SupportStorage"] = "UseDevelopmentStorage=true",
        ["Organisation:File"] = Organisations.Path,
        ["Desk:Address"] = "support@desk.example",
        ["Desk:OtherAddresses"] = "sales@desk.example; help@desk.example",
        ["Desk:SigningKey"] = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
        ["SendGrid:ApiKey"] = "SG.test",
        ["SendGrid:Host"] = "http://127.0.0.1:9",
    };

    public static ServiceProvider Create(
        string? storage = null,
        TimeProvider? clock = null,
        Action<IServiceCollection>? replace = null,
        params (string Name, string? Value)[] settings
    )
    {
        var values = new Dictionary<string, string?>(Settings, StringComparer.Ordinal);
        values["SupportStorage"] = storage ?? values["SupportStorage"];
        foreach (var (name, value) in settings)
        {
            values[name] = value;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(clock ?? new FixedClock());
        services.AddSupportPipeline(configuration);
        replace?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
