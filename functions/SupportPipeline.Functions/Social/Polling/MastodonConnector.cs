using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SupportPipeline.Social.Connectors;

namespace SupportPipeline.Social.Polling;

/// <summary>
/// Mastodon: the notifications of our accounts that are mentions and quotes, oldest first behind a place. Its ids are numbers that grow. It tells neither
/// edits nor deletions of what was read before, so statuses are looked at again, which a server can do since 4.3; an older one refuses and is asked seldom.
/// </summary>
internal sealed class MastodonConnector(PlatformHttp http, IOptions<MastodonOptions> options) : IPolledConnector
{
    private const int Limit = 80;

    /// <summary>The fact that the page holds statuses and no notifications.</summary>
    private const string Statuses = "statuses";

    private readonly Dictionary<string, MastodonAccountOptions> _accounts = options
        .Value.Accounts.DistinctBy(FeedOf, StringComparer.Ordinal)
        .ToDictionary(FeedOf, StringComparer.Ordinal);

    /// <inheritdoc/>
    public string Name => "mastodon";

    /// <inheritdoc/>
    public bool IsEnabled => _accounts.Count > 0;

    /// <inheritdoc/>
    public IReadOnlyList<string> Feeds => [.. _accounts.Keys];

    /// <inheritdoc/>
    public IResult? Answer(IQueryCollection query) => null;

    /// <inheritdoc/>
    public ConnectorVerdict Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body, DateTimeOffset now) => PolledRefusal.Verdict;

    /// <inheritdoc/>
    public IReadOnlyList<SocialEvent> Read(ReadOnlyMemory<byte> body)
    {
        var root = PolledPayload.Parse(body, "Mastodon");
        var (server, account, isLook) = (root["server"].Text ?? "", root["account"].Id!, root["of"].Text == Statuses);
        var posts = root["page"]
            .Items.Reverse()
            .Select(one =>
                isLook ? MastodonStatuses.ReadStatus(one, server, account) : MastodonStatuses.ReadNotification(one, server, account)
            );
        return [.. posts, .. PolledPayload.GoneOf(root, SocialPlatform.Mastodon)];
    }

    /// <inheritdoc/>
    public string AccountOf(string feed) => feed;

    /// <inheritdoc/>
    public int MaxLook => 20;

    /// <inheritdoc/>
    public async Task<PollAnswer> LookAsync(string account, IReadOnlyList<string> externalIds, CancellationToken cancellationToken)
    {
        var ours = _accounts[account];
        var ids = externalIds.Select(id => $"id[]={Uri.EscapeDataString(id[(id.LastIndexOf('/') + 1)..])}");
        var answer = await AskAsync(ours, $"api/v1/statuses?{string.Join('&', ids)}", cancellationToken);
        return ToAnswer(answer, page => new(Keep(ours, answer.Body, ("of", Statuses)), null, null));
    }

    /// <inheritdoc/>
    public async Task<PollAnswer> FetchAsync(string feed, string? from, string? next, CancellationToken cancellationToken)
    {
        var account = _accounts[feed];
        var query = string.Create(CultureInfo.InvariantCulture, $"api/v1/notifications?types[]=mention&types[]=quote&limit={Limit}");
        var place = next ?? from;
        query = place is null ? query : $"{query}&min_id={Uri.EscapeDataString(place)}";
        var answer = await AskAsync(account, query, cancellationToken);
        return ToAnswer(answer, page => ToPage(account, answer.Body, page, place));
    }

    private async Task<PlatformAnswer> AskAsync(MastodonAccountOptions account, string query, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(BaseOf(account), query));
        request.Headers.Authorization = new("Bearer", account.AccessToken);
        return await http.SendAsync(request, cancellationToken);
    }

    private static PollAnswer ToAnswer(PlatformAnswer answer, Func<PayloadNode, PolledPage> read)
    {
        var until = answer.LimitedUntil("X-RateLimit-Remaining", "X-RateLimit-Reset");
        if (!answer.IsSuccess)
        {
            return answer.Refusal(until);
        }

        try
        {
            return PayloadNode.Parse(answer.Body) is { IsArray: true } page
                ? new PollAnswer.Fetched(read(page) with { NotBefore = until })
                : new PollAnswer.Failed("not an array");
        }
        catch (JsonException)
        {
            return new PollAnswer.Failed("not JSON");
        }
    }

    /// <summary>The first time there is no place to go on from, and only the newest page is read.</summary>
    private static PolledPage ToPage(MastodonAccountOptions account, byte[] body, PayloadNode page, string? place)
    {
        var items = page.Items.ToList();
        var top = items.Select(one => one["id"].Id).Aggregate((string?)null, PollPlace.Later);
        var next = place is not null && items.Count >= Limit ? top : null;
        return new(Keep(account, body), next, top);
    }

    private static ReadOnlyMemory<byte> Keep(
        MastodonAccountOptions account,
        byte[] body,
        params ReadOnlySpan<(string Name, string? Value)> facts
    ) => PolledPayload.Write(body, [("server", BaseOf(account).Authority), ("account", account.AccountId), .. facts]);

    private static string FeedOf(MastodonAccountOptions account) => $"{BaseOf(account)}{account.AccountId}";

    private static Uri BaseOf(MastodonAccountOptions account) => new(account.BaseAddress.TrimEnd('/') + "/");
}
