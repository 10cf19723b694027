using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>
/// How often one sender may ask, and all of them together, in ten minutes: counted in the memory of this process, in a fixed number of cells. No address is
/// kept; two senders may share a cell. It answers before anything is looked up, so it tells nothing about who is subscribed.
/// </summary>
public sealed class SenderThrottle(TimeProvider clock)
{
    /// <summary>Requests of one sender.</summary>
    internal const int PerSender = 20;

    /// <summary>Requests of all.</summary>
    internal const int PerProcess = 2_000;

    private const int Cells = 16_384;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly int[] _counts = new int[Cells];
    private long _window;
    private int _total;

    /// <summary>Counts a request.</summary>
    /// <returns>Whether it may go on.</returns>
    internal bool Lets(HttpRequest request)
    {
        var window = clock.GetUtcNow().UtcTicks / Window.Ticks;
        var cell = StableHash.Shard(SenderOf(request) + window.ToString(CultureInfo.InvariantCulture), Cells);
        lock (_gate)
        {
            if (window != _window)
            {
                Array.Clear(_counts);
                (_window, _total) = (window, 0);
            }

            if (_counts[cell] >= PerSender || _total >= PerProcess)
            {
                return false;
            }

            _counts[cell]++;
            _total++;
            return true;
        }
    }

    /// <summary>What the front end added last; whatever a client wrote stands before it. Of an IPv6 address the network of one household.</summary>
    private static string SenderOf(HttpRequest request)
    {
        var forwarded = request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        var address =
            IPEndPoint.TryParse(forwarded, out var end) ? end.Address
            : request.HttpContext.Connection.RemoteIpAddress is { } remote ? remote
            : IPAddress.None;
        return address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
