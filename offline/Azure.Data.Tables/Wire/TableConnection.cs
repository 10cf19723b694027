using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage;

namespace Azure.Data.Tables.Wire;

#nullable enable

/// <summary>One account's table endpoint with the pipeline that reaches it: retries, signing and what callers added.</summary>
internal sealed class TableConnection
{
    private const string Scope = "https://storage.azure.com/.default";

    private readonly HttpPipeline _pipeline;
    private readonly string _version;

    private TableConnection(Uri endpoint, string accountName, HttpPipelinePolicy authentication, TableClientOptions? options)
    {
        options ??= new TableClientOptions();
        Endpoint = new Uri(endpoint.AbsoluteUri.TrimEnd('/'));
        AccountName = accountName;
        _version = options.VersionString;
        _pipeline = HttpPipelineBuilder.Build(
            new HttpPipelineOptions(options)
            {
                PerRetryPolicies = { authentication },
                RequestFailedDetailsParser = TableErrorParser.Instance,
            }
        );
    }

    public Uri Endpoint { get; }

    public string AccountName { get; }

    public static TableConnection Open(string connectionString, TableClientOptions? options)
    {
        var account = StorageConnectionString.Parse(connectionString);
        var credential = new TableSharedKeyCredential(account.AccountName, account.AccountKey);
        return new(account.TableEndpoint, account.AccountName, new SharedKeyLitePolicy(credential), options);
    }

    public static TableConnection Open(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new(endpoint, credential.AccountName, new SharedKeyLitePolicy(credential), options);
    }

    public static TableConnection Open(Uri endpoint, TokenCredential credential, TableClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(credential);
        return new(endpoint, AccountOf(endpoint), new BearerTokenAuthenticationPolicy(credential, Scope), options);
    }

    /// <summary>The address of something below the endpoint; <paramref name="path"/> is already encoded.</summary>
    public RequestUriBuilder Address(string path)
    {
        var uri = new RequestUriBuilder();
        uri.Reset(Endpoint);
        uri.AppendPath("/" + path, escape: false);
        return uri;
    }

    /// <summary>A request with the headers that every call has.</summary>
    /// <param name="method">The verb.</param>
    /// <param name="uri">The address.</param>
    /// <param name="accepted">A status that is an answer here and not a failure, although it is 400 or more.</param>
    public HttpMessage CreateMessage(RequestMethod method, RequestUriBuilder uri, int? accepted = null)
    {
        var message = _pipeline.CreateMessage();
        if (accepted is { } status)
        {
            message.ResponseClassifier = new StatusCodeClassifier([200, 201, 202, 204, (ushort)status]);
        }

        message.Request.Method = method;
        message.Request.Uri = uri;
        message.Request.Headers.Add("x-ms-version", _version);
        message.Request.Headers.Add("DataServiceVersion", "3.0");
        message.Request.Headers.Add(HttpHeader.Names.Accept, "application/json;odata=minimalmetadata");
        return message;
    }

    /// <summary>Sends a request, with retries.</summary>
    /// <exception cref="RequestFailedException">The service refused, or could not be reached after the retries.</exception>
    public async Task<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        await _pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return message.Response.IsError ? throw new RequestFailedException(message.Response) : message.Response;
    }

    // Emulators put the account first in the path, the cloud first in the host name.
    private static string AccountOf(Uri endpoint) =>
        endpoint.Segments.Length > 1 && (IPAddress.TryParse(endpoint.Host, out _) || endpoint.IsLoopback)
            ? endpoint.Segments[1].TrimEnd('/')
            : endpoint.Host.Split('.')[0];
}
