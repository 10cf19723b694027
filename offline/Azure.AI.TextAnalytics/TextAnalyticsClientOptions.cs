using Azure.Core;

namespace Azure.AI.TextAnalytics;

/// <summary>How a client speaks to the service.</summary>
public class TextAnalyticsClientOptions : ClientOptions
{
    /// <summary>Chooses the API version.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The version is not one of the <c>analyze-text</c> API.</exception>
    public TextAnalyticsClientOptions(ServiceVersion version = ServiceVersion.V2023_04_01) =>
        ApiVersion = version switch
        {
            ServiceVersion.V2022_05_01 => "2022-05-01",
            ServiceVersion.V2023_04_01 => "2023-04-01",
            _ => throw new ArgumentOutOfRangeException(
                nameof(version),
                version,
                "Only the versions of the analyze-text API are stood in for."
            ),
        };

    /// <summary>Versions of the service. The two oldest have another REST shape, which is not covered here.</summary>
    public enum ServiceVersion
    {
        V3_0 = 1,
        V3_1 = 2,
        V2022_05_01 = 3,
        V2023_04_01 = 4,
    }

    /// <summary>Language of documents that name none.</summary>
    public string DefaultLanguage { get; set; } = "en";

    /// <summary>Country hint of documents that name none; <see cref="DetectLanguageInput.None"/> switches it off.</summary>
    public string DefaultCountryHint { get; set; } = "us";

    /// <summary>The cloud whose tokens are used; null means the public one.</summary>
    public TextAnalyticsAudience? Audience { get; set; }

    internal string ApiVersion { get; }
}
