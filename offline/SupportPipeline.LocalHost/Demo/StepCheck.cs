using System.Globalization;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>Compares what came of a step with what the story says. Pure.</summary>
internal static class StepCheck
{
    /// <summary>What differs, in sentences; empty when everything is as the story says.</summary>
    public static IReadOnlyList<string> Differences(StepOutcome outcome, SoFar before)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(before);
        var expected = outcome.Step.Expected;
        var differences = new List<string>();
        Compare("the front door's answer", Number(expected.Status), Number(outcome.Status), differences);
        Compare("the reason of the refusal", expected.Refusal, outcome.Refusal, differences);
        Compare("the case", CaseId(expected.CaseOf, outcome, before), outcome.Case?.Id, differences);
        Compare("the linked case", CaseId(expected.LinkedTo, outcome, before), Linked(outcome), differences);
        Compare(
            "the decisions",
            string.Join(", ", expected.Decisions),
            string.Join(", ", outcome.Decisions.Select(decision => $"{decision.Result} {decision.Reason}")),
            differences
        );
        differences.AddRange(Missing("understood", expected.Understood, Understood(outcome)));
        differences.AddRange(Missing("planned", expected.Plan, Planned(outcome)));
        Compare("what was sent", Sent(expected, outcome), Sent(outcome), differences);
        Compare("replies that wait", Number(expected.ReplyWaits ? 1 : 0), Number(Waiting(outcome)), differences);
        return differences;
    }

    /// <summary>How many replies of the outcome's case wait for the mail service.</summary>
    public static int Waiting(StepOutcome outcome) => outcome.Case?.Replies.Count(reply => reply.State == "approved") ?? 0;

    private static IEnumerable<string> Missing(string what, IReadOnlyList<string> expected, IReadOnlyList<string> actual) =>
        expected
            .Except(actual, StringComparer.Ordinal)
            .Select(missing => $"{what}: '{missing}' is not among {Shown(string.Join(", ", actual))}");

    private static IReadOnlyList<string> Understood(StepOutcome outcome) =>
        outcome.Message?.Triage is not { } triage
            ? []
            :
            [
                $"language {triage.Language}",
                $"sentiment {triage.Sentiment}",
                $"intent {triage.Intent}",
                $"style {triage.Style}",
                $"conduct {triage.Conduct}",
                $"threat {triage.Threat}",
            ];

    private static IReadOnlyList<string> Planned(StepOutcome outcome) =>
        [.. (outcome.Message?.Plan.Steps ?? []).Select(step => $"{step.What} {step.Result} {step.Reason}")];

    private static void Compare(string what, string? expected, string? actual, List<string> differences)
    {
        if (!string.Equals(expected, actual, StringComparison.Ordinal))
        {
            differences.Add($"{what}: {Shown(actual)} instead of {Shown(expected)}");
        }
    }

    private static string Shown(string? value) => string.IsNullOrEmpty(value) ? "none" : value;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A case has the id of the mail that opened it.</summary>
    private static string? CaseId(string? step, StepOutcome outcome, SoFar before) =>
        step is null ? null
        : step == outcome.Step.Name ? outcome.MessageId
        : before.Of(step).Case?.Id;

    private static string? Linked(StepOutcome outcome) => outcome.IsDuplicate ? null : outcome.Case?.LinkedCaseId;

    private static string Sent(Expected expected, StepOutcome outcome) =>
        expected.SentIn is { } language ? $"{language} to {outcome.Case?.Customer.Address}" : "";

    private static string Sent(StepOutcome outcome) =>
        string.Join(", ", outcome.Sent.Select(mail => $"{SentMails.LanguageOf(mail, outcome.Case)} to {mail.To}"));
}
