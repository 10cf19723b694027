namespace SupportPipeline.Replies;

public sealed class InsertedValueTests
{
    [Theory]
    [InlineData("customerName", "Mia\r\nBcc: x@y", "Mia Bcc: x@y")]
    [InlineData("matter", "late\n\nYou have won.\u2029Pay here", "late You have won. Pay here")]
    [InlineData("subject", "a\0b\u0007c\u001B[31m\u009B", "abc[31m")]
    [InlineData("matter", "\u202Egnorw\u202C \u2066left\u2069 \u2067right\u2068", "gnorw left right")]
    [InlineData("matter", "{{deskName}} {{{x}}} {{#if a}}", "{{deskName}} {{{x}}} {{#if a}}")]
    [InlineData("steps", "1. Open.\r\n2. Close.\n", "1. Open.\n2. Close.")]
    [InlineData("reason", "One.\u202E\0 Two.", "One. Two.")]
    public void Is_safe_as_plain_text(string name, string value, string expected) => Assert.Equal(expected, InsertedValue.Of(name, value));

    [Fact]
    public void Half_a_character_is_replaced() =>
        Assert.Equal("broken \uFFFD pair", InsertedValue.Of("matter", "broken " + (char)0xD800 + " pair"));

    [Theory]
    [InlineData("mia_jones", "@mia_jones")]
    [InlineData("@mia_jones", "@mia_jones")]
    [InlineData(" @mia@social.example ", "@mia@social.example")]
    [InlineData("小明", "@小明")]
    [InlineData("mia @stranger", "")]
    [InlineData("<b>mia</b>", "")]
    [InlineData("{{deskName}}", "")]
    [InlineData("@", "")]
    [InlineData("", "")]
    public void A_handle_is_one_account_or_nothing(string value, string expected) =>
        Assert.Equal(expected, InsertedValue.Of("handle", value));
}
