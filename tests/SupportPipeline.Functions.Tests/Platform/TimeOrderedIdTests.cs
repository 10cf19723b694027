namespace SupportPipeline.Platform;

public sealed class TimeOrderedIdTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 22, 3, 4, 5, 678, TimeSpan.Zero);

    [Fact]
    public void Holds_its_time_to_the_millisecond()
    {
        var id = TimeOrderedId.Create(At, new byte[10]);

        Assert.Equal(At, id.CreatedAt);
        Assert.Equal(26, id.Value.Length);
        Assert.Equal("0000000000000000", id.Value[10..]);
    }

    [Fact]
    public void Sorts_by_time_whatever_the_random_part()
    {
        var earlier = TimeOrderedId.Create(At, Enumerable.Repeat((byte)0xFF, 10).ToArray());
        var later = TimeOrderedId.Create(At.AddMilliseconds(1), new byte[10]);

        Assert.True(earlier < later);
        Assert.True(string.CompareOrdinal(earlier.Value, later.Value) < 0);
    }

    [Fact]
    public void Every_random_bit_counts()
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var bit = 0; bit < 80; bit++)
        {
            var random = new byte[10];
            random[bit / 8] = (byte)(1 << (bit % 8));
            ids.Add(TimeOrderedId.Create(At, random).Value);
        }

        Assert.Equal(80, ids.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("01jd8x5kq2aaaaaaaaaaaaaaa")]
    [InlineData("01jd8x5kq2aaaaaaaaaaaaaaaaa")]
    [InlineData("01JD8X5KQ2AAAAAAAAAAAAAAAA")]
    [InlineData("01jd8x5kq2aaaaaaaaaaaaaaau")]
    [InlineData("81jd8x5kq2aaaaaaaaaaaaaaaa")]
    [InlineData("01jd8x5kq2aaaaaa' or 1 eq ")]
    public void Refuses_what_is_not_an_id(string? text) => Assert.False(TimeOrderedId.TryParse(text, out _));

    [Fact]
    public void Reads_back_what_it_writes()
    {
        var id = TimeOrderedId.Create(At, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);

        Assert.True(TimeOrderedId.TryParse(id.Value, out var read));
        Assert.Equal(id, read);
    }
}
