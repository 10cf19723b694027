using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SupportPipeline.Replies;

namespace SupportPipeline.Outages.Notices;

/// <summary>What delivering a slice reads and writes.</summary>
public sealed class SliceParts(
    NoticeStore notices,
    SliceStore slices,
    NoticeMailWriter writer,
    IOptions<NoticesOptions> options,
    TimeProvider clock
)
{
    private const int MaxTries = 20;
    private const int KeptTexts = 20;

    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, NoticeText>> _texts = new(StringComparer.Ordinal);

    /// <summary>After so many failures in a row the notice is stopped.</summary>
    public int MaxFailures => options.Value.MaxFailures;

    /// <summary>The addresses of a slice.</summary>
    public Task<IReadOnlyList<NoticeRecipient>> RecipientsAsync(
        Notice notice,
        string frozen,
        int number,
        CancellationToken cancellationToken
    ) => slices.RecipientsAsync(notice.Id, frozen, number, cancellationToken);

    /// <summary>Claims; null when somebody else changed the slice.</summary>
    public async Task<(StoredSlice Claimed, IReadOnlyList<int> Places)?> ClaimAsync(
        StoredSlice stored,
        IReadOnlyList<int> candidates,
        IReadOnlyDictionary<int, (RecipientState State, string Reason)> held,
        string frozen,
        CancellationToken cancellationToken
    )
    {
        var (claimed, places) = SliceRules.Claim(stored.Slice, candidates, held, clock.GetUtcNow());
        return await slices.TryReplaceAsync(stored, claimed, frozen, cancellationToken) is { } written ? (written, places) : null;
    }

    /// <summary>Writes the request.</summary>
    public async Task<OutgoingMailing> WriteAsync(
        Notice notice,
        NoticeSlice slice,
        IReadOnlyList<NoticeRecipient> recipients,
        IReadOnlyList<int> places,
        CancellationToken cancellationToken
    )
    {
        if (!_texts.TryGetValue(notice.Id, out var texts))
        {
            texts = await notices.TextsAsync(notice, cancellationToken);
            if (_texts.Count >= KeptTexts)
            {
                _texts.Clear();
            }

            _texts[notice.Id] = texts;
        }

        return writer.Write(notice, slice, texts[slice.Language], recipients, places);
    }

    /// <summary>
    /// Records an answer, whatever else happened to the slice in between. Nothing stops it: the mail service has been asked, and what is not written down
    /// now nobody knows later.
    /// </summary>
    public async Task RecordAsync(StoredSlice claimed, string frozen, Func<NoticeSlice, NoticeSlice> record)
    {
        StoredSlice? current = claimed;
        for (var attempt = 0; attempt < MaxTries && current is not null; attempt++)
        {
            if (await slices.TryReplaceAsync(current, record(current.Slice), frozen, CancellationToken.None) is not null)
            {
                return;
            }

            current = await slices.FindAsync(frozen, claimed.Slice.Number, CancellationToken.None);
            if (current is not null && (current.Slice.Attempt != claimed.Slice.Attempt || !current.Slice.Has(RecipientState.Claimed)))
            {
                // A delivery event told it already, or the claim was taken for lost.
                return;
            }
        }
    }

    /// <summary>Records that no answer came.</summary>
    public Task LoseAsync(StoredSlice claimed, string frozen) =>
        RecordAsync(
            claimed,
            frozen,
            slice => SliceRules.Move(slice, RecipientState.Claimed, RecipientState.Unknown) with { UnknownSince = clock.GetUtcNow() }
        );

    /// <summary>Stops a notice that is going out; somebody has to look.</summary>
    public async Task PauseAsync(Notice notice, string reason)
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (
                await notices.FindAsync(notice.IncidentId, notice.Id, CancellationToken.None)
                is not { Notice.State: NoticeState.Sending } current
            )
            {
                return;
            }

            var paused = NoticeRules.Stop(current.Notice, reason, clock.GetUtcNow());
            if (await notices.TryReplaceAsync(current, paused, CancellationToken.None) is not null)
            {
                return;
            }
        }
    }
}
