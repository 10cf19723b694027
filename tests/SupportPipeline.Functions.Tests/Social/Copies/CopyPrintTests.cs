using SupportPipeline.Testing;
using Xunit.Abstractions;

namespace SupportPipeline.Social.Copies;

/// <summary>Measured on the project's own messages in four languages: edited copies, and every pair of different messages. The figures are in the tests' output.</summary>
public sealed class CopyPrintTests(ITestOutputHelper output)
{
    private static readonly string[] Languages = ["en", "ru", "zh-Hans", "zh-Hant"];

    [Fact]
    public void At_least_97_percent_of_edited_copies_are_found()
    {
        var random = new Random(6);
        var missed = new List<string>();
        var edited = 0;
        foreach (var text in Texts().SelectMany(texts => texts).Where(text => !CopyPrint.Of(text).IsShort))
        {
            foreach (var copy in Edits(text, random))
            {
                edited++;
                if (!CopyPrint.Of(copy).IsCopyOf(CopyPrint.Of(text)))
                {
                    missed.Add($"{text} -> {copy}");
                }
            }
        }

        output.WriteLine($"{edited - missed.Count} of {edited} edited copies were found.");
        Assert.True(edited > 5_000, $"Only {edited} copies were made.");
        Assert.True(missed.Count <= edited * 0.03, $"{missed.Count} of {edited} were missed, for example {missed.FirstOrDefault()}");
    }

    [Fact]
    public void No_pair_of_different_messages_is_taken_for_a_copy()
    {
        var pairs = 0;
        var wrong = new List<string>();
        foreach (var texts in Texts())
        {
            var prints = texts.Select(text => (Text: text, Print: CopyPrint.Of(text))).DistinctBy(one => one.Print.Whole).ToList();
            for (var one = 0; one < prints.Count; one++)
            {
                for (var other = 0; other < one; other++)
                {
                    pairs++;
                    if (prints[one].Print.IsCopyOf(prints[other].Print))
                    {
                        wrong.Add($"{prints[one].Text} = {prints[other].Text}");
                    }
                }
            }
        }

        output.WriteLine($"{wrong.Count} of {pairs} pairs of different messages were taken for copies.");
        Assert.True(pairs > 70_000, $"Only {pairs} pairs were looked at.");
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("Thank you!", "Thank you so much!", false)]
    [InlineData("Спасибо", "спасибо!!!", true)]
    [InlineData("客服太差了", "客服太差了！！", true)]
    [InlineData("客服太差了", "客服很差", false)]
    [InlineData("這家店的客服態度真的太差了，打了三次電話都沒人接", "这家店的客服态度真的太差了，打了三次电话都没人接！！！", true)]
    public void Short_posts_are_copies_only_when_they_are_the_same(string one, string other, bool expected) =>
        Assert.Equal(expected, CopyPrint.Of(one).IsCopyOf(CopyPrint.Of(other)));

    /// <summary>The end cut off, a phrase of one's own added, a word left out, a repost with links and capitals.</summary>
    private static IEnumerable<string> Edits(string text, Random random)
    {
        var isChinese = text.Any(character => character is >= '\u4E00' and <= '\u9FFF');
        yield return text[..(text.Length * 4 / 5)];
        yield return text
            + (
                isChinese ? " 真的假的"
                : text.Any(character => character >= 'а') ? " вот это да"
                : " can you believe it"
            );
        var words = isChinese ? text.Select(character => character.ToString()).ToList() : [.. text.Split(' ')];
        words.RemoveAt(random.Next(words.Count));
        yield return string.Join(isChinese ? "" : " ", words);
        yield return "RT @somebody: " + text.ToUpperInvariant() + " https://example.com/x #oops";
    }

    private static IEnumerable<IReadOnlyList<string>> Texts() =>
        Languages.Select(language =>
            LabelledMessage
                .Read(Path.Combine(AppContext.BaseDirectory, "Triage", "DevelopmentSet", $"{language}.jsonl"))
                .ConvertAll(message => message.Text)
        );
}
