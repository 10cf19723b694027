using SupportPipeline.Functions.Tests.Triage.Cues;
using SupportPipeline.Triage;
using SupportPipeline.Triage.Cues;
using SupportPipeline.Triage.Rules;

namespace SupportPipeline.Functions.Tests.Triage.Rules;

/// <summary>A few words of each kind, so that what comes out is due to the rules alone.</summary>
internal static class RuleWords
{
    private const string Text = """
        [sentiment 2]
        good
        great = 3
        [sentiment -2]
        bad
        terrible = -4
        [negator]
        not
        never
        [intensifier 1.5]
        very
        [softener 0.5]
        a bit
        [contrast]
        but
        [irrealis 0.2]
        hope
        if
        [intent refund 2, topic billing 2]
        refund
        [intent not-solved 2]
        still broken
        [style constructive 2]
        suggest
        [conduct vulgar 2]
        crap
        [threat legal 3]
        sue
        [threat physical 2]
        kill
        [threat physical 3]
        burn down
        [threat self-harm 3]
        end my life
        [complaint 2]
        rip off
        [urgency 2]
        urgent
        [urgency 1]
        asap
        [group situation]
        delay
        [group sarcasm]
        another
        [group resolver]
        fixed
        [group joke]
        lol
        😂
        [group insult]
        idiot
        [group profanity]
        damn
        [group second-person]
        you
        [group staff]
        agent
        """;

    private static readonly CueLexicon Lexicon = CueTexts.Lexicon("en", CueTexts.File("en", Text));

    public static EmbeddedAnalyzer Analyzer { get; } = CueTexts.Analyzer("en", Text);

    public static MessageTriage Analyze(string text) => Analyzer.Analyze(text, "en");

    /// <summary>The feelings in a text: the words and what they add.</summary>
    public static string Feelings(string text)
    {
        var reading = new Reading();
        reading.Read(text, Lexicon, new AnalyzerWeights());
        FeelingRule.Apply(reading);
        return string.Join(
            "; ",
            reading.Feelings.Select(feeling =>
                FormattableString.Invariant(
                    $"{text[reading.Tokens.Tokens[feeling.First].Offset..reading.Tokens.Tokens[feeling.End - 1].End]} {Math.Round(feeling.Value, 3)}"
                ) + (feeling.Source.StartsWith("rule:", StringComparison.Ordinal) ? $" {feeling.Source}" : "")
            )
        );
    }
}
