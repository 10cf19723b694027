namespace SupportPipeline.Social.Polling.KnownPosts;

public sealed class KnownPostRulesTests
{
    private static readonly DateTimeOffset s_hour = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_post_is_looked_at_every_hour_of_its_first_day_and_then_once_a_day_for_a_week()
    {
        int[] expected = [.. Enumerable.Range(1, 24), 48, 72, 96, 120, 144, 168];

        Assert.Equal(expected, Ages(KnownPostRules.HoursDue(null, s_hour)));
        Assert.Equal(expected, Ages(KnownPostRules.HoursDue(s_hour.AddHours(-1), s_hour)));
    }

    [Fact]
    public void After_a_standstill_what_was_due_meanwhile_is_looked_at_once()
    {
        Assert.Equal(
            [.. Enumerable.Range(1, 26), 48, 49, 50, 72, 73, 74, 96, 97, 98, 120, 121, 122, 144, 145, 146, 168, 169, 170],
            Ages(KnownPostRules.HoursDue(s_hour.AddHours(-3), s_hour))
        );
        Assert.Empty(KnownPostRules.HoursDue(s_hour, s_hour));
    }

    [Fact]
    public void A_standstill_of_a_year_does_not_make_a_year_of_looks()
    {
        var ages = Ages(KnownPostRules.HoursDue(s_hour.AddYears(-1), s_hour)).ToList();

        Assert.Equal((1, (14 * 24) + 168), (ages[0], ages[^1]));
    }

    [Theory]
    [InlineData(167, false)]
    [InlineData(168, true)]
    [InlineData(200, true)]
    public void After_a_week_a_look_is_the_last(int age, bool isLast) =>
        Assert.Equal(isLast, KnownPostRules.IsLast(s_hour.AddHours(-age), s_hour));

    [Fact]
    public void Words_versions_and_doubled_reactions_are_news_and_a_single_reaction_is_not()
    {
        var post = new SocialPost
        {
            Platform = SocialPlatform.Mastodon,
            ExternalId = "m.example/1",
            Text = "Still down",
            Author = new("2"),
            Metrics = new() { Likes = 4 },
        };

        Assert.Equal(
            KnownPostRules.PrintOf(post),
            KnownPostRules.PrintOf(
                post with
                {
                    Metrics = new() { Likes = 3, Shares = 2 },
                }
            )
        );
        Assert.NotEqual(KnownPostRules.PrintOf(post), KnownPostRules.PrintOf(post with { Metrics = new() { Likes = 7 } }));
        Assert.NotEqual(KnownPostRules.PrintOf(post), KnownPostRules.PrintOf(post with { Text = "Up again" }));
        Assert.NotEqual(KnownPostRules.PrintOf(post), KnownPostRules.PrintOf(post with { Revision = 1 }));
    }

    private static IEnumerable<int> Ages(IReadOnlyList<DateTimeOffset> hours) => hours.Select(hour => (int)(s_hour - hour).TotalHours);
}
