using SupportPipeline.Triage;
using SupportPipeline.Triage.Cues;
using SupportPipeline.Triage.Text;

namespace SupportPipeline.Functions.Tests.Triage.Cues;

/// <summary>Small cue files, written in the test that needs them.</summary>
internal static class CueTexts
{
    public static CueSource File(string language, string text, string file = "test.cues", bool fromFolder = false) =>
        new(language, $"{language}/{file}", text, fromFolder);

    /// <summary>An analyzer that knows these cues of one language and nothing else.</summary>
    public static EmbeddedAnalyzer Analyzer(string language, string text) => new([File(language, text)]);

    /// <summary>What is wrong with a file.</summary>
    public static IReadOnlyCollection<string> ProblemsOf(params CueSource[] files) =>
        Assert.Throws<CueFormatException>(() => new EmbeddedAnalyzer(files)).Problems;

    public static CueLexicon Lexicon(string language, params CueSource[] files)
    {
        var problems = new List<string>();
        var lexicon = CueLexiconBuilder.Build(language, files, problems);
        Assert.Empty(problems);
        return lexicon;
    }

    /// <summary>The cues found in a text, in each dimension: <c>Feeling: words (file:line)</c>.</summary>
    public static IReadOnlyList<string> Find(CueLexicon lexicon, string text)
    {
        var (buffer, hits) = (new TokenBuffer(), new CueHits());
        Tokenizer.Tokenize(text, lexicon, buffer);
        CueMatcher.Match(lexicon.Graph, buffer, hits);
        var found = new List<string>();
        foreach (var layer in Enum.GetValues<CueLayer>())
        {
            foreach (var hit in hits.Of(layer))
            {
                var (from, end) = (buffer.Tokens[hit.First].Offset, buffer.Tokens[hit.End - 1].End);
                found.Add($"{layer}: {text[from..end]} ({hit.Sense.Source})");
            }
        }

        return found;
    }

    /// <summary>The words a single sentiment pattern finds in a text, with bars between them.</summary>
    public static string Find(string language, string pattern, string text)
    {
        var lexicon = Lexicon(language, File(language, $"[sentiment -2]\n{pattern}"));
        return string.Join('|', Find(lexicon, text).Select(found => found["Feeling: ".Length..^$" ({language}/test.cues:2)".Length]));
    }
}
