using System.Globalization;
using SupportPipeline.Playbook;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>What was decided and why, a sentence for every reason. Pure.</summary>
internal static class PlanText
{
    /// <summary>In columns; the words a step rests on are told where they fit.</summary>
    private const int MostEvidence = 60;

    /// <summary>The plan as a whole.</summary>
    public static string Of(PlanDocument plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"scenario {plan.Scenario}, urgency {plan.Urgency}, team {plan.Team}, a person answers by {plan.AnswerBy:ddd HH:mm}"
        );
    }

    /// <summary>A line for every reason, with everything that was decided for it.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<PlanStepDocument> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return steps
            .GroupBy(step => step.Reason, StringComparer.Ordinal)
            .Select(group => $"{string.Join("; ", Deeds(group))}: {ReasonSentences.Of(group.Key)}{Evidence(group)}  [{group.Key}]");
    }

    private static IEnumerable<string> Deeds(IEnumerable<PlanStepDocument> steps) =>
        steps
            .GroupBy(step => (step.Kind, step.Result))
            .Select(group =>
                $"{Deed(group.Key.Kind, group.Key.Result)} {string.Join(", ", group.Select(What).Distinct(StringComparer.Ordinal))}".TrimStart()
            );

    private static string What(PlanStepDocument step) =>
        step.Kind == "case" ? Change(step)
        : step is { Kind: "flag", At: { } until } ? string.Create(CultureInfo.InvariantCulture, $"{step.What} until {until:d MMM}")
        : step.What;

    private static string Change(PlanStepDocument step)
    {
        var (does, doesNot) = step.What switch
        {
            "close" => ("closes the case", "close the case"),
            "reopen" => ("reopens the case", "reopen the case"),
            "link-incident" => ("links the case to the incident", "link the case to an incident"),
            "preserve-evidence" => ("keeps the message as evidence", "keep the message as evidence"),
            "usability-finding" => ("records what is confusing", "record what is confusing"),
            "open-again" => ("opens the case again", "open the case again"),
            "raise-urgency" => ("raises the urgency", "raise the urgency"),
            var other => (other, other),
        };
        return step.Result == "done" ? does : doesNot;
    }

    private static string Deed(string kind, string result) =>
        (kind, result) switch
        {
            ("reply", "send") => "answers with",
            ("reply", "draft") => "drafts",
            ("reply", _) => "does not send",
            ("follow-up", _) => "schedules",
            ("escalation", _) => "tells",
            ("flag", _) => "flags the customer",
            ("case", "done") => "",
            ("case", _) => "does not",
            _ => $"{kind} {result}",
        };

    private static string Evidence(IEnumerable<PlanStepDocument> steps)
    {
        var words = string.Join("; ", steps.Select(step => step.Evidence).OfType<string>().Distinct(StringComparer.Ordinal))
            .ReplaceLineEndings(" ");
        return words.Length == 0 ? ""
            : words.Length <= MostEvidence ? $" (“{words}”)"
            : $" (“{words[..(char.IsHighSurrogate(words[MostEvidence - 1]) ? MostEvidence - 1 : MostEvidence)]}...”)";
    }
}
