using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace SupportPipeline.Social.Polling;

/// <summary>Asks platforms: with a timeout, no redirects, and no answer larger than 4 MiB.</summary>
internal sealed class PlatformHttp(IHttpClientFactory clients, IOptions<PollingOptions> options)
{
    /// <summary>The name of the client.</summary>
    public const string ClientName = "social-platforms";

    /// <summary>The most bytes of an answer.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Asks. What prevents an answer is one without a status.</summary>
    public async Task<PlatformAnswer> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(options.Value.TimeoutSeconds));
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, timeout.Token);
            return new((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(timeout.Token), response.Headers, "");
        }
        catch (Exception exception)
            when (exception is HttpRequestException or IOException or OperationCanceledException
                && !cancellationToken.IsCancellationRequested
            )
        {
            return new(0, [], null, exception is HttpRequestException failed ? failed.HttpRequestError.ToString() : "timeout");
        }
    }
}

/// <summary>What a platform answered.</summary>
/// <param name="Status">The HTTP status; 0 when there was no answer.</param>
/// <param name="Body">The body.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Failure">Why there was no answer.</param>
internal sealed record PlatformAnswer(int Status, byte[] Body, HttpResponseHeaders? Headers, string Failure)
{
    /// <summary>Whether it is what was asked for.</summary>
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>A header; null when there is none.</summary>
    public string? Header(string name) =>
        Headers is not null && Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>When the rate limit ends, if this was the last request of it or one too many: ISO 8601 (Mastodon) or seconds since 1970 (Bluesky).</summary>
    public DateTimeOffset? LimitedUntil(string remaining, string reset) =>
        Status != 429 && Header(remaining)?.Trim() != "0" ? null
        : Header(reset) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? seconds <= 253_402_300_799 ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
        : null;

    /// <summary>What a refusal means.</summary>
    public PollAnswer Refusal(DateTimeOffset? until) =>
        Status == 429
            ? new PollAnswer.Limited(until)
            : new PollAnswer.Failed(Status == 0 ? Failure : Status.ToString(CultureInfo.InvariantCulture));
}
