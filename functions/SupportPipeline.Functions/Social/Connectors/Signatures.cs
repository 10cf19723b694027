using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupportPipeline.Social.Connectors;

/// <summary>
/// Signatures of platforms, always over the bytes as they came: text that was decoded and encoded again differs where it is not ASCII. Comparisons take
/// the same time whatever differs. Garbage is false, never an exception.
/// </summary>
internal static class Signatures
{
    private const string Sha256 = "sha256=";
    private const string StandardSecret = "whsec_";
    private const string StandardVersion = "v1,";

    /// <summary>How far a Standard Webhooks timestamp may be from now.</summary>
    private static readonly TimeSpan s_tolerance = TimeSpan.FromMinutes(5);

    /// <summary>The answer to X's challenge-response check: <c>sha256=</c> and the base64 HMAC of the token.</summary>
    public static string AnswerX(string consumerSecret, string token) =>
        Sha256 + Convert.ToBase64String(Hmac(consumerSecret, Encoding.UTF8.GetBytes(token)));

    /// <summary>X: <c>x-twitter-webhooks-signature: sha256=</c> and base64.</summary>
    public static bool IsOfX(string consumerSecret, ReadOnlySpan<byte> body, string? header) =>
        header?.StartsWith(Sha256, StringComparison.Ordinal) == true && IsBase64(Hmac(consumerSecret, body), header.AsSpan(Sha256.Length));

    /// <summary>Meta: <c>X-Hub-Signature-256: sha256=</c> and lower-case hexadecimal digits.</summary>
    public static bool IsOfMeta(string appSecret, ReadOnlySpan<byte> body, string? header)
    {
        Span<byte> given = stackalloc byte[SHA256.HashSizeInBytes];
        return header?.StartsWith(Sha256, StringComparison.Ordinal) == true
            && Convert.FromHexString(header.AsSpan(Sha256.Length), given, out var read, out var written)
                == System.Buffers.OperationStatus.Done
            && read == header.Length - Sha256.Length
            && written == given.Length
            && CryptographicOperations.FixedTimeEquals(Hmac(appSecret, body), given);
    }

    /// <summary>LINE: <c>x-line-signature</c>, base64.</summary>
    public static bool IsOfLine(string channelSecret, ReadOnlySpan<byte> body, string? header) =>
        header is not null && IsBase64(Hmac(channelSecret, body), header);

    /// <summary>Telegram's <c>X-Telegram-Bot-Api-Secret-Token</c> and VK's <c>secret</c>: the secret itself.</summary>
    public static bool IsSecret(string secret, string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(given));

    /// <summary>
    /// Standard Webhooks: <c>webhook-signature</c> holds one or more <c>v1,</c> and base64 over <c>id.timestamp.body</c>, separated by spaces while keys change;
    /// <c>webhook-timestamp</c>, in seconds, may be five minutes off.
    /// </summary>
    /// <param name="secret"><c>whsec_</c> and base64.</param>
    /// <param name="headers">The three headers: id, timestamp and signature.</param>
    /// <param name="body">The body as it came.</param>
    /// <param name="now">Now.</param>
    public static bool IsStandard(
        string secret,
        (string? Id, string? Timestamp, string? Signature) headers,
        ReadOnlySpan<byte> body,
        DateTimeOffset now
    )
    {
        if (
            headers.Id is not { Length: > 0 } id
            || headers.Signature is not { } signature
            || !long.TryParse(headers.Timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - seconds) > s_tolerance.TotalSeconds
        )
        {
            return false;
        }

        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, StandardKey(secret));
        hash.AppendData(Encoding.UTF8.GetBytes($"{id}.{headers.Timestamp}."));
        hash.AppendData(body);
        var expected = hash.GetHashAndReset();
        var isOurs = false;
        foreach (var part in signature.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            isOurs |= part.StartsWith(StandardVersion, StringComparison.Ordinal) && IsBase64(expected, part.AsSpan(StandardVersion.Length));
        }

        return isOurs;
    }

    /// <summary>The key in a Standard Webhooks secret.</summary>
    /// <exception cref="FormatException">It is not base64.</exception>
    private static byte[] StandardKey(string secret) =>
        Convert.FromBase64String(secret.StartsWith(StandardSecret, StringComparison.Ordinal) ? secret[StandardSecret.Length..] : secret);

    private static byte[] Hmac(string secret, ReadOnlySpan<byte> body) => HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body);

    private static bool IsBase64(ReadOnlySpan<byte> expected, ReadOnlySpan<char> given)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes + 2];
        return Convert.TryFromBase64Chars(given, bytes, out var length)
            && CryptographicOperations.FixedTimeEquals(expected, bytes[..length]);
    }
}
