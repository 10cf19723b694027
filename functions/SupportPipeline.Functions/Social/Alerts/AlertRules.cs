using System.Globalization;
using SupportPipeline.Platform;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Receiving;
using SupportPipeline.Social.Spikes;

namespace SupportPipeline.Social.Alerts;

/// <summary>Which single mentions somebody is to know of at once. Pure.</summary>
internal static class AlertRules
{
    private const double Negative = 0.6;

    /// <summary>After so long copies of a post are no sign of speed any more.</summary>
    private static readonly TimeSpan s_fast = TimeSpan.FromHours(2);

    /// <summary>Looks at a mention as it is stored now; deleted ones and likely spam are none of it.</summary>
    public static AlertCause? Decide(Mention mention, AlertsOptions options, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(mention);
        ArgumentNullException.ThrowIfNull(options);
        var isBad = mention.Triage.Scores.Negative >= Negative || mention.Triage.Complaint == true;
        if (!isBad || mention.DeletedAt is not null || mention.Spam.Value >= SpamHints.Likely || mention.CopyOf is not null)
        {
            return null;
        }

        if (IsKey(mention.Post, options))
        {
            return new(AlertKind.KeyAccount, $"key|{mention.Id}", SpikeSeverity.Unusual, "A key account is unhappy.");
        }

        if (mention.Triage.Scores.Negative < Negative)
        {
            return null;
        }

        var reactions = ReachRules.Engagement(mention.Post.Metrics);
        var why =
            mention.Post.Author.Followers >= options.ViralFollowers
                ? Words($"A negative post of somebody with {mention.Post.Author.Followers:N0} followers.")
            : reactions >= options.ViralReactions ? Words($"A negative post that {reactions:N0} people have reacted to.")
            : mention.CopyAuthors.Count >= options.ViralAuthors && now - mention.Id.At <= s_fast
                ? Words($"A negative post that {mention.CopyAuthors.Count} people have repeated.")
            : null;
        return why is null
            ? null
            : new(
                AlertKind.ViralComplaint,
                $"viral|{mention.Id}",
                mention.Score.Value >= 80 ? SpikeSeverity.Critical : SpikeSeverity.Unusual,
                why
            );
    }

    private static bool IsKey(SocialPost post, AlertsOptions options)
    {
        var platform = KebabCase.NameOf(post.Platform);
        return options.KeyAccounts.Contains($"{platform}:{post.Author.Id}", StringComparer.OrdinalIgnoreCase)
            || (
                post.Author.Handle is { } handle
                && options.KeyAccounts.Contains($"{platform}:{handle.TrimStart('@')}", StringComparer.OrdinalIgnoreCase)
            );
    }

    private static string Words(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Why somebody is to know of something.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Makes it one alert, however often it is found.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Why">In one sentence.</param>
internal sealed record AlertCause(AlertKind Kind, string Key, SpikeSeverity Severity, string Why);
