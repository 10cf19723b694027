using System.Text.RegularExpressions;

namespace SupportPipeline.Replies;

/// <summary>What the templates must and must not say, in each language.</summary>
public sealed class TemplateWordsTests
{
    /// <summary>Threats and insults are not said back to whoever wrote them, and a farewell from a list has no matter.</summary>
    private static readonly string[] WithoutMatter =
    [
        "boundary",
        "contact-ended",
        "holding-note",
        "holding-note-care",
        "unsubscribed",
        .. TemplateText.Unasked,
    ];

    /// <summary>Nothing is to be settled there.</summary>
    private static readonly string[] WithoutPrivate = ["anniversary-greeting", "birthday-greeting", "praise-thanks"];

    private static readonly string[] Apologising =
    [
        "fix-check",
        "incident-update",
        "our-mistake",
        "outage-known",
        "outage-reported",
        "outage-resolved",
        "promise-late",
        "reach-out",
        "reopened",
        "reopened-supervisor",
        "very-angry",
    ];

    private static readonly Dictionary<string, Words> Of = new(StringComparer.Ordinal)
    {
        ["en"] = new(
            "“{{matter}}”",
            "thank",
            "sorry|apologies",
            "direct message|privately",
            "unfortunately|regret|do(?: not|n't) know|cannot|can't|unable|valued|as soon as|soon\\b|shortly|you should have |you must|inconvenience"
        ),
        ["ru"] = new(
            "«{{matter}}»",
            "спасибо",
            "простите|жаль|извин",
            "личны[ех] сообщени|написать лично",
            "сожалени|не знаем|не можем|невозможно|вы должны|как можно скорее|ближайшее время|данн(?:ый|ая|ое|ого|ой) |осуществ|в связи с|неудобств"
        ),
        ["zh-Hans"] = new("“{{matter}}”", "谢", "抱歉|道歉|对不起|过意不去", "私信", "遗憾|无法|不能|尽快|不知道|您应该|亲爱的"),
        ["zh-Hant"] = new("「{{matter}}」", "謝", "抱歉|道歉|對不起|過意不去", "私訊", "遺憾|無法|不能|盡快|儘快|不知道|您應該|親愛的"),
    };

    public static TheoryData<string, string, string> Rows => TemplateText.Rows;

    public static TheoryData<string, string, string> Emails => TemplateText.Emails;

    public static TheoryData<string, string, string> ToBeSorry { get; } =
        TemplateText.RowsWhere(file =>
            Apologising.Contains(file.Scenario, StringComparer.Ordinal)
            && (file.Scenario, file.Channel) != ("reach-out", TemplateChannel.Public)
        );

    public static TheoryData<string, string, string> ToBeSettled { get; } =
        TemplateText.RowsWhere(file =>
            file.Channel == TemplateChannel.Public && !WithoutPrivate.Contains(file.Scenario, StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Rows))]
    public void Thanks_and_shuts_no_door(string scenario, string language, string channel)
    {
        var file = TemplateText.File(scenario, language, channel);

        Assert.Matches(Pattern(Of[language].Thanks), file.Text);
        Assert.DoesNotMatch(Pattern(Of[language].Unwanted), file.Subject + "\n" + file.Text);
    }

    [Theory]
    [MemberData(nameof(ToBeSorry))]
    public void Apologises_where_the_playbook_wants_it(string scenario, string language, string channel) =>
        Assert.Matches(Pattern(Of[language].Sorry), TemplateText.File(scenario, language, channel).Text);

    [Theory]
    [MemberData(nameof(Emails))]
    public void Repeats_the_matter_in_quotes_of_the_language(string scenario, string language, string channel)
    {
        var text = TemplateText.File(scenario, language, channel).Text;
        var withoutQuoted = text.Replace(Of[language].QuotedMatter, "", StringComparison.Ordinal);

        Assert.DoesNotContain("{{matter}}", withoutQuoted, StringComparison.Ordinal);
        Assert.Equal(WithoutMatter.Contains(scenario, StringComparer.Ordinal), text.Length == withoutQuoted.Length);
    }

    [Theory]
    [MemberData(nameof(ToBeSettled))]
    public void Asks_into_private_wherever_there_is_something_to_settle(string scenario, string language, string channel) =>
        Assert.Matches(Pattern(Of[language].Private), TemplateText.File(scenario, language, channel).Text);

    private static Regex Pattern(string words) =>
        new(words, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    private sealed record Words(string QuotedMatter, string Thanks, string Sorry, string Private, string Unwanted);
}
