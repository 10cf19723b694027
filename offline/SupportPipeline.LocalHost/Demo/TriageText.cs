using SupportPipeline.Triage;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>What was understood of a message, with the words that each value rests on. The ordinary (civil, no threat, no style of its own) goes without saying. Pure.</summary>
internal static class TriageText
{
    /// <summary>More words than these say nothing new.</summary>
    private const int MostWords = 2;

    public static string Of(TriageDocument triage)
    {
        ArgumentNullException.ThrowIfNull(triage);
        var complaint = triage.Complaint is { } isOne ? (isOne ? "yes" : "no") : TriageDocument.Unsure;
        IEnumerable<string?> values =
        [
            Languages.Name(triage.Language),
            With(triage, null, "sentiment", triage.Sentiment),
            With(triage, "intent", "intent", triage.Intent),
            With(triage, "topic", "topic", triage.Topic),
            triage.Style == "none" ? null : With(triage, "style", "style", triage.Style),
            triage.Conduct == "civil" ? null : With(triage, "conduct", "conduct", triage.Conduct),
            triage.Threat == "none" ? null : With(triage, "threat", "threat", triage.Threat),
            complaint == "no" ? "no complaint" : With(triage, "complaint", "complaint", complaint),
        ];
        var fallback = triage.FallbackReason is { } reason ? $"; {ReasonSentences.Of(reason)} [{reason}]" : "";
        return string.Join(", ", values.OfType<string>()) + fallback;
    }

    private static string With(TriageDocument triage, string? label, string dimension, string value)
    {
        var words = triage
            .Evidence.Where(found => found.Dimension == dimension)
            .Select(found => found.Text.ReplaceLineEndings(" "))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Take(MostWords)
            .Select(text => $"“{text}”");
        var all = string.Join(" ", words);
        var named = label is null ? value : $"{label} {value}";
        return all.Length == 0 ? named : $"{named} ({all})";
    }
}
