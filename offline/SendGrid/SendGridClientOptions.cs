using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>How a client reaches SendGrid.</summary>
public class SendGridClientOptions : BaseClientOptions
{
    internal const string GlobalHost = "https://api.sendgrid.com";
    private const string EuropeanHost = "https://api.eu.sendgrid.com";
    private string apiKey;

    /// <summary>Points at the global region.</summary>
    public SendGridClientOptions() => Host = GlobalHost;

    /// <summary>The API key, sent as a bearer token.</summary>
    public string ApiKey
    {
        get => apiKey;
        set
        {
            apiKey = value;
            Auth = string.IsNullOrWhiteSpace(value) ? null : new AuthenticationHeaderValue("Bearer", value);
        }
    }

    /// <summary>Chooses the region whose subuser sends: <c>global</c> or <c>eu</c>.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="region"/> is blank.</exception>
    /// <exception cref="InvalidOperationException">The region is unknown.</exception>
    public SendGridClientOptions SetDataResidency(string region)
    {
        if (string.IsNullOrWhiteSpace(region))
        {
            throw new ArgumentNullException(nameof(region));
        }

        Host = region switch
        {
            "global" => GlobalHost,
            "eu" => EuropeanHost,
            _ => throw new InvalidOperationException("Region can only be \"global\" or \"eu\"."),
        };
        return this;
    }
}
