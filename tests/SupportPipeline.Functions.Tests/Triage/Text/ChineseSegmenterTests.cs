using SupportPipeline.Triage.Text;

namespace SupportPipeline.Functions.Tests.Triage.Text;

public sealed class ChineseSegmenterTests
{
    [Theory]
    [InlineData("研究生命起源", "研究 研究生 生命 起源", "研究|生命|起源")]
    [InlineData("服务员很好", "服务 服务员 员 很 好", "服务员|很|好")]
    [InlineData("不好用", "不 好 好用 不好", "不|好用")]
    [InlineData("不好用", "不 好 好用 不好 不好用", "不好用")]
    [InlineData("从来没有到", "从来 没有 从来没", "从来|没有|到")]
    [InlineData("从来没有到", "从来 没有 从来没 有到", "从来没|有到")]
    [InlineData("退款", "", "退|款")]
    [InlineData("我要退款", "退款", "我|要|退款")]
    [InlineData("垃圾垃圾", "垃圾", "垃圾|垃圾")]
    [InlineData("長字", "", "長|字")]
    public void Of_all_ways_to_cut_the_fewest_and_best_known_words_win(string text, string words, string cut) =>
        Assert.Equal(cut, new ReadText(text, chinese: words.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Words);

    [Fact]
    public void Of_two_equal_ways_the_one_whose_later_words_are_longer_wins() =>
        Assert.Equal("中国|人民", new ReadText("中国人民", chinese: ["中国", "人民", "中", "国人民"]).Words);

    [Fact]
    public void A_word_has_at_most_twelve_characters()
    {
        var word = new string('啊', ChineseSegmenter.MaxWord);

        Assert.Equal(word, new ReadText(word, chinese: [word]).Words);
        Assert.Equal(ChineseSegmenter.MaxWord + 1, new ReadText(word + "啊", chinese: [word + "啊"]).Tokens.Count);
    }

    [Fact]
    public void Traditional_characters_are_cut_as_simplified_ones_and_keep_their_places()
    {
        var read = new ReadText("這態度", chinese: ["态度"]);

        Assert.Equal(("這|态度", "這|態度"), (read.Words, read.Written));
    }

    [Fact]
    public void Invisible_characters_do_not_part_a_word()
    {
        var read = new ReadText("我要退\u200B\uFE0F款", chinese: ["退款"]);

        Assert.Equal(("我|要|退款", "我|要|退\u200B\uFE0F款"), (read.Words, read.Written));
    }

    [Theory]
    [InlineData(237)]
    [InlineData(238)]
    [InlineData(239)]
    [InlineData(240)]
    [InlineData(477)]
    public void A_run_too_long_to_be_cut_at_once_does_not_part_the_words_at_its_end(int before)
    {
        var read = new ReadText(new string('啊', before) + "态度很差", chinese: ["态度", "很差"]);

        Assert.EndsWith("啊|态度|很差", read.Words, StringComparison.Ordinal);
        Assert.Equal(before + 2, read.Tokens.Count);
    }
}
