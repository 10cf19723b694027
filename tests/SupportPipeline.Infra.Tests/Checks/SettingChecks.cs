using System.Reflection;
using System.Text.RegularExpressions;
using SupportPipeline.Infra.Reading;
using SupportPipeline.Platform;

namespace SupportPipeline.Infra.Checks;

/// <summary>The settings of the app against those that the code reads.</summary>
internal static partial class SettingChecks
{
    /// <summary>Read by the platform, not by our code: by whom.</summary>
    private static readonly Dictionary<string, string> s_platform = new(StringComparer.Ordinal)
    {
        ["AzureWebJobsStorage__credential"] = "Functions host",
        ["AzureWebJobsStorage__clientId"] = "Functions host",
        ["AzureWebJobsStorage__blobServiceUri"] = "Functions host",
        ["AzureWebJobsStorage__queueServiceUri"] = "Functions host",
        ["AzureWebJobsStorage__tableServiceUri"] = "Functions host",
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "Functions host",
        ["OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID"] = "App Service authentication",
        ["WEBSITE_AUTH_AAD_ALLOWED_TENANTS"] = "App Service authentication",
    };

    /// <summary>Read by our code outside of options.</summary>
    private static readonly string[] s_read =
    [
        "SupportStorage__credential",
        "SupportStorage__clientId",
        "SupportStorage__blobServiceUri",
        "SupportStorage__queueServiceUri",
        "SupportStorage__tableServiceUri",
        "StatusStorage__credential",
        "StatusStorage__clientId",
        "StatusStorage__blobServiceUri",
        "APPLICATIONINSIGHTS_CONNECTION_STRING",
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        "Telemetry__ClientId",
    ];

    /// <summary>Read by our code and empty unless an operator writes it into settings.json: why that is right.</summary>
    private static readonly Dictionary<string, string> s_onlyByOperators = new(StringComparer.Ordinal)
    {
        ["Triage__Key"] = "the identity is used instead of a key",
        ["Triage__CueFolder"] = "cues are part of the app",
        ["Social__Brands__0__Name"] = "which brands there are is a decision of marketing",
        ["Social__Brands__0__Accounts__0"] = "as above",
        ["Social__Brands__0__Words__0"] = "as above",
    };

    /// <summary>Settings that a Flex Consumption app must not have.</summary>
    private static readonly string[] s_forbidden =
    [
        "FUNCTIONS_WORKER_RUNTIME",
        "FUNCTIONS_EXTENSION_VERSION",
        "FUNCTIONS_WORKER_PROCESS_COUNT",
        "WEBSITE_RUN_FROM_PACKAGE",
        "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING",
        "WEBSITE_CONTENTSHARE",
        "WEBSITE_VNET_ROUTE_ALL",
        "WEBSITE_TIME_ZONE",
        "SCM_DO_BUILD_DURING_DEPLOYMENT",
        "ENABLE_ORYX_BUILD",
    ];

    public static IEnumerable<string> EverySettingIsRead(InfraFolder infra)
    {
        var read = Options().Select(option => option.Name).Concat(s_platform.Keys).Concat(s_read).ToHashSet(StringComparer.Ordinal);
        return Set(infra)
            .Where(name => !read.Contains(Indexed().Replace(name, "__0")))
            .Select(name => $"{name} is set and nobody reads it");
    }

    public static IEnumerable<string> EverySettingThatIsNeededIsSet(InfraFolder infra)
    {
        var set = Set(infra)
            .Select(name => Indexed().Replace(name, "__0"))
            .Concat(s_onlyByOperators.Keys)
            .ToHashSet(StringComparer.Ordinal);
        var optional = s_optionalSections;
        return Options()
            .Where(option =>
                option.IsEmpty
                && !set.Contains(option.Name)
                && !optional.Any(section => option.Name.StartsWith(section, StringComparison.Ordinal))
            )
            .Select(option => option.Name)
            .Concat(s_read.Where(name => !set.Contains(name)))
            .Select(name => $"{name} is read, has no value of its own and is not set");
    }

    public static IEnumerable<string> NoSettingThatFlexRefuses(InfraFolder infra) =>
        Set(infra).Intersect(s_forbidden, StringComparer.OrdinalIgnoreCase).Select(name => $"{name} must not be set on Flex Consumption");

    public static IEnumerable<string> NoSettingTwice(InfraFolder infra) =>
        Set(infra)
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.Key} is set twice");

    /// <summary>What a connector or an account needs when it is used; which are, is a decision of operators, and docs/connectors.md lists them.</summary>
    private static readonly string[] s_optionalSections =
    [
        "Social__X__OwnAccounts",
        "Social__Meta__",
        "Social__Telegram__",
        "Social__Vk__",
        "Social__Line__",
        "Social__Generic__",
        "Social__Mastodon__",
        "Social__Bluesky__",
        "Social__Replies__",
        "Social__Alerts__",
    ];

    /// <summary>The names of everything that is set, in function-app.bicep and in the files it loads.</summary>
    private static IEnumerable<string> Set(InfraFolder infra)
    {
        var app = infra.Files["modules/function-app.bicep"];
        var plain = app
            .Variables.Where(variable => variable.Name!.EndsWith("Settings", StringComparison.Ordinal))
            .SelectMany(variable => variable.All.Where(node => node.Type == "object"))
            .SelectMany(settings => settings.Properties)
            .Select(property => property.Name!)
            .Where(name => name.Contains('_', StringComparison.Ordinal));
        var secrets = infra
            .Json("secrets.json")
            .EnumerateObject()
            .SelectMany(group => group.Value.EnumerateObject())
            .Select(secret => secret.Name);
        return plain.Concat(secrets).Concat(infra.Json("settings.json").EnumerateObject().Select(setting => setting.Name));
    }

    /// <summary>Every option of every section, as an environment variable names it; a list by its first element.</summary>
    private static IEnumerable<(string Name, bool IsEmpty)> Options() =>
        typeof(StorageNames)
            .Assembly.GetTypes()
            .Where(type => type.GetField("Section")?.IsLiteral == true)
            .SelectMany(type =>
                Options(((string)type.GetField("Section")!.GetRawConstantValue()!).Replace(":", "__", StringComparison.Ordinal), type)
            );

    private static IEnumerable<(string Name, bool IsEmpty)> Options(string section, Type type)
    {
        var instance = Activator.CreateInstance(type);
        foreach (
            var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.SetMethod is { IsPublic: true })
        )
        {
            var name = $"{section}__{property.Name}";
            var kind = property.PropertyType;
            if (kind.IsGenericType && kind.GetGenericTypeDefinition() == typeof(IList<>))
            {
                var item = kind.GetGenericArguments()[0];
                foreach (var option in item == typeof(string) ? [($"{name}__0", true)] : Options($"{name}__0", item))
                {
                    yield return option;
                }
            }
            else if (kind.IsClass && kind != typeof(string))
            {
                foreach (var option in Options(name, kind))
                {
                    yield return option;
                }
            }
            else
            {
                yield return (name, kind == typeof(string) && string.IsNullOrEmpty((string?)property.GetValue(instance)));
            }
        }
    }

    [GeneratedRegex("__[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Indexed();
}
