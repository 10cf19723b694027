using SupportPipeline.LocalHost.Demo.Story;
using SupportPipeline.LocalHost.Email;

namespace SupportPipeline.LocalHost.Tests.Demo;

public sealed class SampleMailsTests
{
    [Theory]
    [InlineData("windows-1251")]
    [InlineData("gb2312")]
    [InlineData("big5")]
    public void Each_text_has_only_characters_of_the_set_it_is_sent_in(string charset)
    {
        var mail = new[]
        {
            OtherLanguagesMails.Russian(),
            OtherLanguagesMails.SimplifiedChinese(),
            OtherLanguagesMails.TraditionalChinese(),
        }.Single(mail => mail.TextCharset == charset);

        Assert.Equal(charset, MailCharset.Encode(mail.Text!, charset).Name);
    }

    [Fact]
    public void The_steps_follow_each_other_and_have_names_of_their_own()
    {
        var steps = SampleDay.Steps;

        Assert.Equal(steps.Select(step => step.At).Order(), steps.Select(step => step.At));
        Assert.Equal(33, steps.Select(step => step.Name).Distinct(StringComparer.Ordinal).Count());
    }
}
