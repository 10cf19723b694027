using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Storage;

/// <summary>What clients of one account and service share: the pipeline and the service version.</summary>
internal sealed record StorageEndpoint(HttpPipeline Pipeline, string Version)
{
    private const string Scope = "https://storage.azure.com/.default";

    public static StorageEndpoint Create(ClientOptions options, string version, StorageSharedKeyCredential credential) =>
        Create(options, version, new StorageSharedKeyPolicy(credential));

    /// <summary>A pipeline that sends bearer tokens.</summary>
    /// <exception cref="ArgumentException">The service is not reached over HTTPS.</exception>
    public static StorageEndpoint Create(ClientOptions options, string version, TokenCredential credential, Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps
            ? Create(options, version, new BearerTokenAuthenticationPolicy(credential, Scope))
            : throw new ArgumentException("Cannot use TokenCredential without HTTPS.", nameof(uri));

    public HttpMessage CreateMessage(RequestMethod method, Uri uri)
    {
        var message = Pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(uri);
        message.Request.Headers.Add("x-ms-version", Version);
        return message;
    }

    /// <summary>Sends the request, retries included.</summary>
    /// <exception cref="RequestFailedException">The service refused it, or it could not be reached.</exception>
    public async ValueTask<Response> SendAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        var response = await SendAnyAsync(message, cancellationToken).ConfigureAwait(false);
        return response.Status is >= 200 and < 300 ? response : throw StorageErrors.Create(response);
    }

    /// <summary>Sends the request, retries included, and gives back refusals as well, with their body read.</summary>
    public async ValueTask<Response> SendAnyAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        await Pipeline.SendAsync(message, cancellationToken).ConfigureAwait(false);
        var response = message.Response;
        if (response.Status >= 300 && response.ContentStream is { } body and not MemoryStream)
        {
            var copy = new MemoryStream();
            await using (body.ConfigureAwait(false))
            {
                await body.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
            }

            copy.Position = 0;
            response.ContentStream = copy;
        }

        return response;
    }

    /// <summary>Is the account the first segment of the path (an emulator), not the first label of the host?</summary>
    public static bool IsPathStyle(Uri uri) =>
        uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(uri.Host.Trim('[', ']'), out _);

    /// <summary>The account an address belongs to.</summary>
    public static string AccountName(Uri uri) => IsPathStyle(uri) ? uri.AbsolutePath.Split('/')[1] : uri.Host.Split('.')[0];

    /// <summary>The decoded path below the account: container and blob, or queue.</summary>
    public static string ResourcePath(Uri uri)
    {
        var path = uri.AbsolutePath.AsSpan(1);
        if (IsPathStyle(uri))
        {
            var account = path.IndexOf('/');
            path = account < 0 ? default : path[(account + 1)..];
        }

        return Uri.UnescapeDataString(path);
    }

    /// <summary>The address of something below another address; slashes in the name stay, everything else is escaped.</summary>
    public static Uri Append(Uri uri, string name)
    {
        var escaped = string.Join('/', name.Split('/').Select(Uri.EscapeDataString));
        return new($"{uri.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{escaped}");
    }

    private static StorageEndpoint Create(ClientOptions options, string version, HttpPipelinePolicy authentication)
    {
        var pipelineOptions = new HttpPipelineOptions(options) { RequestFailedDetailsParser = StorageErrors.Parser };
        pipelineOptions.PerRetryPolicies.Add(authentication);
        return new(HttpPipelineBuilder.Build(pipelineOptions), version);
    }
}
