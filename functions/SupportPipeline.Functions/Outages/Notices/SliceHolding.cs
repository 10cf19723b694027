using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SupportPipeline.Outages.Audience;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Outages.Notices;

/// <summary>
/// Who must not be told any more although the audience was frozen with them: suppressed or opted out since then. What is new is read at most every other
/// second and costs as much as there is new.
/// </summary>
public sealed class SliceHolding(SuppressionList suppressions, INoticeOptOuts optOuts, IOptions<RepliesOptions> replies, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    private readonly OutboundAllowList _allowed = OutboundAllowList.Parse(replies.Value.AllowList);
    private readonly ConcurrentDictionary<string, (long ReadAt, Task<HashSet<string>> Hashes)> _news = new(StringComparer.Ordinal);

    /// <summary>The places of a slice that are held back, with the reason.</summary>
    public async Task<IReadOnlyDictionary<int, (RecipientState State, string Reason)>> HoldBackAsync(
        Notice notice,
        IReadOnlyList<NoticeRecipient> recipients,
        CancellationToken cancellationToken
    )
    {
        var gone = await NewsAsync(notice, cancellationToken);
        var held = new Dictionary<int, (RecipientState, string)>();
        for (var place = 0; place < recipients.Count; place++)
        {
            if (!EmailAddress.TryParse(recipients[place].Address, out var address))
            {
                held[place] = (RecipientState.Failed, NoticeReason.AddressRefused);
            }
            else if (!_allowed.Lets(address))
            {
                held[place] = (RecipientState.Skipped, ReasonCode.NotOnAllowList);
            }
            else if (gone.Count > 0 && gone.Contains(address.Hash))
            {
                held[place] = (RecipientState.Suppressed, NoticeReason.AddressSuppressed);
            }
        }

        return held;
    }

    private Task<HashSet<string>> NewsAsync(Notice notice, CancellationToken cancellationToken)
    {
        var known = _news.GetValueOrDefault(notice.Id);
        if (known.Hashes is { IsCompletedSuccessfully: true } && clock.GetElapsedTime(known.ReadAt) < Fresh)
        {
            return known.Hashes;
        }

        var read = ReadAsync(notice, cancellationToken);
        _news[notice.Id] = (clock.GetTimestamp(), read);
        return read;
    }

    private async Task<HashSet<string>> ReadAsync(Notice notice, CancellationToken cancellationToken)
    {
        // A clock that is behind when somebody opts out must not lose it.
        var since = (notice.FrozenAt ?? notice.CreatedAt).AddMinutes(-5);
        var gone = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var one in suppressions.SinceAsync(since, cancellationToken))
        {
            gone.Add(one);
        }

        await foreach (var one in optOuts.SinceAsync(since, cancellationToken))
        {
            if (one.Components.Count == 0 || one.Components.Intersect(notice.Audience.Components, StringComparer.Ordinal).Any())
            {
                gone.Add(one.AddressHash);
            }
        }

        return gone;
    }
}
