namespace SupportPipeline.Replies;

public sealed class PublicLengthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Hello", 5)]
    [InlineData("Привет — «да»", 13)]
    [InlineData("“It’s…”", 8)]
    [InlineData("您好", 4)]
    [InlineData("！", 2)]
    [InlineData("\U0001F600", 2)]
    public void Counts_as_X_counts(string text, int expected) => Assert.Equal(expected, PublicLength.Of(text));
}
