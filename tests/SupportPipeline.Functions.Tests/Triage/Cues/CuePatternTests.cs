using SupportPipeline.Triage.Cues;

namespace SupportPipeline.Functions.Tests.Triage.Cues;

public sealed class CuePatternTests
{
    [Theory]
    [InlineData("let down", "let down")]
    [InlineData("let (me|us) down", "let me down; let us down")]
    [InlineData("(a|b c|d)", "a; b c; d")]
    [InlineData("a|b c", "a; b c")]
    [InlineData("waste of (my|our|) time", "waste of my time; waste of our time; waste of time")]
    [InlineData("((very|so) |)bad", "very bad; so bad; bad")]
    [InlineData("not what .. ordered", "not what ..2 ordered")]
    [InlineData("not ..5 work", "not ..5 work")]
    [InlineData("^ hello $", "^ hello $")]
    [InlineData("=late disappoint* {staff}", "=late disappoint* {staff}")]
    [InlineData("\":(\" \"#\"", "\":(\" \"#\"")]
    [InlineData("  spaced \t out  ", "spaced out")]
    [InlineData("don't", "don't")]
    public void A_pattern_opens_into_everything_it_stands_for(string pattern, string sequences) =>
        Assert.Equal(sequences, string.Join("; ", CuePattern.Open(pattern, CueElementKind.Inflected).Select(Show)));

    [Theory]
    [InlineData("a)", "there is a ')' without its '('")]
    [InlineData("(a|b", "there is a '(' without its ')'")]
    [InlineData("(a|)", "a phrase needs at least one word")]
    [InlineData("^ $", "a phrase needs at least one word")]
    [InlineData("a b c d e f g h i", "a phrase has at most 8 words")]
    [InlineData(".. a", "'..' stands between words")]
    [InlineData("a ..", "'..' stands between words")]
    [InlineData("a .. $", "'..' stands between words")]
    [InlineData("a ^ b", "'^' stands at the beginning")]
    [InlineData("a $ b", "'$' stands at the end")]
    [InlineData("a ..9 b", "'..9' is not a gap of 1 to 8 words")]
    [InlineData("a ..0 b", "'..0' is not a gap of 1 to 8 words")]
    [InlineData("a ...5 b", "'...5' is not a gap of 1 to 8 words")]
    [InlineData("ab*", "the beginning of a word has at least 3 letters, 'ab*' has fewer")]
    [InlineData("\"open", "a quotation mark is not closed, or there is nothing in it")]
    [InlineData("a \"\"", "a quotation mark is not closed, or there is nothing in it")]
    [InlineData("((((((((((((a))))))))))))", "parentheses stand in at most 10 others")]
    [InlineData("(a|b|c|d|e|f) (a|b|c|d|e|f) (a|b|c|d|e|f) (a|b|c|d|e|f)", "the phrase opens into more than 1000 alternatives")]
    public void A_malformed_pattern_says_what_is_wrong(string pattern, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => CuePattern.Open(pattern, CueElementKind.Inflected)).Message);

    [Theory]
    [InlineData("delay", "Delays, delayed, DELAYING, delay", "Delays|delayed|DELAYING|delay")]
    [InlineData("=late", "late later lately", "late")]
    [InlineData("disappoint*", "disappointing disappointments appoint", "disappointing|disappointments")]
    [InlineData("don't like", "I don’t like", "don’t like")]
    [InlineData("so bad", "sooo baaaad", "sooo baaaad")]
    [InlineData(
        "not what .. ordered",
        "not what ordered; not what I really ordered; not what we two had ordered",
        "not what ordered|not what I really ordered"
    )]
    [InlineData("bad .. service", "bad. service", "")]
    [InlineData("bad service", "bad, service", "bad, service")]
    [InlineData("^ hello", "hello. Hello hello", "hello|Hello")]
    [InlineData("^ .. bad", "so bad. bad. it is so very bad", "so bad|bad")]
    [InlineData("bad $", "bad bad. bad bad", "bad|bad")]
    [InlineData("{number} stars", "5 stars, 1.5 stars, five stars", "5 stars|1.5 stars")]
    [InlineData("{money} refund", "$5 refund, 5 refund", "5 refund")]
    [InlineData("{mention} liar", "@you liar", "@you liar")]
    [InlineData("{hashtag}", "#fail fail", "fail")]
    [InlineData("{url} bad", "http://x.example/ bad", "http://x.example/ bad")]
    [InlineData("\":(\"", "oh :( and :((", ":(|:(")]
    [InlineData("😡", "😡 and 😡🏽", "😡|😡🏽")]
    [InlineData("f*** off", "f*** off", "f*** off")]
    [InlineData("e-mail", "e-mails e mail", "e-mails|e mail")]
    [InlineData("bad|awful", "awful, bad", "awful|bad")]
    public void An_english_pattern_finds(string pattern, string text, string found) =>
        Assert.Equal(found, CueTexts.Find("en", pattern, text));

    [Theory]
    [InlineData("задержка", "задержки, с задержкой, задержан", "задержки|задержкой")]
    [InlineData("=плохо", "плохо плохой", "плохо")]
    [InlineData("всё .. сломалось", "все опять сломалось", "все опять сломалось")]
    [InlineData("delay", "delays", "delays")]
    public void A_russian_pattern_finds(string pattern, string text, string found) =>
        Assert.Equal(found, CueTexts.Find("ru", pattern, text));

    [Theory]
    [InlineData("态度很差", "服务态度很差。", "态度很差")]
    [InlineData("态度 .. 差", "态度真的差，态度差，态度 差", "态度真的差|态度差")]
    [InlineData("(退款|退钱)", "我要退钱", "退钱")]
    [InlineData("APP 闪退", "app闪退", "app闪退")]
    public void A_chinese_pattern_finds(string pattern, string text, string found) =>
        Assert.Equal(found, CueTexts.Find("zh", pattern, text));

    private static string Show(List<CueElement> sequence) =>
        string.Join(
            ' ',
            sequence.Select(element =>
                element.Kind switch
                {
                    CueElementKind.Exact => $"={element.Text}",
                    CueElementKind.Literal => $"\"{element.Text}\"",
                    CueElementKind.Prefix => $"{element.Text}*",
                    CueElementKind.Group => $"{{{element.Text}}}",
                    CueElementKind.Gap => $"..{element.Words}",
                    CueElementKind.Start => "^",
                    CueElementKind.End => "$",
                    _ => element.Text,
                }
            )
        );
}
