using Azure.Core;

namespace SupportPipeline.AzureSdk.Tests.Pipeline;

/// <summary>Retries without waiting.</summary>
internal static class Retries
{
    public static TOptions WithoutDelay<TOptions>(this TOptions options)
        where TOptions : ClientOptions
    {
        options.Retry.Mode = RetryMode.Fixed;
        options.Retry.Delay = TimeSpan.Zero;
        return options;
    }
}
