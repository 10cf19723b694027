using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;
using SupportPipeline.Social.Connectors;

namespace SupportPipeline.Social.Polling;

/// <summary>
/// Our session with Bluesky, kept in the memory of this process and renewed with its refresh token. Signing in with the password is limited to 30 times in
/// five minutes and 300 times a day, so it is done once for each start of a process and when a renewal is refused, never more often than once a minute.
/// </summary>
internal sealed class BlueskySession(PlatformHttp http, IOptions<BlueskyOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan s_between = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _gate = new(1);
    private BlueskyTokens? _tokens;
    private DateTimeOffset _notBefore;

    /// <summary>The address of a method.</summary>
    public Uri AddressOf(string method) => new(new Uri(options.Value.Service.TrimEnd('/') + "/"), $"xrpc/{method}");

    /// <summary>The tokens, after signing in where that is needed.</summary>
    /// <param name="refused">Tokens that were just refused as expired; null when there were none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The tokens, or why there are none.</returns>
    public async Task<(BlueskyTokens? Tokens, PollAnswer? Refusal)> TokensAsync(BlueskyTokens? refused, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_tokens is not null && _tokens != refused)
            {
                return (_tokens, null);
            }

            if (_tokens is { } old)
            {
                using var renewal = new HttpRequestMessage(HttpMethod.Post, AddressOf("com.atproto.server.refreshSession"));
                renewal.Headers.Authorization = new("Bearer", old.Refresh);
                var renewed = await http.SendAsync(renewal, cancellationToken);
                if (Read(renewed) is { } tokens)
                {
                    return (_tokens = tokens, null);
                }

                if (renewed.Status is not (400 or 401))
                {
                    return (null, renewed.Refusal(Until(renewed)));
                }
            }

            return await SignInAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>When the rate limit ends.</summary>
    public static DateTimeOffset? Until(PlatformAnswer answer) => answer.LimitedUntil("ratelimit-remaining", "ratelimit-reset");

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<(BlueskyTokens? Tokens, PollAnswer? Refusal)> SignInAsync(CancellationToken cancellationToken)
    {
        _tokens = null;
        if (clock.GetUtcNow() < _notBefore)
        {
            return (null, new PollAnswer.Limited(_notBefore));
        }

        _notBefore = clock.GetUtcNow() + s_between;
        using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf("com.atproto.server.createSession"))
        {
            Content = JsonContent.Create(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["identifier"] = options.Value.Identifier,
                    ["password"] = options.Value.AppPassword,
                }
            ),
        };
        var answer = await http.SendAsync(request, cancellationToken);
        _tokens = Read(answer);
        return (_tokens, _tokens is null ? answer.Refusal(Until(answer)) : null);
    }

    private static BlueskyTokens? Read(PlatformAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            return null;
        }

        try
        {
            var root = PayloadNode.Parse(answer.Body);
            return root["did"].Id is { } did && root["accessJwt"].Text is { } access && root["refreshJwt"].Text is { } refresh
                ? new(did, access, refresh)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The tokens of a session. Secret: never log them.</summary>
/// <param name="Did">Our account.</param>
/// <param name="Access">What requests carry.</param>
/// <param name="Refresh">What renews it.</param>
internal sealed record BlueskyTokens(string Did, string Access, string Refresh);
