using Azure;
using Azure.AI.TextAnalytics;
using Azure.Core;
using Azure.Identity;

namespace SupportPipeline.Triage.Azure;

/// <summary>Makes the service's client from the settings.</summary>
internal static class LanguageClient
{
    /// <summary>The value of <see cref="TriageOptions.Credential"/> for the app's managed identity alone.</summary>
    public const string ManagedIdentity = "managedidentity";

    /// <summary>Somebody waits, and the embedded analyzer is there: two repetitions, the first soon.</summary>
    private const int MaxRetries = 2;
    private static readonly TimeSpan s_firstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromSeconds(1);

    /// <summary>A client for options that were validated with the engine azure.</summary>
    public static TextAnalyticsClient Create(TriageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var endpoint = new Uri(options.Endpoint!);
        var clientOptions = new TextAnalyticsClientOptions
        {
            RetryPolicy = new PatientRetryPolicy(MaxRetries, DelayStrategy.CreateExponentialDelayStrategy(s_firstDelay, s_longestDelay)),
        };
        return options.Key is { Length: > 0 } key
            ? new TextAnalyticsClient(endpoint, new AzureKeyCredential(key), clientOptions)
            : new TextAnalyticsClient(endpoint, Identity(options), clientOptions);
    }

    private static TokenCredential Identity(TriageOptions options) =>
        options.Credential is not ManagedIdentity ? new DefaultAzureCredential()
        : options.ClientId is { Length: > 0 } clientId ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
        : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);
}
