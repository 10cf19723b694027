using SupportPipeline.Platform;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Mentions.Trend;

namespace SupportPipeline.Social.Alerts;

/// <summary>Sums up mentions as the evidence of an alert. Pure.</summary>
internal static class AlertGathering
{
    private const int MaxMentions = 50;
    private const int MaxGroups = 3;
    private const int MaxText = 160;
    private const int LeastForShare = 5;

    /// <summary>Of the mentions of a window; likely spam and deleted ones are left out.</summary>
    public static AlertEvidence Of(IReadOnlyList<Mention> mentions)
    {
        ArgumentNullException.ThrowIfNull(mentions);
        var counted = mentions.Where(mention => mention.DeletedAt is null && mention.Spam.Value < SpamHints.Likely).ToList();
        var scored = counted.Count(mention => mention.Triage.Sentiment != Triage.TriageDocument.Unsure && mention.Post.Text.Length > 0);
        var negative = counted.Count(mention => mention.Triage.Sentiment == MoodCounts.NegativeMood);
        return new(
            [.. counted.OrderByDescending(mention => mention.Score.Value).Take(MaxMentions).Select(mention => mention.Id.ToString())],
            counted.Count,
            counted.DistinctBy(mention => (mention.Post.Platform, mention.Post.Author.Id)).Count(),
            scored >= LeastForShare ? Math.Round((double)negative / scored, 2) : null,
            counted.Sum(mention => mention.Reach ?? 0),
            [
                .. counted
                    .GroupBy(mention => mention.Group, StringComparer.Ordinal)
                    .OrderByDescending(group => group.Count())
                    .ThenByDescending(group => group.Max(mention => mention.Score.Value))
                    .Take(MaxGroups)
                    .Select(Group),
            ],
            Most(counted, mention => KebabCase.NameOf(mention.Post.Platform)),
            Most(counted, mention => mention.Triage.Language)
        );
    }

    private static AlertGroup Group(IEnumerable<Mention> same)
    {
        var all = same.ToList();
        var first = all.OrderBy(mention => mention.Id.Order).First();
        return new(first.Id.ToString(), StoredText.CleanLine(first.Post.Text, MaxText), first.Post.Url, all.Count);
    }

    private static List<string> Most(List<Mention> mentions, Func<Mention, string> what) =>
        [.. mentions.GroupBy(what, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Select(group => group.Key)];
}
