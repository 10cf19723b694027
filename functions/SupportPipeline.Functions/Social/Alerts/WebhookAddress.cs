using System.Net;
using System.Net.Sockets;

namespace SupportPipeline.Social.Alerts;

/// <summary>
/// Where webhooks may be sent. A configured address must not lead into our own network (server-side request forgery): only https, only port 443, no
/// password in it, and every address its name resolves to has to be a public one.
/// </summary>
internal static class WebhookAddress
{
    private const int HttpsPort = 443;

    /// <summary>Reads a configured address.</summary>
    /// <param name="text">The address.</param>
    /// <param name="hosts">Hosts it may be on; empty for all.</param>
    /// <param name="allowLoopback">Whether it may be this machine, over http and on any port.</param>
    /// <param name="address">The address, when it may be used.</param>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public static string? Check(string text, IEnumerable<string> hosts, bool allowLoopback, out Uri? address)
    {
        address = null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var given))
        {
            return "is not an address";
        }

        if (given.UserInfo.Length > 0)
        {
            return "must not hold a user name or password";
        }

        var isHere = IPAddress.TryParse(given.IdnHost, out var literal) && IPAddress.IsLoopback(literal) || given.IsLoopback;
        if (!(allowLoopback && isHere))
        {
            if (given.Scheme != Uri.UriSchemeHttps || given.Port != HttpsPort)
            {
                return "must be https on port 443";
            }

            if (isHere || (literal is not null && !IsPublic(literal)))
            {
                return "must not lead into our own network";
            }
        }

        var allowed = hosts.ToList();
        if (allowed.Count > 0 && !allowed.Contains(given.IdnHost, StringComparer.OrdinalIgnoreCase))
        {
            return "is on a host that is not allowed";
        }

        address = given;
        return null;
    }

    /// <summary>Whether an address belongs to the public internet; ranges that lead home in disguise (mapped, NAT64, 6to4, Teredo) do not.</summary>
    public static bool IsPublic(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6)
        {
            return IsPublic(address.MapToIPv4());
        }

        var bytes = address.GetAddressBytes();
        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => IsPublicV4(bytes),
            AddressFamily.InterNetworkV6 => IsPublicV6(address, bytes),
            _ => false,
        };
    }

    private static bool IsPublicV4(byte[] bytes) =>
        (bytes[0], bytes[1], bytes[2]) switch
        {
            (0 or 10 or 127, _, _) => false,
            (100, >= 64 and <= 127, _) => false,
            (169, 254, _) => false,
            (172, >= 16 and <= 31, _) => false,
            (192, 168, _) => false,
            (192, 0, 0 or 2) => false,
            (192, 88, 99) => false,
            (198, 18 or 19, _) => false,
            (198, 51, 100) => false,
            (203, 0, 113) => false,
            (>= 224, _, _) => false,
            _ => true,
        };

    private static bool IsPublicV6(IPAddress address, byte[] bytes)
    {
        // Only 2000::/3 is given out; documentation, 6to4 and Teredo lie in it.
        var isGlobal = (bytes[0] & 0xE0) == 0x20;
        var isDocumentation = bytes is [0x20, 0x01, 0x0D, 0xB8, ..];
        var isTeredoOrTest = bytes is [0x20, 0x01, 0x00 or 0x01, ..];
        var isSixToFour = bytes is [0x20, 0x02, ..];
        return isGlobal && !isDocumentation && !isTeredoOrTest && !isSixToFour && !address.IsIPv6Multicast;
    }
}
