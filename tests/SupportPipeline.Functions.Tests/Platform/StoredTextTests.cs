namespace SupportPipeline.Platform;

public sealed class StoredTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\0b\u0007c", "abc")]
    [InlineData("tab\tand\nline", "tab\tand\nline")]
    [InlineData("one\r\ntwo", "one\ntwo")]
    [InlineData("evil\u202Etxt.exe", "eviltxt.exe")]
    [InlineData("😀 ok", "😀 ok")]
    public void Removes_what_cannot_be_stored_or_shown(string text, string expected) => Assert.Equal(expected, StoredText.Clean(text, 100));

    /// <summary>Not a row of the theory above: test data travels as UTF-8, which has no broken surrogates.</summary>
    [Fact]
    public void A_broken_surrogate_becomes_the_replacement_character() =>
        Assert.Equal("broken \uFFFD surrogate", StoredText.Clean("broken \uD83D surrogate", 100));

    [Fact]
    public void Never_cuts_inside_a_surrogate_pair()
    {
        Assert.Equal("ab", StoredText.Clean("ab😀", 3));
        Assert.Equal("ab😀", StoredText.Clean("ab😀", 4));
    }

    [Fact]
    public void A_line_has_no_line_breaks_so_a_subject_cannot_carry_a_header() =>
        Assert.Equal("Hello Bcc: everyone@example.org", StoredText.CleanLine("Hello\r\nBcc: everyone@example.org\n", 100));
}
