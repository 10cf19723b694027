using System.Net.Http.Headers;
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>A client of SendGrid's Web API v3.</summary>
public interface ISendGridClient
{
    /// <summary>Resource path used when a request names none.</summary>
    string UrlPath { get; set; }

    /// <summary>API version, the first segment of every path.</summary>
    string Version { get; set; }

    /// <summary>Media type of request bodies, also sent as <c>Accept</c>.</summary>
    string MediaType { get; set; }

    /// <summary>Splits an authorization header value into scheme and parameter.</summary>
    AuthenticationHeaderValue AddAuthorization(KeyValuePair<string, string> header);

    /// <summary>Sends a finished request.</summary>
    Task<Response> MakeRequest(HttpRequestMessage request, CancellationToken cancellationToken = default);

    /// <summary>Builds a request from its parts and sends it; <paramref name="queryParams"/> is a JSON object.</summary>
    Task<Response> RequestAsync(
        BaseClient.Method method,
        string requestBody = null,
        string queryParams = null,
        string urlPath = null,
        CancellationToken cancellationToken = default
    );

    /// <summary>Posts a message to <c>mail/send</c>.</summary>
    Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default);
}
