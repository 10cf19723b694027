using System.Globalization;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Triage;

namespace SupportPipeline.Social.Receiving;

/// <summary>
/// How much a mention needs somebody, 0 to 100. Reach and speed multiply what is negative and add nothing by themselves: a neutral post of somebody famous
/// does not stand before a furious customer. Pure.
/// </summary>
internal static class ScoreRules
{
    private const double NegativeWeight = 0.35;
    private const double ReachWeight = 0.20;
    private const double SpeedWeight = 0.20;
    private const double ComplaintWeight = 0.25;
    private const int DangerFloor = 80;

    /// <summary>So many reactions in an hour are usual.</summary>
    private const double UsualPerHour = 5;

    /// <summary>Scores a mention by what is known of it now.</summary>
    /// <param name="triage">What was understood.</param>
    /// <param name="reach">About how many see it and its copies; null when unknown.</param>
    /// <param name="perHour">Reactions and copies in an hour.</param>
    /// <param name="spam">How likely it is spam.</param>
    public static MentionScore Of(TriageDocument triage, long? reach, double perHour, SpamHints spam)
    {
        ArgumentNullException.ThrowIfNull(triage);
        ArgumentNullException.ThrowIfNull(spam);
        var negative = triage.Scores.Negative;
        var isComplaint = triage.Complaint == true;
        var seen = Math.Min(1, Math.Log10(1 + Math.Max(0, reach ?? 0)) / 6);
        var speed = Math.Min(1, Math.Log2(1 + (Math.Max(0, perHour) / UsualPerHour)) / 5);
        var parts = new List<(double Points, string Words)>
        {
            (100 * NegativeWeight * negative, Words($"negative {negative:0.00}")),
            (100 * ReachWeight * negative * seen, Words($"about {reach ?? 0} people see it")),
            (100 * SpeedWeight * negative * speed, Words($"{perHour:0.#} reactions and copies an hour")),
            (isComplaint ? 100 * ComplaintWeight : 0, "complaint"),
        };
        var score = Math.Min(100, parts.Sum(part => part.Points));
        if (spam.Value >= SpamHints.Likely)
        {
            score /= 2;
            parts.Add((1, "halved: likely spam"));
        }

        if (triage.Threat is not "none" and not TriageDocument.Unsure || triage.Urgency == 1)
        {
            score = Math.Max(score, DangerFloor);
            parts.Add((DangerFloor, triage.Threat is "none" or TriageDocument.Unsure ? "urgent" : $"threat: {triage.Threat}"));
        }

        return new(
            (int)Math.Round(score),
            [.. parts.Where(part => part.Points >= 1).OrderByDescending(part => part.Points).Select(part => part.Words)]
        );
    }

    private static string Words(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
