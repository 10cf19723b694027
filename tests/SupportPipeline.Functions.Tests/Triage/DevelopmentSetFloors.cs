namespace SupportPipeline.Functions.Tests.Triage;

/// <summary>The macro-F1 that the development sets must reach. A change that lowers one says why.</summary>
public static class DevelopmentSetFloors
{
    private static readonly string[] Dimensions = ["sentiment", "complaint", "intent", "topic", "style", "conduct", "threat"];

    private static readonly Dictionary<string, double[]> ByLanguage = new(StringComparer.Ordinal)
    {
        ["en"] = [0.60, 0.70, 0.50, 0.50, 0.40, 0.60, 0.60],
        ["ru"] = [0.60, 0.70, 0.50, 0.50, 0.40, 0.60, 0.60],
        ["zh-Hans"] = [0.60, 0.70, 0.50, 0.50, 0.40, 0.60, 0.60],
        ["zh-Hant"] = [0.60, 0.70, 0.50, 0.50, 0.40, 0.60, 0.60],
    };

    /// <summary>The languages that have a development set.</summary>
    public static TheoryData<string> Languages => [.. ByLanguage.Keys];

    /// <summary>The floors of a language by dimension.</summary>
    public static IReadOnlyDictionary<string, double> Of(string language) =>
        Dimensions.Zip(ByLanguage[language]).ToDictionary(floor => floor.First, floor => floor.Second, StringComparer.Ordinal);
}
