namespace SupportPipeline.Triage.Azure;

public sealed class DocumentBatchesTests
{
    [Theory]
    [InlineData(0, 10, "")]
    [InlineData(10, 10, "0..10")]
    [InlineData(11, 10, "0..10 10..11")]
    [InlineData(11, 5, "0..5 5..10 10..11")]
    public void A_call_takes_so_many_documents(int documents, int max, string expected)
    {
        Assert.Equal(expected, Packed([.. Enumerable.Repeat("text", documents)], max));
    }

    [Fact]
    public void A_call_stays_below_a_megabyte_of_escaped_json()
    {
        // Six bytes each: 40,000 ideographs take 240 KB.
        var large = new string('快', 40_000);

        Assert.Equal("0..4 4..6", Packed([large, large, large, large, large, "text"], 10));
    }

    [Fact]
    public void A_document_that_is_too_large_is_alone()
    {
        var tooLarge = "e" + new string('\u0301', 200_000);

        Assert.Equal("0..1 1..2 2..3", Packed(["text", tooLarge, "text"], 10));
    }

    private static string Packed(IEnumerable<string> texts, int max) =>
        string.Join(' ', DocumentBatches.Pack([.. texts.Select(text => new LanguageDocument(text, null))], max));
}
