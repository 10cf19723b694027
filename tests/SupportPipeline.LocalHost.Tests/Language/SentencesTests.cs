using SupportPipeline.LocalHost.Language;

namespace SupportPipeline.LocalHost.Tests.Language;

public sealed class SentencesTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("One two", "0 One two")]
    [InlineData("One. Two?! Three", "0 One.|5 Two?!|11 Three")]
    [InlineData("Costs 3.50 now... Really", "0 Costs 3.50 now...|18 Really")]
    [InlineData("One\n\nTwo\r\n", "0 One|5 Two")]
    [InlineData("一。二！？三", "0 一。|2 二！？|5 三")]
    public void A_text_is_cut_into_sentences(string text, string expected)
    {
        Assert.Equal(expected, string.Join('|', Sentences.Of(text).Select(sentence => $"{sentence.Offset} {sentence.Text}")));
    }
}
