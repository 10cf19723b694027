using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace SupportPipeline.Platform;

/// <summary>
/// Links in mails that work without signing in: a token says what the link is for and is signed with the desk's key (128 bits of an HMAC-SHA256). It holds
/// no personal data, and a token made for one purpose is worth nothing for another.
/// </summary>
public sealed class PublicLinks(Desk desk, IOptions<DeskOptions> options, IConfiguration configuration)
{
    /// <summary>All functions are served under this.</summary>
    private const string Prefix = "api";

    private const int SignatureBytes = 16;

    private readonly Uri? _address = AddressOf(options.Value.PublicUrl, configuration["WEBSITE_HOSTNAME"]);

    /// <summary>Whether customers can reach our pages at all.</summary>
    internal bool IsAvailable => _address is not null;

    /// <summary>Where customers reach our pages; null when that is not configured.</summary>
    internal Uri? Address => _address;

    /// <summary>The link to a page with a token; null when our own address is not configured.</summary>
    internal string? To(string page, string token) => _address is null ? null : new Uri(_address, $"{Prefix}/{page}/{token}").AbsoluteUri;

    /// <summary>A token for a purpose with what it has to remember: small letters and digits only.</summary>
    internal string Sign(string purpose, params ReadOnlySpan<string> fields)
    {
        var text = string.Join('.', fields!);
        return $"{text}.{Signature(purpose, text)}";
    }

    /// <summary>What a token remembers; null when it was not made by us for this purpose.</summary>
    internal string[]? Read(string purpose, string token)
    {
        var end = token.LastIndexOf('.');
        if (end <= 0 || token.Length > 300)
        {
            return null;
        }

        var text = token[..end];
        var isOurs = CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Signature(purpose, text)),
            Encoding.UTF8.GetBytes(token[(end + 1)..])
        );
        return isOurs ? text.Split('.') : null;
    }

    private string Signature(string purpose, string text)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(desk.SigningKey.Span, Encoding.UTF8.GetBytes($"link:{purpose}:{text}"), mac);
        return Convert.ToHexStringLower(mac[..SignatureBytes]);
    }

    private static Uri? AddressOf(string configured, string? hostName) =>
        Uri.TryCreate(configured.Length > 0 ? configured.TrimEnd('/') + "/" : $"https://{hostName}/", UriKind.Absolute, out var address)
        && address.Scheme is "https" or "http"
        && address.Host.Length > 0
            ? address
            : null;
}
