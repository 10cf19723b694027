using System.Net;
using System.Net.Http.Headers;
using System.Text;
using SendGrid.Helpers.Errors;
using SendGrid.Helpers.Mail;
using SendGrid.Helpers.Reliability;

namespace SendGrid;

/// <summary>Turns messages and requests into HTTP calls.</summary>
public abstract class BaseClient : ISendGridClient
{
    private const string Json = "application/json";

    private static readonly string UserAgent = $"sendgrid/{typeof(BaseClient).Assembly.GetName().Version} csharp";

    private readonly BaseClientOptions options;
    private readonly HttpClient client;

    /// <summary>Calls with the client's own transport.</summary>
    protected BaseClient(BaseClientOptions options)
        : this(httpClient: null, options) { }

    /// <summary>Calls through a proxy; without one, like the constructor that takes only options.</summary>
    protected BaseClient(IWebProxy webProxy, BaseClientOptions options)
        : this(webProxy is null ? null : ThroughProxy(webProxy, options), options) { }

    /// <summary>Calls through a given <see cref="HttpClient"/>, which is used as it is.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    protected BaseClient(HttpClient httpClient, BaseClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        client = httpClient ?? new HttpClient(new RetryDelegatingHandler(options.ReliabilitySettings));
        if (options.RequestHeaders is not null && options.RequestHeaders.TryGetValue("Content-Type", out var contentType))
        {
            MediaType = contentType;
        }
    }

    /// <summary>The verbs of the API.</summary>
    public enum Method
    {
        /// <summary>Removes.</summary>
        DELETE,

        /// <summary>Reads.</summary>
        GET,

        /// <summary>Changes a part.</summary>
        PATCH,

        /// <summary>Creates or runs.</summary>
        POST,

        /// <summary>Replaces.</summary>
        PUT,
    }

    /// <inheritdoc/>
    public string UrlPath
    {
        get => options.UrlPath;
        set => options.UrlPath = value;
    }

    /// <inheritdoc/>
    public string Version
    {
        get => options.Version;
        set => options.Version = value;
    }

    /// <inheritdoc/>
    public string MediaType { get; set; } = Json;

    /// <inheritdoc/>
    public virtual AuthenticationHeaderValue AddAuthorization(KeyValuePair<string, string> header)
    {
        var parts = header.Value.Split();
        return new AuthenticationHeaderValue(parts[0], parts[1]);
    }

    /// <inheritdoc/>
    public virtual async Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        var answer = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccessStatusCode && options.HttpErrorAsException)
        {
            await ErrorHandler.ThrowException(answer).ConfigureAwait(false);
        }

        return new Response(answer.StatusCode, answer.Content, answer.Headers);
    }

    /// <inheritdoc/>
    public async Task<Response> RequestAsync(
        Method method,
        string requestBody = null,
        string queryParams = null,
        string urlPath = null,
        CancellationToken cancellationToken = default
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method.ToString()), Address(urlPath ?? UrlPath, queryParams));
        if (requestBody is not null)
        {
            request.Content = new StringContent(requestBody, Encoding.UTF8, MediaType);
            if (string.Equals(MediaType, Json, StringComparison.Ordinal))
            {
                // JSON is UTF-8 by definition, and some endpoints refuse a charset parameter.
                request.Content.Headers.ContentType.CharSet = null;
            }
        }

        foreach (var header in options.RequestHeaders ?? [])
        {
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        request.Headers.Authorization = options.Auth;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaType));
        request.Headers.UserAgent.TryParseAdd(UserAgent);
        return await MakeRequest(request, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default) =>
        RequestAsync(Method.POST, msg.Serialize(), urlPath: "mail/send", cancellationToken: cancellationToken);

    private static HttpClient ThroughProxy(IWebProxy webProxy, BaseClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var transport = new HttpClientHandler
        {
            Proxy = webProxy,
            PreAuthenticate = true,
            UseDefaultCredentials = false,
        };
        return new HttpClient(new RetryDelegatingHandler(transport, options.ReliabilitySettings));
    }

    private Uri Address(string path, string queryParams)
    {
        // With a trailing slash the host's own path survives the join.
        var host = options.Host.EndsWith('/') ? options.Host : options.Host + "/";
        var relative = Version is null ? path : $"{Version}/{path}";
        return new Uri(new Uri(host), relative + QueryString.FromJson(queryParams));
    }
}
