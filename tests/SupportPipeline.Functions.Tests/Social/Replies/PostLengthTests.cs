namespace SupportPipeline.Social.Replies;

public sealed class PostLengthTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("Sorry about that!", 17)]
    [InlineData("Извините!", 9)]
    [InlineData("很抱歉", 6)]
    [InlineData("“Sorry” — really…", 18)]
    [InlineData("👍", 2)]
    [InlineData("👨‍👩‍👧‍👦", 2)]
    [InlineData("🇹🇼", 2)]
    [InlineData("❤️", 2)]
    [InlineData("cafe\u0301", 4)]
    [InlineData("See https://status.desk.example/incidents/01m83j25qyzrv187ez9j4fmbn3 please", 34)]
    [InlineData("見https://desk.example/status。謝謝", 31)]
    public void X_weighs_characters(string text, int expected) => Assert.Equal(expected, PostLength.Weighted(text));

    [Theory]
    [InlineData("👨‍👩‍👧‍👦 ok", 4, 28)]
    [InlineData("很抱歉", 3, 9)]
    public void Bluesky_counts_graphemes_and_bytes(string text, int graphemes, int bytes) =>
        Assert.Equal((graphemes, bytes), (PostLength.Graphemes(text), PostLength.Bytes(text)));

    [Theory]
    [InlineData("@anna@mastodon.example Sorry!", 12)]
    [InlineData("@anna Sorry!", 12)]
    [InlineData("https://desk.example/x", 23)]
    public void Mastodon_counts_links_as_23_and_names_without_their_server(string text, int expected) =>
        Assert.Equal(expected, PostLength.Mastodon(text));
}
