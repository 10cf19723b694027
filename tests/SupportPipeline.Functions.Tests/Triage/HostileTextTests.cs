using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SupportPipeline.Triage;

namespace SupportPipeline.Functions.Tests.Triage;

/// <summary>Whatever somebody sends: an answer, the same one each time, that points into the text.</summary>
public sealed class HostileTextTests
{
    private const int Long = 65_536;

    private static readonly EmbeddedAnalyzer Analyzer = new();

    /// <summary>What hostile messages are made of, and words that cues are made of.</summary>
    private static readonly string[] Pieces =
    [
        " ",
        "\n",
        "\r\n",
        "\t",
        "\u3000",
        ".",
        "!",
        "?!",
        ",",
        "...",
        "…",
        "。",
        "，",
        "-",
        "–",
        "_",
        "*",
        "**",
        "/",
        "\\",
        "|",
        "~",
        "'",
        "’",
        "`",
        "\"",
        "“",
        "”",
        "„",
        "«",
        "»",
        "「",
        "」",
        "『",
        "』",
        "‘",
        "(",
        ")",
        "（",
        "）",
        "(((",
        ")))",
        "[",
        "]",
        "{",
        "}",
        "<",
        ">",
        "&lt;",
        "{{name}}",
        "{{{x}}}",
        "{{#each y}}",
        "${7*7}",
        "<%= 1 %>",
        "<script>",
        "%s%n",
        "#{1}",
        "'; DROP TABLE",
        "\u202E",
        "\u202D",
        "\u2066",
        "\u200B",
        "\u200D",
        "\uFE0F",
        "\u0301",
        "\u0336",
        "\u0306",
        "и\u0306",
        "\0",
        "\u0007",
        "\u001B[31m",
        "\uFEFF",
        "\uD83D",
        "\uDE00",
        "\uDFFF",
        "\uFFFF",
        "😀",
        "😡",
        "😂",
        "👍🏽",
        "👨‍👩‍👧",
        "🇩🇪",
        "1️⃣",
        "❤️",
        ":)",
        ":(",
        ":-(",
        "xD",
        "^_^",
        "¯\\_(ツ)_/¯",
        "@",
        "@desk",
        "#",
        "#WorstEver",
        "http://",
        "https://x.example/a?b",
        "www.",
        "a@b.example",
        "$",
        "$5",
        "50 €",
        "1.5",
        "2)",
        "0",
        "not",
        "never",
        "bad",
        "good",
        "great",
        "but",
        "very",
        "another",
        "delay",
        "refund",
        "I",
        "you",
        "idiot",
        "kill",
        "sue",
        "lol",
        "fixed",
        "BAAAAAD",
        "не",
        "плохо",
        "хорошо",
        "но",
        "очень",
        "верните",
        "деньги",
        "вы",
        "идиоты",
        "суд",
        "ха-ха",
        "УЖАССС",
        "不",
        "没有",
        "好",
        "很差",
        "但是",
        "非常",
        "退款",
        "投诉",
        "你们",
        "垃圾",
        "哈哈",
        "態度",
        "客服",
        "龘",
        "𠮷",
        "〇",
    ];

    [Fact]
    public void Any_mixture_of_hostile_pieces_is_answered()
    {
        var texts = Gen.Elements(Pieces).NonEmptyListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

        Prop.ForAll(texts, IsAnswered).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(120));
    }

    [Fact]
    public void Any_sequence_of_code_units_is_answered()
    {
        var texts = Gen.Choose(0, 0xFFFF).Select(unit => (char)unit).ArrayOf().Select(units => new string(units)).ToArbitrary();

        Prop.ForAll(texts, IsAnswered).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(300));
    }

    [Fact]
    public void Any_string_is_answered() =>
        Prop.ForAll<NonNull<string>>(text => IsAnswered(text.Get)).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [MemberData(nameof(LongTexts))]
    public void A_long_text_made_of_one_piece_is_answered(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (Long / piece.Length) + 1))[..Long];

        Assert.True(IsAnswered(text));
    }

    [Fact]
    public void A_megabyte_without_a_blank_is_answered() => Assert.True(IsAnswered(new string('a', 1 << 20)));

    [Fact]
    public void Parentheses_and_quotation_marks_nested_deeply_are_answered()
    {
        const int Depth = 20_000;

        Assert.True(IsAnswered(string.Concat(Enumerable.Repeat("(a", Depth)) + new string(')', Depth)));
        Assert.True(IsAnswered(string.Concat(Enumerable.Repeat("«a “b ", Depth)) + string.Concat(Enumerable.Repeat("”»", Depth))));
    }

    public static TheoryData<string> LongTexts() =>
        [
            "a",
            "bad ",
            "not ",
            "not bad but good ",
            "great another delay ",
            "you idiot ",
            "I will kill you ",
            "e\u0301\u0302\u0303\u0304",
            "\u202E",
            "(a",
            "\"a b\" ",
            "#AaBb",
            "http://",
            "a@",
            "{{",
            "😡😂",
            "\uD83D",
            "退款态度很差",
            "不",
            "не плохо но ",
            "\n",
            "0",
        ];

    /// <summary>Answered twice alike, on every road through the languages, with evidence inside the text and numbers in their bounds.</summary>
    private static bool IsAnswered(string text)
    {
        foreach (var language in new[] { null, "en", "ru", "zh-Hant", "de" })
        {
            var triage = Analyzer.Analyze(text, language);
            var numbers = new[] { triage.Sentiment.Confidence, triage.Intent.Confidence, triage.Topic.Confidence, triage.Style.Confidence };
            var others = new[]
            {
                triage.Conduct.Confidence,
                triage.Threat.Confidence,
                triage.Complaint.Confidence,
                triage.Urgency.Confidence,
                triage.Intensity,
            };
            Assert.All(numbers.Concat(others), number => Assert.InRange(number, 0, 1));
            Assert.Equal(1, triage.Scores.Positive + triage.Scores.Neutral + triage.Scores.Negative, 6);
            Assert.InRange(triage.Urgency.Best, 1, 4);
            Assert.All(EvidenceOf(triage), evidence => AssertPointsInto(text, evidence));
            Assert.Equal(JsonSerializer.Serialize(triage), JsonSerializer.Serialize(Analyzer.Analyze(text, language)));
        }

        return true;
    }

    private static IEnumerable<Evidence> EvidenceOf(MessageTriage triage) =>
        [
            .. triage.Sentiment.Evidence,
            .. triage.Intent.Evidence,
            .. triage.Topic.Evidence,
            .. triage.Style.Evidence,
            .. triage.Conduct.Evidence,
            .. triage.Threat.Evidence,
            .. triage.Complaint.Evidence,
            .. triage.Urgency.Evidence,
        ];

    private static void AssertPointsInto(string text, Evidence evidence)
    {
        Assert.InRange(evidence.Offset, 0, text.Length - 1);
        Assert.InRange(evidence.Length, 1, text.Length - evidence.Offset);
        Assert.InRange(evidence.Text.Length, 1, 120);
        Assert.StartsWith(evidence.Text, text[evidence.Offset..(evidence.Offset + evidence.Length)], StringComparison.Ordinal);
    }
}
