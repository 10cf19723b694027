namespace SupportPipeline.Outages.Status;

public sealed class StatusLanguageTests
{
    [Theory]
    [InlineData(null, "ru-RU,ru;q=0.9,en;q=0.8", "ru")]
    [InlineData(null, "de-DE,de;q=0.9,ru;q=0.3,en;q=0.8", "en")]
    [InlineData(null, "en;q=0.2, zh-CN;q=0.7", "zh-Hans")]
    [InlineData(null, "zh-TW", "zh-Hant")]
    [InlineData(null, "zh-HK;q=0.5", "zh-Hant")]
    [InlineData(null, "zh-MO", "zh-Hant")]
    [InlineData(null, "zh-Hant-CN", "zh-Hant")]
    [InlineData(null, "zh-Hans-HK", "zh-Hans")]
    [InlineData(null, "zh", "zh-Hans")]
    [InlineData(null, "ru;q=0, en;q=0.1", "en")]
    [InlineData(null, "ru;q=0", "en")]
    [InlineData(null, "*", "en")]
    [InlineData(null, "fr, de;q=0.5", "en")]
    [InlineData(null, "", "en")]
    [InlineData(null, ";;q=,,=", "en")]
    [InlineData(null, "ru;q=much", "en")]
    [InlineData("ru", "zh-TW", "ru")]
    [InlineData("zh-hant", "en", "zh-Hant")]
    [InlineData("<script>", "ru", "ru")]
    [InlineData("", "ru", "ru")]
    public void The_reader_gets_what_was_asked_for_else_what_the_browser_prefers(string? asked, string header, string expected) =>
        Assert.Equal(expected, StatusLanguage.Choose(asked, header, "en"));
}
