using System.Text.Json;

namespace SupportPipeline.Social.Mentions;

public sealed class MentionIdTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 20, 23, 59, 59, 999, TimeSpan.Zero);

    [Fact]
    public void It_is_the_same_for_the_same_delivery_and_leads_to_its_partition()
    {
        var id = MentionId.Create("acme", At, "key", "delivery");

        Assert.Equal(id, MentionId.Create("acme", At, "key", "delivery"));
        Assert.NotEqual(id, MentionId.Create("acme", At, "key", "another"));
        Assert.NotEqual(id, MentionId.Create("acme", At, "another", "delivery"));
        Assert.Equal(("acme|20261120", At), (id.Partition, id.At));
        Assert.Equal(id, MentionId.FromInverted("acme", id.Inverted));
        Assert.True(MentionId.TryParse(id.ToString(), out var read) && read == id);
        Assert.Equal(id, JsonSerializer.Deserialize<MentionId>(JsonSerializer.Serialize(id)));
    }

    [Fact]
    public void Turned_round_the_newest_comes_first()
    {
        var inOrder = Enumerable.Range(0, 50).Select(minute => MentionId.Create("acme", At.AddMinutes(minute * 7919), "key", "d")).ToList();

        Assert.Equal(Enumerable.Reverse(inOrder), inOrder.OrderBy(id => id.Inverted, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("acme")]
    [InlineData("acme.")]
    [InlineData(".01kabcdefghjkmnpqrstvwxyz01")]
    [InlineData("Acme.01kabcdefghjkmnpqrstvwxyz0")]
    [InlineData("ac|me.01kabcdefghjkmnpqrstvwxyz0")]
    [InlineData("acme.01kabcdefghjkmnpqrstvwxyzil")]
    public void Anything_else_is_refused(string? text) => Assert.False(MentionId.TryParse(text, out _));
}
