using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SupportPipeline.Social.Connectors;

namespace SupportPipeline.Social.Polling;

/// <summary>
/// Bluesky: mentions of our account, answers and quotes, and what is found for words, newest first down to a place, which is when a post was indexed. It tells
/// neither edits nor deletions of what was read before, so posts are looked at again.
/// </summary>
internal sealed class BlueskyConnector(PlatformHttp http, BlueskySession session, IOptions<BlueskyOptions> options) : IPolledConnector
{
    private const string Notifications = "notifications";
    private const int Limit = 100;

    private readonly Dictionary<string, string> _queries = QueriesOf(options.Value);

    /// <inheritdoc/>
    public string Name => "bluesky";

    /// <inheritdoc/>
    public bool IsEnabled => _queries.Count > 0;

    /// <inheritdoc/>
    public IReadOnlyList<string> Feeds => [.. _queries.Keys];

    /// <inheritdoc/>
    public IResult? Answer(IQueryCollection query) => null;

    /// <inheritdoc/>
    public ConnectorVerdict Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body, DateTimeOffset now) => PolledRefusal.Verdict;

    /// <inheritdoc/>
    public IReadOnlyList<SocialEvent> Read(ReadOnlyMemory<byte> body)
    {
        var root = PolledPayload.Parse(body, "Bluesky");
        var (account, from) = (root["account"].Id!, root["from"].Time);
        var posts = ItemsOf(root["page"]).Where(one => !IsBefore(one, from)).Reverse().Select(one => BlueskyPosts.Read(one, account));
        return [.. posts, .. PolledPayload.GoneOf(root, SocialPlatform.Bluesky)];
    }

    /// <inheritdoc/>
    public string AccountOf(string feed) => options.Value.Identifier;

    /// <inheritdoc/>
    public int MaxLook => 25;

    /// <inheritdoc/>
    public Task<PollAnswer> LookAsync(string account, IReadOnlyList<string> externalIds, CancellationToken cancellationToken)
    {
        var uris = externalIds.Select(uri => $"uris={Uri.EscapeDataString(uri)}");
        return AskAsync(
            $"app.bsky.feed.getPosts?{string.Join('&', uris)}",
            (answer, us) => ToAnswer(answer, page => new(PolledPayload.Write(answer.Body, ("account", us)), null, null)),
            cancellationToken
        );
    }

    /// <inheritdoc/>
    public Task<PollAnswer> FetchAsync(string feed, string? from, string? next, CancellationToken cancellationToken)
    {
        var query = _queries[feed];
        query += from is not null && feed != Notifications ? $"&since={Uri.EscapeDataString(from)}" : "";
        query += next is not null ? $"&cursor={Uri.EscapeDataString(next)}" : "";
        return AskAsync(
            query,
            (answer, us) =>
                answer.Status == 400 && next is not null
                    ? new PollAnswer.PageUnknown()
                    : ToAnswer(answer, page => ToPage(answer.Body, page, us, from)),
            cancellationToken
        );
    }

    private async Task<PollAnswer> AskAsync(
        string query,
        Func<PlatformAnswer, string, PollAnswer> read,
        CancellationToken cancellationToken
    )
    {
        BlueskyTokens? refused = null;
        while (true)
        {
            var (tokens, refusal) = await session.TokensAsync(refused, cancellationToken);
            if (tokens is null)
            {
                return refusal!;
            }

            using var request = new HttpRequestMessage(HttpMethod.Get, session.AddressOf(query));
            request.Headers.Authorization = new("Bearer", tokens.Access);
            var answer = await http.SendAsync(request, cancellationToken);
            if (refused is null && (answer.Status == 401 || (answer.Status == 400 && ErrorOf(answer) == "ExpiredToken")))
            {
                refused = tokens;
                continue;
            }

            return read(answer, tokens.Did);
        }
    }

    private static PollAnswer ToAnswer(PlatformAnswer answer, Func<PayloadNode, PolledPage> read)
    {
        var until = BlueskySession.Until(answer);
        if (!answer.IsSuccess)
        {
            return answer.Refusal(until);
        }

        try
        {
            return new PollAnswer.Fetched(read(PayloadNode.Parse(answer.Body)) with { NotBefore = until });
        }
        catch (JsonException)
        {
            return new PollAnswer.Failed("not JSON");
        }
    }

    /// <summary>Without a place to read down to, the first time, the newest page is all.</summary>
    private static PolledPage ToPage(byte[] body, PayloadNode page, string account, string? from)
    {
        var items = ItemsOf(page).ToList();
        var places = items.Select(PlaceOf).OfType<string>();
        var isEnd = from is null || items.Count == 0 || items.Exists(one => IsBefore(one, Moment(from)));
        return new(
            PolledPayload.Write(body, ("account", account), ("from", from)),
            isEnd ? null : page["cursor"].Id,
            places.Aggregate((string?)null, PollPlace.Later)
        );
    }

    private static IEnumerable<PayloadNode> ItemsOf(PayloadNode page) => page["notifications"].Items.Concat(page["posts"].Items);

    private static bool IsBefore(PayloadNode item, DateTimeOffset? from) => from is { } moment && item["indexedAt"].Time < moment;

    /// <summary>Written alike, so that places compare as they are written.</summary>
    private static string? PlaceOf(PayloadNode item) =>
        item["indexedAt"].Time?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(string? from) =>
        from is null ? null : DateTimeOffset.Parse(from, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string? ErrorOf(PlatformAnswer answer)
    {
        try
        {
            return PayloadNode.Parse(answer.Body)["error"].Text;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Dictionary<string, string> QueriesOf(BlueskyOptions options)
    {
        var queries = new Dictionary<string, string>(StringComparer.Ordinal);
        if (options.Identifier.Length == 0)
        {
            return queries;
        }

        var limit = string.Create(CultureInfo.InvariantCulture, $"limit={Limit}");
        queries[Notifications] = $"app.bsky.notification.listNotifications?reasons=mention&reasons=reply&reasons=quote&{limit}";
        foreach (var word in options.SearchWords)
        {
            foreach (var language in options.Languages.DefaultIfEmpty(""))
            {
                var lang = language.Length > 0 ? $"&lang={Uri.EscapeDataString(language)}" : "";
                queries[$"search {language} {word}"] =
                    $"app.bsky.feed.searchPosts?q={Uri.EscapeDataString(word)}&sort=latest{lang}&{limit}";
            }
        }

        return queries;
    }
}
