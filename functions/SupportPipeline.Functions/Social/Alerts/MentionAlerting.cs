using System.Collections.Concurrent;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Alerts;

/// <summary>Looks at each mention right after it was stored: complaints that many see, and key accounts.</summary>
public sealed class MentionAlerting(AlertRaising raising) : IMentionWatch
{
    private const int MaxRemembered = 10_000;

    private readonly ConcurrentDictionary<string, byte> _raised = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    async Task IMentionWatch.ConsiderAsync(IReadOnlyList<Mention> mentions, CancellationToken cancellationToken)
    {
        var now = raising.Now;
        foreach (var mention in mentions)
        {
            // A storm touches its first mention again and again: this process knows that it has told of it.
            if (AlertRules.Decide(mention, raising.Options, now) is not { } cause || _raised.ContainsKey(cause.Key))
            {
                continue;
            }

            var alert = new MentionAlert
            {
                Id = AlertRaising.IdOf(cause.Key, mention.Id.At),
                Kind = cause.Kind,
                Brand = mention.Id.Brand,
                Severity = cause.Severity,
                At = now,
                From = mention.Id.At,
                Until = now,
                Why = cause.Why,
                Evidence = AlertGathering.Of([mention]) with
                {
                    Count = 1 + mention.Copies,
                    Authors = 1 + mention.CopyAuthors.Count,
                    Reach = mention.ReachWithCopies ?? mention.Reach ?? 0,
                },
            };
            await raising.RaiseAsync(alert, mention, cancellationToken);
            if (_raised.Count >= MaxRemembered)
            {
                _raised.Clear();
            }

            _raised[cause.Key] = 0;
        }
    }
}
