namespace SupportPipeline.Replies;

public sealed class MatterTests
{
    [Theory]
    [InlineData("Blender stopped", "", "Blender stopped")]
    [InlineData("Re: AW: Fwd: Blender stopped", "", "Blender stopped")]
    [InlineData("Re[2]: Blender stopped [#4821-7739]", "", "Blender stopped")]
    [InlineData("回复：订单没有收到", "", "订单没有收到")]
    [InlineData("轉寄: 退款問題", "", "退款問題")]
    [InlineData("Отв: Нет интернета", "", "Нет интернета")]
    [InlineData("", "It died after a week.\nPlease help.", "It died after a week. Please help.")]
    [InlineData("", "", "")]
    [InlineData("Cheap pills at https://spam.example/x now", "", "Cheap pills at now")]
    [InlineData("visit spam.com/buy or write to a@b.ru", "", "visit or write to")]
    [InlineData("\"Blender stopped\"", "", "Blender stopped")]
    public void Repeats_the_subject_or_the_first_words_without_links(string subject, string ownWords, string expected) =>
        Assert.Equal(expected, Matter.Of(subject, ownWords));

    [Fact]
    public void Is_cut_at_a_word()
    {
        var matter = Matter.Of(string.Concat(Enumerable.Repeat("seventeen letters ", 20)), "");

        Assert.Equal(string.Concat(Enumerable.Repeat("seventeen letters ", 6)) + "seventeen…", matter);
    }

    [Theory]
    [InlineData("Mia Jones", "Mia Jones")]
    [InlineData("Анна Петрова", "Анна Петрова")]
    [InlineData("王小明", "王小明")]
    [InlineData("O'Hara, Jo", "O'Hara, Jo")]
    [InlineData("mia@example.org", null)]
    [InlineData("WIN $1000 http://x", null)]
    [InlineData("user12345", null)]
    [InlineData("{{deskName}}", null)]
    [InlineData("-", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Greets_only_by_what_looks_like_a_name(string? name, string? expected) => Assert.Equal(expected, Matter.GreetableName(name));
}
