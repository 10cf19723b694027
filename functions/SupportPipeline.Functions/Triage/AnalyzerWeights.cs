using System.Globalization;
using System.Reflection;
using SupportPipeline.Triage.Cues;

namespace SupportPipeline.Triage;

/// <summary>
/// The numbers by which the rules weigh what they find, one set per language: read from <c>weights.txt</c> in the folder of cue files,
/// <c>name in words = value</c>; what a language does not name has the value below.
/// </summary>
internal sealed record AnalyzerWeights
{
    /// <summary>How many words before a feeling a negation may stand.</summary>
    public double NegationReach { get; init; } = 4;

    /// <summary>What a negation makes of praise: "not good".</summary>
    public double NegatedPraise { get; init; } = -0.7;

    /// <summary>What a negation makes of criticism: "not bad".</summary>
    public double NegatedCriticism { get; init; } = -0.4;

    /// <summary>The feeling in a negation that turns nothing round: "it does not open". Counted twice at most.</summary>
    public double LoneNegation { get; init; } = -0.3;

    /// <summary>How many words before a feeling a wish or supposition may stand.</summary>
    public double IrrealisReach { get; init; } = 6;

    /// <summary>Factor for a feeling in capital letters.</summary>
    public double Shouted { get; init; } = 1.25;

    /// <summary>Factor for a feeling with repeated letters.</summary>
    public double Elongated { get; init; } = 1.2;

    /// <summary>What each exclamation mark, up to three, adds to the factor of its sentence.</summary>
    public double Exclamation { get; init; } = 0.08;

    /// <summary>Factor for what stands before a "but".</summary>
    public double BeforeContrast { get; init; } = 0.5;

    /// <summary>Factor for what stands after a "but".</summary>
    public double AfterContrast { get; init; } = 1.3;

    /// <summary>Factor for praise in a question.</summary>
    public double QuestionedPraise { get; init; } = 0.4;

    /// <summary>Factor for criticism in a question.</summary>
    public double QuestionedCriticism { get; init; } = 0.8;

    /// <summary>What sarcasm makes of praise: "great, another delay".</summary>
    public double Sarcasm { get; init; } = -0.8;

    /// <summary>How much a complaint cue without a feeling of its own adds to the criticism.</summary>
    public double ComplaintToFeeling { get; init; } = 0.4;

    /// <summary>The praise in each exclamation mark, up to two, of a message without any other feeling: "Off to the stadium!!"</summary>
    public double Excitement { get; init; } = 0.6;

    /// <summary>Slope of the logistic curve from feeling to score.</summary>
    public double Slope { get; init; } = 2;

    /// <summary>How much criticism takes away from praise, and the other way round.</summary>
    public double Crossing { get; init; } = 0.6;

    /// <summary>How much praise is needed before it is likelier than neutral.</summary>
    public double PraiseThreshold { get; init; } = 0.75;

    /// <summary>How much criticism is needed before it is likelier than neutral.</summary>
    public double CriticismThreshold { get; init; } = 0.65;

    /// <summary>The least praise and criticism of a mixed message.</summary>
    public double MixedFloor { get; init; } = 2.5;

    /// <summary>The least ratio of the weaker to the stronger side of a mixed message.</summary>
    public double MixedRatio { get; init; } = 0.7;

    /// <summary>Where the complaint scale begins; 0 and above is a complaint.</summary>
    public double ComplaintBias { get; init; } = -1.2;

    /// <summary>What criticism adds to the complaint scale.</summary>
    public double ComplaintFromCriticism { get; init; } = 1.1;

    /// <summary>What praise takes from the complaint scale.</summary>
    public double ComplaintFromPraise { get; init; } = 0.9;

    /// <summary>What each unit of complaint cue adds to the complaint scale.</summary>
    public double ComplaintFromCues { get; init; } = 0.8;

    /// <summary>What an intent that only an unhappy customer has adds to the complaint scale.</summary>
    public double ComplaintFromIntent { get; init; } = 0.5;

    /// <summary>What being addressed (you, @name, staff) adds to the complaint scale of a critical message.</summary>
    public double ComplaintFromAddress { get; init; } = 0.4;

    /// <summary>Reads the weights of a language; the organisation's own folder comes last and wins.</summary>
    public static AnalyzerWeights Read(string language, IEnumerable<CueSource> sources, List<string> problems)
    {
        var weights = new AnalyzerWeights();
        var files = sources.Where(source =>
            (source.Language == language || source.Language == CueSource.Any)
            && source.Name.EndsWith("/weights.txt", StringComparison.Ordinal)
        );
        foreach (var file in files)
        {
            var number = 0;
            foreach (var raw in file.Text.ReplaceLineEndings("\n").Split('\n'))
            {
                number++;
                var line = raw.Split('#')[0].Trim();
                if (line.Length > 0 && Set(weights, line) is { } problem)
                {
                    problems.Add($"{file.Name}:{number}: {problem}.");
                }
            }
        }

        return weights;
    }

    private static string? Set(AnalyzerWeights weights, string line)
    {
        if (line.Split('=', StringSplitOptions.TrimEntries) is not [var name, var text])
        {
            return $"'{line}' is not 'name = value'";
        }

        if (Find(name) is not { } property)
        {
            return $"'{name}' is not a weight";
        }

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || value is not (>= -20 and <= 20))
        {
            return $"'{text}' is not a number from -20 to 20";
        }

        property.SetValue(weights, value);
        return null;
    }

    /// <summary>"before contrast" is <see cref="BeforeContrast"/>.</summary>
    private static PropertyInfo? Find(string name) =>
        typeof(AnalyzerWeights)
            .GetProperties()
            .FirstOrDefault(property => property.PropertyType == typeof(double) && InWords(property.Name) == name);

    private static string InWords(string name) =>
        string.Concat(
            name.Select(
                (letter, at) => at > 0 && char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"
            )
        );
}
