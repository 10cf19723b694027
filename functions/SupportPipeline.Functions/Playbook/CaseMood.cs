using SupportPipeline.Triage;

namespace SupportPipeline.Playbook;

/// <summary>How the mood of a case moves, and how urgent that and the circumstances make it.</summary>
internal static class CaseMood
{
    /// <summary>A change smaller than this is none.</summary>
    private const double Noticeable = 0.4;

    private const int ManyReaders = 10_000;
    private const int RepeatedContacts = 2;
    private const int MaxRaise = 2;
    private static readonly TimeSpan LongWait = TimeSpan.FromHours(24);

    /// <summary>Praise minus criticism of one message, -1 to 1.</summary>
    public static double Of(MessageTriage triage) => Math.Round(triage.Scores.Positive - triage.Scores.Negative, 2);

    /// <summary>Compares the latest message with the mean of those before.</summary>
    public static SentimentTrend Trend(IReadOnlyList<double> before, double latest)
    {
        if (before.Count == 0)
        {
            return SentimentTrend.Steady;
        }

        var change = latest - before.Average();
        return change >= Noticeable ? SentimentTrend.Improving
            : change <= -Noticeable ? SentimentTrend.Worsening
            : SentimentTrend.Steady;
    }

    /// <summary>The urgency of the case from now on: what the message says, raised by waiting, repeated contact, reach and a worsening mood. It never falls by itself.</summary>
    public static int Urgency(PlaybookFacts facts, SentimentTrend trend)
    {
        var triage = facts.Triage;
        var own = Math.Max(1, triage.Urgency.Best - Math.Min(Raising(facts, trend).Count(), MaxRaise));
        own = triage.Intent.Is(Intent.NotSolved) ? Math.Min(own, Math.Max(1, facts.Case.Urgency - 1)) : own;
        return facts.OpensCase ? own : Math.Min(own, facts.Case.Urgency);
    }

    /// <summary>Whether the customer has waited for a person for a day or more.</summary>
    public static bool WaitsLong(PlaybookFacts facts) => facts.Case.WaitingSince is { } since && facts.ReceivedAt - since >= LongWait;

    /// <summary>What makes the message more urgent than its words: each circumstance by one, all together by no more than two.</summary>
    public static IEnumerable<string> Raising(PlaybookFacts facts, SentimentTrend trend)
    {
        var triage = facts.Triage;
        if (triage.Complaint.Best || triage.Intent.Best is Intent.Question or Intent.NotSolved or Intent.OutageReport)
        {
            if (facts.Case.MessageCount >= RepeatedContacts)
            {
                yield return "repeat-contact";
            }

            if (WaitsLong(facts))
            {
                yield return "long-wait";
            }

            if (trend == SentimentTrend.Worsening)
            {
                yield return "worsening-mood";
            }
        }

        if (facts.IsVip)
        {
            yield return "vip";
        }

        if (facts.Reach >= ManyReaders && triage.Sentiment.Best == Sentiment.Negative)
        {
            yield return "many-readers";
        }
    }
}
