using System.Globalization;
using SupportPipeline.Platform;
using SupportPipeline.Testing;
using SupportPipeline.Triage;
using Xunit.Abstractions;

namespace SupportPipeline.Functions.Tests.Triage;

/// <summary>How well the embedded analyzer understands the messages it was developed against; docs/triage.md says how it does on others.</summary>
public sealed class DevelopmentSetTests(ITestOutputHelper output)
{
    private static readonly Lazy<EmbeddedAnalyzer> Analyzer = new(() => new EmbeddedAnalyzer());

    /// <summary>The labels there are, by dimension.</summary>
    internal static IReadOnlyDictionary<string, string[]> Names { get; } =
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["sentiment"] = NamesOf<Sentiment>(),
            ["intent"] = NamesOf<Intent>(),
            ["topic"] = NamesOf<Topic>(),
            ["style"] = NamesOf<Style>(),
            ["conduct"] = NamesOf<Conduct>(),
            ["threat"] = NamesOf<Threat>(),
            ["complaint"] = ["yes", "no"],
        };

    [Theory]
    [MemberData(nameof(DevelopmentSetFloors.Languages), MemberType = typeof(DevelopmentSetFloors))]
    public void Messages_are_understood_at_least_as_well_as_they_were(string language)
    {
        var messages = Read(language);

        var scores = Measure(messages);

        foreach (var (dimension, confusion) in scores)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language} {dimension}: {confusion}"));
        }

        var floors = DevelopmentSetFloors.Of(language);
        Assert.Equal(floors.Keys.Order(StringComparer.Ordinal), scores.Keys);
        Assert.All(
            floors,
            floor =>
                Assert.True(
                    scores[floor.Key].MacroF1 >= floor.Value,
                    $"{floor.Key}: {scores[floor.Key].MacroF1:0.000} < {floor.Value:0.000}"
                )
        );
    }

    [Theory]
    [MemberData(nameof(DevelopmentSetFloors.Languages), MemberType = typeof(DevelopmentSetFloors))]
    public void There_are_three_hundred_messages_each_labelled_in_every_dimension_and_none_twice(string language)
    {
        var messages = Read(language);

        Assert.True(messages.Count >= 300, $"{messages.Count}");
        Assert.Equal(messages.Count, messages.Select(message => message.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(messages.Count, messages.Select(message => message.Text).Distinct(StringComparer.Ordinal).Count());
        Assert.All(
            messages,
            message => Assert.All(Labels(message), label => Assert.True(label.Truth is not null, $"{message.Id}: {label.Dimension}"))
        );
    }

    [Theory]
    [MemberData(nameof(DevelopmentSetFloors.Languages), MemberType = typeof(DevelopmentSetFloors))]
    public void Labels_are_of_the_closed_lists(string language)
    {
        Assert.All(
            Read(language).SelectMany(message => Labels(message).Select(label => (message.Id, label.Dimension, label.Truth))),
            label => Assert.True(Names[label.Dimension].Contains(label.Truth, StringComparer.Ordinal), $"{label}")
        );
    }

    private static List<LabelledMessage> Read(string language) =>
        LabelledMessage.Read(Path.Combine(AppContext.BaseDirectory, "Triage", "DevelopmentSet", $"{language}.jsonl"));

    private static SortedDictionary<string, Confusion> Measure(List<LabelledMessage> messages)
    {
        var scores = new SortedDictionary<string, Confusion>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            var answers = Answers(Analyzer.Value.Analyze(message.Text, message.Language));
            foreach (var (dimension, truth) in Labels(message).Where(label => label.Truth is not null))
            {
                var confusion = scores.TryGetValue(dimension, out var known) ? known : scores[dimension] = new Confusion();
                confusion.Add(truth!, answers[dimension]);
            }
        }

        return scores;
    }

    private static (string Dimension, string? Truth)[] Labels(LabelledMessage message) =>
        [
            ("sentiment", message.Sentiment),
            ("complaint", message.Complaint is { } complaint ? YesNo(complaint) : null),
            ("intent", message.Intent),
            ("topic", message.Topic),
            ("style", message.Style),
            ("conduct", message.Conduct),
            ("threat", message.Threat),
        ];

    /// <summary>What was understood, by dimension, in the names of the files.</summary>
    internal static Dictionary<string, string> Answers(MessageTriage triage) =>
        new(StringComparer.Ordinal)
        {
            ["sentiment"] = KebabCase.NameOf(triage.Sentiment.Best),
            ["complaint"] = YesNo(triage.Complaint.Best),
            ["intent"] = KebabCase.NameOf(triage.Intent.Best),
            ["topic"] = KebabCase.NameOf(triage.Topic.Best),
            ["style"] = KebabCase.NameOf(triage.Style.Best),
            ["conduct"] = KebabCase.NameOf(triage.Conduct.Best),
            ["threat"] = KebabCase.NameOf(triage.Threat.Best),
        };

    private static string YesNo(bool value) => value ? "yes" : "no";

    private static string[] NamesOf<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(KebabCase.NameOf)];
}
