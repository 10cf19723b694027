using Microsoft.Extensions.Configuration;
using SupportPipeline.LocalHost.Language;
using SupportPipeline.LocalHost.Platforms;
using SupportPipeline.LocalHost.Webhooks;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Hosting;

/// <summary>The app settings of a local run.</summary>
internal static class LocalHostConfiguration
{
    /// <summary>From weakest to strongest: the defaults file, the environment, what this run decides, what the caller says.</summary>
    public static void Fill(IConfigurationManager configuration, LocalHostOptions options, string storage, Uri baseAddress)
    {
        configuration.Sources.Clear();
        configuration
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "localhost.settings.json"), optional: false, reloadOnChange: false)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["SupportStorage"] = storage,
                    ["AzureWebJobsStorage"] = storage,
                    ["Status:Address"] = baseAddress.ToString(),
                    ["SendGrid:Host"] = new Uri(baseAddress, "local/sendgrid").ToString(),
                }
            )
            .AddInMemoryCollection(PlatformsSetup.Settings(baseAddress))
            .AddInMemoryCollection(WebhookSinkSetup.Settings(baseAddress))
            .AddInMemoryCollection(options.Configuration);
        configuration.AddLanguageServiceSettings(baseAddress);
        configuration.LeaveOutUnresolvedSecrets();
    }
}
