using System.Globalization;
using System.Text.Json;
using SupportPipeline.Platform;
using SupportPipeline.Social.Connectors;
using SupportPipeline.Social.Polling;

namespace SupportPipeline.Social.Replies.Posting;

/// <summary>What a platform's answer means. Pure.</summary>
internal static class PostAnswers
{
    private const int MaxDetail = 300;

    /// <summary>VK's codes for too many requests in a second and too many alike.</summary>
    private static readonly string[] s_vkTooMany = ["6", "9"];

    /// <summary>Reads an answer.</summary>
    public static PostOutcome Of(SocialPlatform platform, PlatformAnswer answer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var body = Parse(answer.Body);
        if (answer.Status == 0)
        {
            // A connection that was never made carried nothing; everything else may have arrived.
            return
                answer.Failure
                    is nameof(HttpRequestError.ConnectionError)
                        or nameof(HttpRequestError.NameResolutionError)
                        or nameof(HttpRequestError.SecureConnectionError)
                ? new PostOutcome.Later(null, answer.Failure)
                : new PostOutcome.Unknown(answer.Failure);
        }

        if (answer.IsSuccess)
        {
            return platform == SocialPlatform.Vk && body?["error"] is { Exists: true } error
                ? OfVk(error)
                : new PostOutcome.Posted(IdOf(platform, body));
        }

        var detail = DetailOf(answer, body);
        return answer.Status switch
        {
            429 => new PostOutcome.Later(Until(answer, body, now), detail),
            // LINE: this retry key was taken before, so the message is there.
            409 when platform == SocialPlatform.Line => new PostOutcome.Posted(null),
            502 or 504 => new PostOutcome.Unknown(detail),
            >= 500 => new PostOutcome.Later(null, detail),
            _ => new PostOutcome.Refused(detail),
        };
    }

    /// <summary>When the account may post again, if this was the last request it may make now; null when there are more.</summary>
    public static DateTimeOffset? PausedUntil(PlatformAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return answer.LimitedUntil("x-rate-limit-remaining", "x-rate-limit-reset")
            ?? answer.LimitedUntil("X-RateLimit-Remaining", "X-RateLimit-Reset")
            ?? answer.LimitedUntil("ratelimit-remaining", "ratelimit-reset");
    }

    private static PostOutcome OfVk(PayloadNode error)
    {
        var code = error["error_code"].Id ?? "";
        var detail = StoredText.CleanLine($"{code} {error["error_msg"].Text}", MaxDetail);
        return s_vkTooMany.Contains(code, StringComparer.Ordinal) ? new PostOutcome.Later(null, detail) : new PostOutcome.Refused(detail);
    }

    private static string? IdOf(SocialPlatform platform, PayloadNode? body) =>
        platform switch
        {
            SocialPlatform.X => body?["data"]["id"].Id,
            SocialPlatform.Telegram => body?["result"]["message_id"].Id,
            SocialPlatform.Vk => body?["response"]["comment_id"].Id,
            SocialPlatform.Bluesky => body?["uri"].Id,
            SocialPlatform.Line => body?["sentMessages"].Items.FirstOrDefault()["id"].Id,
            _ => body?["id"].Id ?? body?["message_id"].Id,
        };

    private static DateTimeOffset? Until(PlatformAnswer answer, PayloadNode? body, DateTimeOffset now) =>
        PausedUntil(answer) ?? now + (Seconds(answer.Header("Retry-After")) ?? Seconds(body?["parameters"]["retry_after"].Id));

    private static TimeSpan? Seconds(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;

    private static string DetailOf(PlatformAnswer answer, PayloadNode? body)
    {
        var said =
            body?["detail"].Text
            ?? body?["error"]["message"].Text
            ?? body?["error"].Text
            ?? body?["description"].Text
            ?? body?["message"].Text
            ?? "";
        return StoredText.CleanLine(string.Create(CultureInfo.InvariantCulture, $"{answer.Status} {said}"), MaxDetail);
    }

    private static PayloadNode? Parse(byte[] body)
    {
        try
        {
            return PayloadNode.Parse(body);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return null;
        }
    }
}
