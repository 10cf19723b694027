using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Notices;

/// <summary>
/// Writes an audience down, each address once, in slices of one language. An attempt has a name of its own and counts only once the notice says so, so one
/// that was cut off leaves nothing that matters and is simply made again.
/// </summary>
public sealed class NoticeFreezing(
    NoticeStore notices,
    NoticeAudience audience,
    SliceStore slices,
    IOptions<NoticesOptions> options,
    IdSource ids
)
{
    /// <summary>Freezes the audience of a notice; doing it twice does it once.</summary>
    public async Task<Outcome> FreezeAsync(NoticeFreezeDue due, CancellationToken cancellationToken)
    {
        if (
            await notices.FindAsync(due.IncidentId, due.NoticeId, cancellationToken)
            is not { Notice: { State: NoticeState.Freezing } notice } stored
        )
        {
            return new Outcome.Skipped(ReasonCode.AlreadyRecorded);
        }

        if (notice.Kind == NoticeKind.Resolution && !await audience.StopEarlierAsync(notice, cancellationToken))
        {
            // Who is being told at this moment has to be known before it is said who hears that it is over.
            return new Outcome.Deferred(TimeSpan.FromSeconds(5), NoticeReason.SliceClaimed);
        }

        var attempt = ids.Next().Value;
        var texts = await notices.TextsAsync(notice, cancellationToken);
        var writing = new FrozenAudience(notice.Id, attempt, slices, options.Value.SliceSize);
        await foreach (var found in audience.FindAsync(notice, [.. texts.Keys], cancellationToken))
        {
            await writing.AddAsync(found, cancellationToken);
        }

        await writing.CompleteAsync(cancellationToken);
        var frozen = notice with
        {
            State = NoticeState.AwaitingApproval,
            Frozen = attempt,
            FrozenAt = audience.Now,
            Count = writing.Count,
            Slices = writing.Slices,
            ContentHash = Hash(notice, writing),
        };
        return await notices.TryReplaceAsync(stored, frozen, cancellationToken) is null
            ? new Outcome.Deferred(TimeSpan.FromSeconds(1), ReasonCode.AlreadyRecorded)
            : new Outcome.Completed();
    }

    /// <summary>What an approval is bound to: the words, the rule, and how many and whom it found.</summary>
    private static string Hash(Notice notice, FrozenAudience writing) =>
        StableHash.Of(
            notice.TextHash,
            System.Text.Json.JsonSerializer.Serialize(notice.Audience, NoticeJson.Default.AudienceRule),
            writing.Count.ToString(CultureInfo.InvariantCulture),
            writing.Fingerprint
        );
}

/// <summary>Somebody of an audience, as a notice sees him.</summary>
/// <param name="Recipient">The address and name.</param>
/// <param name="Hash">The hash of the address.</param>
/// <param name="Language">The language in which he is told.</param>
/// <param name="Segment">Why he is told.</param>
/// <param name="State">Planned, or why not.</param>
/// <param name="Reason">A value of <see cref="NoticeReason"/>; null when planned.</param>
public sealed record FoundRecipient(
    NoticeRecipient Recipient,
    string Hash,
    string Language,
    string Segment,
    RecipientState State,
    string? Reason
);

/// <summary>Cuts a stream of recipients into slices and keeps them. Holds one unfinished slice per language.</summary>
public sealed class FrozenAudience(string noticeId, string attempt, SliceStore slices, int sliceSize)
{
    private const int RowsAtOnce = 100;
    private const int BlobsAtOnce = 8;

    private readonly Dictionary<string, List<FoundRecipient>> _open = new(StringComparer.Ordinal);
    private readonly List<NoticeSlice> _rows = [];
    private readonly List<Task> _blobs = [];
    private readonly byte[] _fingerprint = new byte[SHA256.HashSizeInBytes];

    /// <summary>How many addresses there are.</summary>
    public int Count { get; private set; }

    /// <summary>In how many slices.</summary>
    public int Slices { get; private set; }

    /// <summary>The same for the same addresses, in whatever order they came.</summary>
    public string Fingerprint => Convert.ToHexStringLower(_fingerprint.AsSpan(0, 16));

    /// <summary>Adds somebody.</summary>
    public async Task AddAsync(FoundRecipient found, CancellationToken cancellationToken)
    {
        Count++;
        Fold(found.Hash);
        if (!_open.TryGetValue(found.Language, out var slice))
        {
            _open[found.Language] = slice = new(sliceSize);
        }

        slice.Add(found);
        if (slice.Count == sliceSize)
        {
            _open.Remove(found.Language);
            await KeepAsync(found.Language, slice, cancellationToken);
        }
    }

    /// <summary>Keeps what is left.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        foreach (var (language, slice) in _open)
        {
            await KeepAsync(language, slice, cancellationToken);
        }

        _open.Clear();
        await Task.WhenAll(_blobs);
        await slices.AddAsync(attempt, _rows, cancellationToken);
    }

    private async Task KeepAsync(string language, List<FoundRecipient> slice, CancellationToken cancellationToken)
    {
        var number = Slices++;
        _rows.Add(
            new()
            {
                NoticeId = noticeId,
                Number = number,
                Language = language,
                States = [.. slice.Select(found => found.State)],
                Reasons = slice
                    .Select((found, place) => (found.Reason, place))
                    .Where(one => one.Reason is not null)
                    .ToDictionary(one => one.place, one => one.Reason!),
            }
        );
        _blobs.Add(slices.KeepAsync(noticeId, attempt, number, [.. slice.Select(found => found.Recipient)], cancellationToken));
        if (_blobs.Count >= BlobsAtOnce)
        {
            await Task.WhenAll(_blobs);
            _blobs.Clear();
        }

        if (_rows.Count == RowsAtOnce)
        {
            await slices.AddAsync(attempt, _rows, cancellationToken);
            _rows.Clear();
        }
    }

    private void Fold(string hash)
    {
        Span<byte> one = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.ASCII.GetBytes(hash), one);
        for (var i = 0; i < one.Length; i++)
        {
            _fingerprint[i] ^= one[i];
        }
    }
}
