using System.Globalization;
using SupportPipeline.Platform;

namespace SupportPipeline.Triage.Cues;

/// <summary>Reads the header of a section: <c>[sentiment -2, topic billing 1]</c>.</summary>
internal static class CueEffects
{
    private static readonly Dictionary<string, Intent> Intents = KebabCase.ValuesOf<Intent>();
    private static readonly Dictionary<string, Topic> Topics = KebabCase.ValuesOf<Topic>();
    private static readonly Dictionary<string, Style> Styles = KebabCase.ValuesOf<Style>();
    private static readonly Dictionary<string, Conduct> Conducts = KebabCase.ValuesOf<Conduct>();
    private static readonly Dictionary<string, Threat> Threats = KebabCase.ValuesOf<Threat>();

    /// <summary>Reads a header without its brackets.</summary>
    /// <exception cref="FormatException">It is malformed; the message says how.</exception>
    public static CueEffect[] Read(string header, CueGroups groups) =>
        [.. header.Split(',', StringSplitOptions.TrimEntries).Select(effect => ReadEffect(effect, groups))];

    private static CueEffect ReadEffect(string effect, CueGroups groups)
    {
        var words = effect.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["sentiment", var weight] => Feeling(FeelingRole.Sentiment, Weight(weight, -5, 5)),
            ["negator"] => Feeling(FeelingRole.Negator, 1),
            ["negator-after"] => Feeling(FeelingRole.NegatorAfter, 1),
            ["intensifier", var factor] => Feeling(FeelingRole.Intensifier, Weight(factor, 1, 3)),
            ["softener", var factor] => Feeling(FeelingRole.Softener, Weight(factor, 0.1f, 1)),
            ["contrast"] => Feeling(FeelingRole.Contrast, 1),
            ["irrealis", var factor] => Feeling(FeelingRole.Irrealis, Weight(factor, 0, 1)),
            ["intent", var name, var weight] => Labelled(CueLayer.Intent, Intents, name, weight),
            ["topic", var name, var weight] => Labelled(CueLayer.Topic, Topics, name, weight),
            ["style", var name, var weight] => Labelled(CueLayer.Style, Styles, name, weight),
            ["conduct", var name, var weight] => Labelled(CueLayer.Conduct, Conducts, name, weight),
            ["threat", var name, var weight] => Labelled(CueLayer.Threat, Threats, name, weight),
            ["complaint", var weight] => new(CueLayer.Complaint, 0, Weight(weight, -5, 5)),
            ["urgency", var weight] => new(CueLayer.Urgency, 0, Weight(weight, -5, 5)),
            ["courtesy", var name] => new(CueLayer.Courtesy, groups.IndexOf(name), 1),
            ["group", var name] => new(CueLayer.Group, groups.IndexOf(name), 1),
            _ => throw new FormatException($"'{effect}' is not an effect"),
        };
    }

    private static CueEffect Feeling(FeelingRole role, float weight) => new(CueLayer.Feeling, (int)role, weight);

    private static CueEffect Labelled<T>(CueLayer layer, Dictionary<string, T> names, string name, string weight)
        where T : struct, Enum =>
        names.TryGetValue(name, out var value)
            ? new(layer, Convert.ToInt32(value, CultureInfo.InvariantCulture), Weight(weight, 0, 5))
            : throw new FormatException($"'{name}' is not one of {string.Join(", ", names.Keys)}");

    /// <summary>Reads a weight within its limits.</summary>
    internal static float Weight(string text, float least, float most) =>
        float.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var weight)
        && weight >= least
        && weight <= most
            ? weight
            : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{text}' is not a weight from {least} to {most}"));
}
