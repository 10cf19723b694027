using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using SupportPipeline.Social.Connectors;

namespace SupportPipeline.Social.Polling;

/// <summary>
/// Mastodon: the notifications of our accounts that are mentions and quotes, oldest first behind a place. Its ids are numbers that grow. It tells neither
/// edits nor deletions of what was read before.
/// </summary>
internal sealed class MastodonConnector(PlatformHttp http, IOptions<MastodonOptions> options) : IPolledConnector
{
    private const int Limit = 80;

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
        var (server, account) = (root["server"].Text ?? "", root["account"].Id!);
        return [.. root["page"].Items.Reverse().Select(one => MastodonStatuses.ReadNotification(one, server, account))];
    }

    /// <inheritdoc/>
    public async Task<PollAnswer> FetchAsync(string feed, string? from, string? next, CancellationToken cancellationToken)
    {
        var account = _accounts[feed];
        var query = string.Create(CultureInfo.InvariantCulture, $"api/v1/notifications?types[]=mention&types[]=quote&limit={Limit}");
        var place = next ?? from;
        var address = new Uri(BaseOf(account), place is null ? query : $"{query}&min_id={Uri.EscapeDataString(place)}");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new("Bearer", account.AccessToken);
        var answer = await http.SendAsync(request, cancellationToken);
        var until = answer.LimitedUntil("X-RateLimit-Remaining", "X-RateLimit-Reset");
        if (!answer.IsSuccess)
        {
            return answer.Refusal(until);
        }

        try
        {
            return PayloadNode.Parse(answer.Body) is { IsArray: true } page
                ? new PollAnswer.Fetched(ToPage(account, answer.Body, page, place) with { NotBefore = until })
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
        return new(PolledPayload.Write(body, ("server", BaseOf(account).Authority), ("account", account.AccountId)), next, top);
    }

    private static string FeedOf(MastodonAccountOptions account) => $"{BaseOf(account)}{account.AccountId}";

    private static Uri BaseOf(MastodonAccountOptions account) => new(account.BaseAddress.TrimEnd('/') + "/");
}
