namespace SupportPipeline.Social.Copies;

public sealed class CopyTextTests
{
    [Theory]
    [InlineData("RT @anna: The app is DOWN again!! https://t.co/abc #fail", "the app is down again fail")]
    [InlineData("The app is down again, @SupportDesk #fail", "the app is down again fail")]
    [InlineData("Ｔｈｅ　ａｐｐ isn’t  working…", "the app isnt working")]
    [InlineData("RT @анна_к: Приложение ещё не работает!", "приложение еще не работает")]
    [InlineData("轉推：這個App又當機了，@客服 快點處理！", "转推这个app又当机了快点处理")]
    [InlineData("@a@mastodon.example @b Hi", "hi")]
    [InlineData("RTX cards fail", "rtx cards fail")]
    [InlineData("mail me: anna@customer.example", "mail me anna customer example")]
    [InlineData("😡😡😡", "")]
    [InlineData("cut \uD83D", "cut")]
    public void What_people_change_without_changing_anything_is_taken_off(string text, string expected) =>
        Assert.Equal(expected, CopyText.Normalise(text));
}
