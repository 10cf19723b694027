using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Receiving;

public sealed class MentionDraftingTests
{
    private const string Complaint = "Third day without internet and nobody answers the phone. This is the worst service ever!";

    [Theory]
    [InlineData(null, 0)]
    [InlineData(-90, -90)]
    [InlineData(5, 0)]
    [InlineData(-60 * 24 * 365 * 40, 0)]
    public void A_post_counts_for_when_it_was_published_where_that_can_be(int? minutes, int expected)
    {
        var post = SampleMentions.Post("x") with { PublishedAt = minutes is { } given ? SampleMentions.At.AddMinutes(given) : null };

        Assert.Equal(SampleMentions.At.AddMinutes(expected), MentionDrafting.Moment(post, SampleMentions.At));
    }

    [Fact]
    public void Reach_and_speed_multiply_what_is_negative_and_add_nothing_by_themselves()
    {
        var neutral = SampleMentions.Of("The shop in the main street opens at nine.", followers: 5_000_000);
        var quiet = SampleMentions.Of(Complaint, followers: 50);
        var loud = SampleMentions.Of(Complaint, followers: 500_000);
        var fast = SampleMentions.Of(
            SampleMentions.Post(Complaint, 50) with
            {
                Metrics = new() { Likes = 900, Shares = 400 },
            }
        );

        Assert.True(neutral.Score.Value < 20, $"{neutral.Score.Value}");
        Assert.True(quiet.Score.Value >= 55, $"{quiet.Score.Value}");
        Assert.True(loud.Score.Value > quiet.Score.Value && fast.Score.Value > quiet.Score.Value, $"{loud.Score.Value} {fast.Score.Value}");
        Assert.Equal("complaint", quiet.Score.Parts.First(part => !part.StartsWith("negative", StringComparison.Ordinal)));
        Assert.Contains("about 73181 people see it", loud.Score.Parts);
    }

    [Fact]
    public void A_threat_comes_first_whoever_makes_it()
    {
        var mention = SampleMentions.Of("My lawyer will contact you, I am suing you for this.");

        Assert.Equal((true, "threat: legal"), (mention.Score.Value >= 80, mention.Score.Parts[0]));
    }

    [Theory]
    [InlineData(1_000L, null, 150L)]
    [InlineData(100_000L, null, 15_000L)]
    [InlineData(10_000_000L, null, 600_000L)]
    [InlineData(50_000_000L, null, 3_000_000L)]
    [InlineData(1_000L, 9_000L, 9_000L)]
    [InlineData(null, 42L, 42L)]
    [InlineData(null, null, null)]
    [InlineData(-5L, null, 0L)]
    public void Of_many_followers_a_smaller_part_sees_a_post(long? followers, long? views, long? expected) =>
        Assert.Equal(expected, ReachRules.Of(SampleMentions.Post("x", followers) with { Metrics = new() { Views = views } }));

    [Fact]
    public void Hints_of_spam_come_with_reasons_and_never_for_verified_accounts()
    {
        var author = new SocialAuthor("a")
        {
            Handle = "winner88412",
            Followers = 3,
            Following = 4_000,
            CreatedAt = SampleMentions.At.AddDays(-2),
        };
        var post = SampleMentions.Post("Giveaway!! use my code at https://a.example https://b.example https://c.example") with
        {
            Author = author,
        };

        Assert.Equal(
            (1, "advertising,follows-many-is-followed-by-few,many-links,account-younger-than-a-week,digits-in-name"),
            (SpamRules.Of(post, SampleMentions.At).Value, string.Join(',', SpamRules.Of(post, SampleMentions.At).Reasons))
        );
        Assert.Same(SpamHints.None, SpamRules.Of(post with { Author = author with { IsVerified = true } }, SampleMentions.At));
        Assert.Same(SpamHints.None, SpamRules.Of(SampleMentions.Post(Complaint, 200), SampleMentions.At));
    }

    [Theory]
    [InlineData("RT @anna: @acme nothing works https://example.com/1", "nothing works")]
    [InlineData("@acme @help_desk, nothing works", "nothing works")]
    [InlineData("nothing works #WorstServiceEver #нетСвязи", "nothing works Worst Service Ever нет Связи")]
    [InlineData("https://example.com/1", "https://example.com/1")]
    [InlineData("客服不回覆 #退款# https://example.com。真的很失望", "客服不回覆 退款 。真的很失望")]
    public void Platforms_signs_are_no_words_but_hashtags_have_some(string text, string expected) =>
        Assert.Equal(expected, PostText.ForTriage(SampleMentions.Post(text)));

    [Fact]
    public void Nothing_new_is_the_same_object()
    {
        var before = SampleMentions.Of(Complaint, followers: 10);

        Assert.Same(before, MentionDrafting.Edited(before, before.Post, null, SampleMentions.At.AddMinutes(1)));
    }

    [Fact]
    public void Of_a_deleted_post_no_word_is_left()
    {
        var before = SampleMentions.Of(SampleMentions.Post(Complaint) with { Tags = ["Acme"], Url = new Uri("https://example.com/1") });

        var after = MentionDrafting.Deleted(before, SampleMentions.At);

        Assert.NotEmpty(before.Triage.Evidence);
        Assert.Equal(("", 0, null, 0), (after.Post.Text, after.Post.Tags.Count, after.Post.Url, after.Triage.Evidence.Count));
        Assert.Equal((before.Triage.Sentiment, before.Post.Author), (after.Triage.Sentiment, after.Post.Author));
    }

    [Fact]
    public void What_a_platform_sends_is_cleaned_and_cut()
    {
        var post = MentionDrafting.Clean(
            SampleMentions.Post(new string('x', 300) + "\u0000") with
            {
                Url = new Uri("javascript:alert(1)"),
                Tags = [.. Enumerable.Range(0, 99).Select(number => $"tag {number}\n")],
                Author = new("a") { Name = "Anna\u202E\nB" },
            },
            maxText: 280
        );

        Assert.Equal((280, null, 30, "tag 0", "Anna B"), (post.Text.Length, post.Url, post.Tags.Count, post.Tags[0], post.Author.Name));
    }

    [Fact]
    public void An_older_version_that_comes_late_changes_nothing()
    {
        var first = SampleMentions.Post("The app is slow.");
        var before = SampleMentions.Of(first with { Text = "The app is dead.", Revision = 1 });
        var triage = before.Triage;

        Assert.Same(before, MentionDrafting.Edited(before, first, triage, SampleMentions.At));
        var after = MentionDrafting.Edited(before, first with { Text = "The app is back.", Revision = 2 }, triage, SampleMentions.At);
        Assert.Equal(("The app is back.", 2L), (after.Post.Text, after.Post.Revision));
    }
}
