namespace SupportPipeline.Triage.Azure;

public sealed class ServiceLanguagesTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData("en-GB", "en")]
    [InlineData("ru", "ru")]
    [InlineData("zh", "zh-hans")]
    [InlineData("zh-Hans", "zh-hans")]
    [InlineData("zh-Hans-HK", "zh-hans")]
    [InlineData("zh-CN", "zh-hans")]
    [InlineData("zh-Hant", "zh-hant")]
    [InlineData("zh-TW", "zh-hant")]
    [InlineData("pt", "pt-PT")]
    [InlineData("pt-BR", "pt-BR")]
    [InlineData("nb", "no")]
    [InlineData("de", "de")]
    [InlineData("und", null)]
    [InlineData("tlh", null)]
    [InlineData("", null)]
    public void A_hint_is_a_code_the_service_knows(string code, string? expected) => Assert.Equal(expected, ServiceLanguages.HintFor(code));

    [Theory]
    [InlineData("en", "en")]
    [InlineData("zh_chs", "zh-Hans")]
    [InlineData("zh_cht", "zh-Hant")]
    [InlineData("zh", "zh")]
    [InlineData("fil", "fil")]
    [InlineData("(Unknown)", "und")]
    [InlineData("", "und")]
    public void What_the_service_detects_is_bcp_47(string code, string expected) =>
        Assert.Equal(expected, ServiceLanguages.FromService(code));
}
