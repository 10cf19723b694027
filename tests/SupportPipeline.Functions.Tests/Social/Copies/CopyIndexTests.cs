using SupportPipeline.Social.Mentions;
using SupportPipeline.Testing;

namespace SupportPipeline.Social.Copies;

public sealed class CopyIndexTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_comparing_with_each_finds_the_index_finds_too()
    {
        var texts = LabelledMessage
            .Read(Path.Combine(AppContext.BaseDirectory, "Triage", "DevelopmentSet", "en.jsonl"))
            .Concat(LabelledMessage.Read(Path.Combine(AppContext.BaseDirectory, "Triage", "DevelopmentSet", "zh-Hans.jsonl")))
            .Select(message => message.Text)
            .Where(text => text.Length > 10)
            .ToList();
        var index = new CopyIndex(100_000);
        for (var place = 0; place < texts.Count; place++)
        {
            index.Add(First(place, texts[place]));
        }

        var (found, wrong, copies) = (0, 0, 0);
        for (var place = 0; place < texts.Count; place++)
        {
            var copy = CopyPrint.Of(texts[place][..(texts[place].Length * 4 / 5)]);
            if (!copy.IsCopyOf(CopyPrint.Of(texts[place])))
            {
                continue;
            }

            copies++;
            var like = index.Find(copy);
            found += like?.Print.Whole == CopyPrint.Of(texts[place]).Whole ? 1 : 0;
            wrong += like is not null && like.Print.Whole != CopyPrint.Of(texts[place]).Whole ? 1 : 0;
        }

        Assert.True(copies > 500, $"Only {copies} copies.");
        Assert.True(found >= copies * 0.99, $"{found} of {copies} were found.");
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void The_oldest_are_forgotten_first_when_there_are_too_many()
    {
        var index = new CopyIndex(100);
        for (var place = 0; place < 150; place++)
        {
            index.Add(First(place, $"A post of its own about number {place}, and about {Platform.StableHash.Of($"{place}")}"));
        }

        Assert.InRange(index.Count, 76, 100);
        Assert.Null(index.FindKey("key-0"));
        Assert.NotNull(index.FindKey("key-149"));
        Assert.NotNull(index.Find(First(149, $"A post of its own about number 149, and about {Platform.StableHash.Of("149")}").Print));
    }

    [Fact]
    public void What_came_before_a_moment_is_forgotten()
    {
        var index = new CopyIndex(100);
        index.Add(First(0, "The first post, which is long enough to be compared"));
        index.Add(First(60, "The second post, about something else altogether, much later"));

        index.ForgetBefore(Start.AddMinutes(30));

        Assert.Equal(1, index.Count);
        Assert.Null(index.Find(CopyPrint.Of("The first post, which is long enough to be compared")));
    }

    private static CopyFirst First(int minute, string text) =>
        new(MentionId.Create("acme", Start.AddMinutes(minute), $"{minute}", "d"), $"group-{minute}", $"key-{minute}", CopyPrint.Of(text));
}
