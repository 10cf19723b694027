using System.Globalization;
using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.FollowUps.Surveys;

/// <summary>Whether a customer is asked how we did. Pure; every no has its reason.</summary>
internal static class SurveyRules
{
    /// <summary>Up to this score a supervisor looks.</summary>
    public const int Detractor = 2;

    /// <summary>The best score.</summary>
    public const int Best = 5;

    /// <summary>Why the customer is not asked; null when nothing speaks against it but the cool-down, which is looked at last.</summary>
    public static string? Refuse(CaseHistory history, CustomerStanding standing, SurveysOptions options)
    {
        var its = history.Case;
        return its.State == CaseState.Held || its.HeldReason is not null ? FollowUpReason.CaseIsHeld
            : its.MergedInto is not null ? FollowUpReason.CaseIsMerged
            : its.State != CaseState.Closed || !its.IsConfirmed ? FollowUpReason.NotConfirmed
            : !EmailAddress.TryParse(its.CustomerAddress, out _) ? FollowUpReason.NobodyToWriteTo
            : history.Messages.All(message => message.IsAutomatic) ? FollowUpReason.OnlyAutomatic
            : history.Messages[0].Triage.Intent == "praise" ? PlaybookReason.NoSurveyAfterPraise
            : standing.IsAbusive || its.AbuseWarnings > 0 ? FollowUpReason.CustomerAbusive
            : standing.IsInternal ? FollowUpReason.CustomerInternal
            : standing.WantsNoSurveys ? FollowUpReason.NoConsent
            : its.IncidentId is { } incident && standing.OpenIncidents.Contains(incident, StringComparer.Ordinal)
                ? FollowUpReason.IncidentOpen
            : standing.OpenCases.Any(other => other != its.Id.Value) ? FollowUpReason.OtherCaseOpen
            : !IsSampled(its.Id, options.SampleRate) ? FollowUpReason.NotSampled
            : null;
    }

    /// <summary>Whether a case is in the sample: always the same answer for the same case.</summary>
    public static bool IsSampled(TimeOrderedId caseId, double rate)
    {
        var drawn = int.Parse(StableHash.Of("survey:" + caseId)[..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return drawn < rate * (1 << 24);
    }

    /// <summary>What an answer changes in its case.</summary>
    public static CaseDecision Answer(CaseHistory history, int score, string comment, DateTimeOffset now, SurveysOptions options)
    {
        var before = history.Events.Where(happening => happening.Kind == "survey-answered").ToList();
        var evidence = score.ToString(CultureInfo.InvariantCulture);
        if (before.Count > 0 && before[^1].Evidence == evidence && (before[^1].Note ?? "") == comment)
        {
            return new CaseDecision.Nothing(ReasonCode.AlreadyRecorded);
        }

        if (before.Count > 0 && now - before[0].At > TimeSpan.FromDays(options.ChangeWithinDays))
        {
            return new CaseDecision.Refuse(409, "survey-closed", "The answer can no longer be changed.");
        }

        var isDetractor = score <= Detractor;
        var answered = new TimelineEvent(
            $"survey-answered:{before.Count}",
            now,
            "survey-answered",
            isDetractor ? FollowUpReason.SurveyDetractor : FollowUpReason.SurveyAnswered,
            evidence,
            Note: comment.Length > 0 ? comment : null
        );
        var after = isDetractor ? Reopened(history.Case, now) : history.Case;
        return new CaseDecision.Apply(CaseChange.Of(history.Stored, after) with { Events = [answered] });
    }

    /// <summary>A supervisor looks, and no machine writes: whoever is disappointed in us does not want a template.</summary>
    private static CaseSnapshot Reopened(CaseSnapshot before, DateTimeOffset now) =>
        before.State is CaseState.Held || before.MergedInto is not null
            ? before with
            {
                EscalatedTo = "supervisor",
            }
            : before with
            {
                State = CaseState.Open,
                EscalatedTo = "supervisor",
                WaitingSince = before.WaitingSince ?? now,
            };
}
