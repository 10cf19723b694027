using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Mentions.Trend;

public sealed class MentionCountsTests
{
    [Fact]
    public void Mentions_are_counted_by_mood_topic_platform_and_language()
    {
        var counts = new MentionCounts()
            .Plus(SampleMentions.Of("Third day without internet and nobody answers the phone, this is terrible", followers: 1_000))
            .Plus(SampleMentions.Of("Спасибо, всё заработало, вы лучшие!"))
            .Plus(
                SampleMentions.Of("Third day without internet and nobody answers the phone, this is terrible") with
                {
                    CopyOf = SampleMentions.Of("x").Id,
                }
            );

        Assert.Equal((3, 2, 2, 1, 3, 150L), (counts.All, counts.Firsts, counts.Negative, counts.Positive, counts.Scored, counts.Reach));
        Assert.Equal(new MoodCounts(3, 2, 1), counts.Platforms["mastodon"]);
        Assert.Equal(new MoodCounts(2, 2, 0), counts.Languages["en"]);
        Assert.Equal(new MoodCounts(1, 0, 1), counts.Languages["ru"]);
        Assert.Equal(3, counts.Topics.Values.Sum(topic => topic.All));
    }

    [Fact]
    public void Likely_spam_is_counted_apart()
    {
        var counts = new MentionCounts().Plus(SampleMentions.Of("Terrible service") with { Spam = new(0.7, ["advertising"]) });

        Assert.Equal((0, 1, 0), (counts.All, counts.Spam, counts.Topics.Count));
    }

    [Fact]
    public void Two_together_are_the_sum_of_both()
    {
        var one = new MentionCounts().Plus(SampleMentions.Of("Terrible service, never again"));
        var other = new MentionCounts().Plus(SampleMentions.Of("Спасибо, всё заработало!"));

        var both = one.Plus(other);

        Assert.Equal((2, 1, 1), (both.All, both.Negative, both.Positive));
        Assert.Equal(["en", "ru"], both.Languages.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Names_without_end_become_others()
    {
        var counts = Enumerable
            .Range(0, 100)
            .Aggregate(
                new MentionCounts(),
                (all, number) =>
                {
                    var mention = SampleMentions.Of("Hello");
                    return all.Plus(mention with { Post = mention.Post with { Source = $"source-{number}" } });
                }
            );

        Assert.Equal(MentionCounts.MaxNames + 1, counts.Platforms.Count);
        Assert.Equal(60, counts.Platforms["other"].All);
    }
}
