using System.Net;
using System.Net.Sockets;

namespace SupportPipeline.LocalHost.Hosting;

/// <summary>
/// A socket bound before the web server is built: the function app's settings name the host's own address, so a free port
/// must be known, and ours, before its services are made.
/// </summary>
internal static class ListeningSocket
{
    /// <summary>Binds.</summary>
    /// <exception cref="InvalidOperationException">The port is taken.</exception>
    public static Socket Bind(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return socket;
        }
        catch (SocketException taken)
        {
            socket.Dispose();
            throw new InvalidOperationException($"Port {port} cannot be used: {taken.Message}", taken);
        }
    }
}
