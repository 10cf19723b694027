using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SupportPipeline.LocalHost.Email;

/// <summary>Where this run's HTTP functions are: requests of the local stand-ins go the same way in as the real senders'.</summary>
internal sealed class FrontDoor
{
    private readonly Func<Uri> _baseAddress;
    private readonly string _routePrefix;
    private readonly string? _functionKey;

    /// <summary>A front door somewhere.</summary>
    /// <param name="baseAddress">Asked for every request, because a free port is known only once the server listens.</param>
    /// <param name="routePrefix">What the routes begin with: <c>api</c>, or nothing.</param>
    /// <param name="functionKey">Sent as <c>x-functions-key</c> when the host asks for keys.</param>
    public FrontDoor(Func<Uri> baseAddress, string routePrefix = "api", string? functionKey = null)
    {
        _baseAddress = baseAddress;
        _routePrefix = routePrefix.Trim('/');
        _functionKey = functionKey;
    }

    /// <summary>The front door of the server this runs in.</summary>
    public static FrontDoor Of(IServer server, string routePrefix = "api", string? functionKey = null) =>
        new(() => new Uri(server.Features.Get<IServerAddressesFeature>()!.Addresses.First()), routePrefix, functionKey);

    /// <summary>The address of a function's route, such as <c>inbound/email</c>.</summary>
    public Uri Address(string route) => new(_baseAddress(), _routePrefix.Length == 0 ? $"/{route}" : $"/{_routePrefix}/{route}");

    public HttpRequestMessage Post(string route, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Address(route)) { Content = content };
        if (_functionKey is not null)
        {
            request.Headers.Add("x-functions-key", _functionKey);
        }

        return request;
    }
}
