using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace SupportPipeline.Social.Connectors.Generic.Keys;

/// <summary>
/// The keys as this process knows them, so that a delivery does not cost a look into storage. They are read again after a minute, and for a key that is
/// not known after three seconds: a new key works at once, a revoked one for at most a minute more, and who tries keys does not keep storage busy.
/// </summary>
public sealed class ConnectorKeyRing(ConnectorKeyStore store, TimeProvider clock) : IDisposable
{
    private const int MaxKey = 200;

    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan s_unknown = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly ConcurrentDictionary<string, DateOnly> _used = new(StringComparer.Ordinal);
    private volatile Known _known = Known.Nothing;

    /// <summary>Reads the keys when it is time to, and notes the day on which a valid one is used.</summary>
    internal async ValueTask PrepareAsync(string text, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (text.Length > MaxKey)
        {
            return;
        }

        if (IsDue(text, now))
        {
            await _gate.WaitAsync(cancellationToken);
            try
            {
                if (IsDue(text, now))
                {
                    _known = new(now, await store.ListAsync(cancellationToken));
                }
            }
            finally
            {
                _gate.Release();
            }
        }

        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (Find(text, now) is { } key && key.LastUsedOn != today && _used.GetValueOrDefault(key.Id) != today)
        {
            await store.NoteUsedAsync(key.Id, today, cancellationToken);
            _used[key.Id] = today;
        }
    }

    /// <summary>The valid key that a text is; null when it is none. Takes the same time whichever it is.</summary>
    internal ConnectorKey? Find(string text, DateTimeOffset now) => Match(text) is { } key && key.IsValid(now) ? key : null;

    /// <summary>Has the keys read before the next delivery: one was made or revoked here.</summary>
    internal void Forget() => _known = Known.Nothing;

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private bool IsDue(string text, DateTimeOffset now)
    {
        var age = now - _known.ReadAt;
        return age >= s_fresh || (age >= s_unknown && Match(text) is null);
    }

    private ConnectorKey? Match(string text)
    {
        if (text.Length is 0 or > MaxKey)
        {
            return null;
        }

        var hash = ConnectorKey.HashOf(text);
        ConnectorKey? found = null;
        foreach (var key in _known.Keys)
        {
            found = CryptographicOperations.FixedTimeEquals(key.Hash.Span, hash) ? key : found;
        }

        return found;
    }

    private sealed record Known(DateTimeOffset ReadAt, IReadOnlyList<ConnectorKey> Keys)
    {
        public static Known Nothing { get; } = new(DateTimeOffset.MinValue, []);
    }
}
