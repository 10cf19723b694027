using System.Globalization;
using SupportPipeline.Repository;
using SupportPipeline.Triage;
using Xunit.Abstractions;

namespace SupportPipeline.Functions.Tests.Triage.Languages;

/// <summary>How often the language of a sentence is told right: at least twelve of each language, half of which were not looked at while tuning.</summary>
public sealed class LanguageSentenceTests(ITestOutputHelper output)
{
    private const string Folder = "tests/SupportPipeline.Functions.Tests/Triage/Languages/";

    private static readonly string[] Ours = ["en", "ru", "zh-Hans", "zh-Hant"];

    private static readonly string[][] Families =
    [
        ["de", "nl", "sv", "da", "nb"],
        ["fr", "es", "pt", "it", "ro", "ca"],
        ["pl", "cs", "sk", "hr", "sl", "lt", "lv"],
        ["fi", "et", "hu", "tr", "vi", "id", "tl"],
        ["uk", "be", "bg", "sr", "mk", "kk"],
        ["ar", "fa", "ur"],
        ["el", "he", "hy", "ka", "hi", "bn", "ta", "te", "th", "ja", "ko"],
        ["und"],
    ];

    private static readonly IReadOnlyList<Sentence> All =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(RepositoryFiles.Root, Folder, "Sentences"), "*.txt")
            .Order(StringComparer.Ordinal)
            .SelectMany(Read),
    ];

    [Fact]
    public void There_are_at_least_twelve_sentences_of_forty_nine_languages_half_of_them_kept_back()
    {
        var languages = All.Where(sentence => sentence.Code != "und").GroupBy(sentence => sentence.Code, StringComparer.Ordinal).ToList();

        Assert.Equal(49, languages.Count);
        Assert.All(languages, language => Assert.True(language.Count() >= 12, language.Key));
        Assert.All(languages, language => Assert.Equal(language.Count(), 2 * language.Count(sentence => sentence.IsKeptBack)));
    }

    [Fact]
    public void Our_four_languages_are_told()
    {
        var told = Measure("ours", sentence => Ours.Contains(sentence.Code, StringComparer.Ordinal));

        Assert.Equal((84, 84), told);
    }

    [Fact]
    public void All_languages_are_told()
    {
        foreach (var family in Families)
        {
            Measure(string.Join(' ', family), sentence => family.Contains(sentence.Code, StringComparer.Ordinal));
        }

        Assert.Equal((319, 322), Measure("used for tuning", sentence => !sentence.IsKeptBack));
        Assert.Equal((316, 322), Measure("kept back", sentence => sentence.IsKeptBack));
    }

    [Fact]
    public void Short_everyday_sentences_are_told()
    {
        var sentences = File.ReadLines(Path.Combine(RepositoryFiles.Root, Folder, "EverydaySentences.txt"))
            .Where(line => !line.StartsWith("# ", StringComparison.Ordinal))
            .Select(line => new Sentence(line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..], false))
            .ToList();

        Assert.Equal((261, 269), Measure("everyday", sentences));
    }

    private (int Right, int All) Measure(string name, Func<Sentence, bool> filter) => Measure(name, [.. All.Where(filter)]);

    private (int Right, int All) Measure(string name, List<Sentence> sentences)
    {
        var right = sentences.Count(sentence => LanguageDetector.Detect(sentence.Text).Code == sentence.Code);
        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{name}: {right} of {sentences.Count} = {100.0 * right / sentences.Count:F1} %")
        );
        return (right, sentences.Count);
    }

    private static IEnumerable<Sentence> Read(string file)
    {
        var code = Path.GetFileNameWithoutExtension(file);
        var isKeptBack = false;
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 0))
        {
            isKeptBack |= line.StartsWith("# Kept back", StringComparison.Ordinal);
            if (!line.StartsWith("# ", StringComparison.Ordinal))
            {
                yield return new Sentence(code, line, isKeptBack);
            }
        }
    }

    private sealed record Sentence(string Code, string Text, bool IsKeptBack);
}
