using System.Net;

namespace SendGrid;

/// <summary>The client of SendGrid's Web API v3.</summary>
public class SendGridClient : BaseClient
{
    /// <summary>Calls through a proxy.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="apiKey"/> is blank.</exception>
    public SendGridClient(
        IWebProxy webProxy,
        string apiKey,
        string host = null,
        Dictionary<string, string> requestHeaders = null,
        string version = null,
        string urlPath = null,
        bool httpErrorAsException = false
    )
        : base(webProxy, Options(apiKey, host, requestHeaders, version, urlPath, httpErrorAsException)) { }

    /// <summary>Calls through a given <see cref="HttpClient"/>; nothing is retried then.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="apiKey"/> is blank.</exception>
    public SendGridClient(
        HttpClient httpClient,
        string apiKey,
        string host = null,
        Dictionary<string, string> requestHeaders = null,
        string version = null,
        string urlPath = null,
        bool httpErrorAsException = false
    )
        : base(httpClient, Options(apiKey, host, requestHeaders, version, urlPath, httpErrorAsException)) { }

    /// <summary>Calls with the client's own transport.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="apiKey"/> is blank.</exception>
    public SendGridClient(
        string apiKey,
        string host = null,
        Dictionary<string, string> requestHeaders = null,
        string version = null,
        string urlPath = null
    )
        : base(Options(apiKey, host, requestHeaders, version, urlPath, httpErrorAsException: false)) { }

    /// <summary>Calls with the client's own transport and retries as the options say.</summary>
    public SendGridClient(SendGridClientOptions options)
        : base(options) { }

    /// <summary>Calls through a given <see cref="HttpClient"/>; nothing is retried then.</summary>
    public SendGridClient(HttpClient httpClient, SendGridClientOptions options)
        : base(httpClient, options) { }

    private static SendGridClientOptions Options(
        string apiKey,
        string host,
        Dictionary<string, string> requestHeaders,
        string version,
        string urlPath,
        bool httpErrorAsException
    )
    {
        if (string.IsNullOrWhiteSpace(apiKey))
        {
            throw new ArgumentNullException(nameof(apiKey));
        }

        return new SendGridClientOptions
        {
            ApiKey = apiKey,
            Host = host ?? SendGridClientOptions.GlobalHost,
            RequestHeaders = requestHeaders ?? [],
            Version = version ?? "v3",
            UrlPath = urlPath,
            HttpErrorAsException = httpErrorAsException,
        };
    }
}
