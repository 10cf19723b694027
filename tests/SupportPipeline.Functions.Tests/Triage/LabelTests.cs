using System.Text.Json;
using SupportPipeline.Triage;

namespace SupportPipeline.Functions.Tests.Triage;

/// <summary>Every label of every dimension in every language: clear messages that have it, and messages that only look so (negated, quoted, joking).</summary>
public sealed class LabelTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<EmbeddedAnalyzer> Analyzer = new(() => new EmbeddedAnalyzer());

    public static TheoryData<string, string, string, bool, string> Messages
    {
        get
        {
            var data = new TheoryData<string, string, string, bool, string>();
            foreach (var file in Files())
            {
                foreach (var message in Read(file))
                {
                    data.Add(Path.GetFileNameWithoutExtension(file), message.Dimension, message.Label, message.Expected, message.Text);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_has_the_label_or_only_looks_so(string language, string dimension, string label, bool expected, string text)
    {
        var triage = Analyzer.Value.Analyze(text);

        var answer = DevelopmentSetTests.Answers(triage)[dimension];
        Assert.True(answer == label == expected, $"{language}: {answer}, read as {triage.Language.Code}");
    }

    [Fact]
    public void Every_language_has_messages_for_and_against_every_label()
    {
        Assert.Equal(["en", "ru", "zh-Hans", "zh-Hant"], Files().Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
        Assert.All(
            Files(),
            file =>
            {
                var found = Read(file).Select(message => (message.Dimension, message.Label, message.Expected)).ToHashSet();
                Assert.All(Expected(), label => Assert.Contains(label, found));
            }
        );
    }

    private static IEnumerable<(string Dimension, string Label, bool Expected)> Expected() =>
        DevelopmentSetTests
            .Names.SelectMany(dimension => dimension.Value.Select(label => (dimension.Key, label)))
            .Where(label => label is not (_, "none" or "other" or "civil" or "neutral" or "no"))
            .SelectMany(label => new[] { (label.Key, label.label, true), (label.Key, label.label, false) });

    private static string[] Files() => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Triage", "Labels"), "*.jsonl");

    private static IEnumerable<Labelled> Read(string file) =>
        File.ReadLines(file)
            .Where(line => line.Length > 0)
            .Select(line => JsonSerializer.Deserialize<Labelled>(line, Json)!)
            .Select(message =>
                message with
                {
                    Label =
                        message.Label is "true" ? "yes"
                        : message.Label is "false" ? "no"
                        : message.Label,
                }
            );

    private sealed record Labelled(string Dimension, string Label, string Text, bool Expected);
}
