using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace SupportPipeline.Triage.Azure;

public sealed class TextPiecesTests
{
    private const string Family = "👨‍👩‍👧‍👦";
    private const int Max = LanguageServiceLimits.MaxTextElements;

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\u3000")]
    public void A_blank_text_has_no_pieces(string text) => Assert.Empty(TextPieces.Split(text));

    [Fact]
    public void A_text_at_the_limit_is_one_piece()
    {
        Assert.Equal([new TextPiece(0, new string('x', Max))], TextPieces.Split(new string('x', Max)));
        Assert.Equal([Max, 1], TextPieces.Split(new string('x', Max + 1)).Select(piece => piece.Text.Length));
    }

    [Fact]
    public void The_limit_counts_text_elements_and_cuts_between_them()
    {
        var text = string.Concat(Enumerable.Repeat(Family, Max + 1));

        var pieces = TextPieces.Split(text);

        Assert.Equal([Max, 1], pieces.Select(piece => new StringInfo(piece.Text).LengthInTextElements));
        Assert.Equal(new TextPiece(Max * Family.Length, Family), pieces[1]);
    }

    [Theory]
    [InlineData("One two. Three four five", "One two. |Three four |five")]
    [InlineData("One two! Three? Four 3.14 five", "One two! |Three? |Four 3.14 |five")]
    [InlineData("One \"two.\" Three four", "One \"two.\" |Three four")]
    [InlineData("One.  Two three", "One.  |Two three")]
    [InlineData("One two\nthree four", "One two\n|three four")]
    [InlineData("One two\r\nthree four", "One two\r\n|three four")]
    [InlineData("一二三。四五六七八九十一二", "一二三。|四五六七八九十一二")]
    [InlineData("一二“三四。”五六七八九十一", "一二“三四。”|五六七八九十一")]
    [InlineData("一二三，四五六七八九十一二三", "一二三，|四五六七八九十一二三")]
    [InlineData("一二三四五六七八九十一二三四", "一二三四五六七八九十一二|三四")]
    [InlineData("Раз два… Три четыре", "Раз два… |Три четыре")]
    public void Sentences_come_before_words_and_words_before_text_elements(string text, string pieces)
    {
        Assert.Equal(pieces, string.Join('|', TextPieces.Split(text, 12).Select(piece => piece.Text)));
    }

    [Fact]
    public void Blank_pieces_are_left_out_and_the_others_stay_where_they_are()
    {
        var text = $"One.{new string(' ', 30)}Two.";

        Assert.Equal([new TextPiece(0, "One.      "), new TextPiece(30, "    Two.")], TextPieces.Split(text, 10));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_replaced_by_as_many_code_units()
    {
        Assert.Equal([new TextPiece(0, "a\uFFFDb😀\uFFFD")], TextPieces.Split("a\uD83Db😀\uDE00"));
    }

    [Fact]
    public void Text_elements_without_end_do_not_make_a_piece_that_fills_a_request()
    {
        var zalgo = string.Concat(Enumerable.Repeat("e" + new string('\u0301', 200), 2_000));

        var pieces = TextPieces.Split(zalgo);

        Assert.Equal(zalgo, string.Concat(pieces.Select(piece => piece.Text)));
        Assert.All(pieces, piece => Assert.True(LanguageServiceLimits.BytesOf(piece.Text) <= LanguageServiceLimits.MaxRequestBytes));
        Assert.All(pieces, piece => Assert.Equal('e', piece.Text[0]));
    }

    [Fact]
    public void Every_piece_is_a_part_of_the_text_within_the_limit_and_nothing_but_space_is_missing()
    {
        var words = Gen.Elements("one", " ", ". ", "。", "\n", "😀", Family, "e\u0301", "\uD83D", "\uDE00", "，", "\"", "ж");
        var texts = words.ListOf().Select(list => string.Concat(list)).ToArbitrary();

        Prop.ForAll(texts, AssertParts).QuickCheckThrowOnFailure();
        Prop.ForAll<NonNull<string>>(text => AssertParts(text.Get)).QuickCheckThrowOnFailure();
    }

    private static void AssertParts(string text)
    {
        const int limit = 4;
        var end = 0;
        foreach (var piece in TextPieces.Split(text, limit))
        {
            Assert.True(string.IsNullOrWhiteSpace(text[end..piece.Offset]));
            Assert.Equal(AsSent(text.Substring(piece.Offset, piece.Text.Length)), AsSent(piece.Text));
            Assert.InRange(new StringInfo(piece.Text).LengthInTextElements, 1, limit);
            Assert.False(piece.Offset > 0 && char.IsSurrogatePair(text, piece.Offset - 1));
            end = piece.Offset + piece.Text.Length;
        }

        Assert.True(string.IsNullOrWhiteSpace(text[end..]));
    }

    /// <summary>UTF-8 replaces half a pair in the same way.</summary>
    private static byte[] AsSent(string text) => Encoding.UTF8.GetBytes(text);
}
