namespace SupportPipeline.Replies;

public sealed class TemplateCatalogTests
{
    [Fact]
    public void A_scenario_in_every_language_and_channel_is_taken() => Assert.Equal(["a"], new TemplateCatalog(All("a")).Scenarios);

    [Fact]
    public void A_missing_channel_is_named()
    {
        var files = All("a").Concat(All("b").Where(file => (file.Language, file.Channel) != ("ru", "public")));

        var exception = Assert.Throws<FormatException>(() => new TemplateCatalog(files));

        Assert.Equal("Template 'b' is not written in 'ru' for 'public'.", exception.Message);
    }

    [Fact]
    public void No_templates_at_all_are_refused() =>
        Assert.Equal("There are no templates in the assembly.", Assert.Throws<FormatException>(() => new TemplateCatalog([])).Message);

    [Theory]
    [InlineData("b", "en", "email")]
    [InlineData("a", "de", "email")]
    [InlineData("a", "en", "fax")]
    public void What_is_not_there_stops_the_reply(string scenario, string language, string channel) =>
        Assert.Equal(
            new RenderResult.Incomplete($"There is no template '{scenario}' in '{language}' for '{channel}'."),
            new TemplateCatalog(All("a")).Render(scenario, language, channel, new Dictionary<string, string>(StringComparer.Ordinal))
        );

    private static IEnumerable<TemplateFile> All(string scenario) =>
        from language in TemplateCatalog.Languages
        from channel in TemplateChannel.All
        select new TemplateFile
        {
            Scenario = scenario,
            Language = language,
            Channel = channel,
            Subject = "",
            Required = [],
            Optional = [],
            Text = "Hello.",
        };
}
