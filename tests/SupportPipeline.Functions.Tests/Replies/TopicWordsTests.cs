using SupportPipeline.Triage;

namespace SupportPipeline.Replies;

public sealed class TopicWordsTests
{
    public static TheoryData<string> Languages { get; } = [.. TemplateCatalog.Languages];

    [Theory]
    [InlineData("en", "your delivery")]
    [InlineData("ru", "вашей доставки")]
    [InlineData("zh-Hans", "配送")]
    [InlineData("zh-Hant", "配送")]
    [InlineData("de", "your delivery")]
    public void Speaks_the_language(string language, string expected) => Assert.Equal(expected, TopicWords.Tell(Topic.Delivery, language));

    /// <summary>Every note can be filled for every topic and is then short enough to be sent.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void Fits_every_note(string language)
    {
        var filled =
            from file in TemplateText.Files.Where(file => file.Language == language && file.Channel == TemplateChannel.Public)
            from topic in Enum.GetValues<Topic>()
            let values = TemplateText.Values(file).Append(new("topicWords", TopicWords.Tell(topic, language)))
            select TemplateText.Try(file, values.GroupBy(value => value.Key).Select(value => value.Last()));

        Assert.All(filled, note => Assert.InRange(PublicLength.Of(FilledText(note)), 1, PublicLength.Limit));
    }

    private static string FilledText(RenderResult result) => Assert.IsType<RenderResult.Complete>(result).Text;
}
