using System.Globalization;
using System.Text.Json;

namespace SupportPipeline.Playbook;

/// <summary>A plan as lines that a person can read: <c>scenario: kind what result reason @time "evidence"</c>.</summary>
internal static class Plans
{
    public static IReadOnlyList<string> LinesOf(PlaybookFacts facts) => [.. PlaybookRules.Decide(facts).Steps.Select(Line)];

    private static string Line(PlanStep step)
    {
        var at = step.At is { } time ? " @" + time.UtcDateTime.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture) : "";
        var evidence = step.Evidence is { } words ? $" \"{words}\"" : "";
        return $"{Name(step.Scenario)}: {Name(step.Kind)} {step.What} {step.Result} {step.Reason}{at}{evidence}";
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
