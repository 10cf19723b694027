using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Alerts;

public sealed class AlertRulesTests
{
    private const string Complaint = "Third day without internet and nobody answers the phone. This is the worst service ever!";

    private static readonly AlertsOptions Options = new() { KeyAccounts = ["mastodon:Bigshop", "x:42"] };

    [Fact]
    public void A_complaint_that_many_see_is_told()
    {
        Assert.Equal(
            (AlertKind.ViralComplaint, "A negative post of somebody with 12,000 followers."),
            Kind(SampleMentions.Of(Complaint, followers: 12_000))
        );
        Assert.Equal(
            (AlertKind.ViralComplaint, "A negative post that 61 people have reacted to."),
            Kind(
                SampleMentions.Of(
                    SampleMentions.Post(Complaint, 5) with
                    {
                        Metrics = new() { Likes = 50, Shares = 11 },
                    }
                )
            )
        );
        Assert.Equal(
            (AlertKind.ViralComplaint, "A negative post that 5 people have repeated."),
            Kind(SampleMentions.Of(Complaint) with { Copies = 7, CopyAuthors = ["a", "b", "c", "d", "e"] })
        );
    }

    [Fact]
    public void Praise_few_readers_spam_copies_and_deleted_posts_are_not()
    {
        Assert.Null(Decide(SampleMentions.Of("The new app is lovely, thank you!", followers: 900_000)));
        Assert.Null(Decide(SampleMentions.Of(Complaint, followers: 900)));
        Assert.Null(Decide(SampleMentions.Of(Complaint, followers: 90_000) with { Spam = new(0.8, ["advertising"]) }));
        Assert.Null(Decide(SampleMentions.Of(Complaint, followers: 90_000) with { CopyOf = SampleMentions.Of("x").Id }));
        Assert.Null(Decide(SampleMentions.Of(Complaint, followers: 90_000) with { DeletedAt = SampleMentions.At }));
    }

    [Fact]
    public void Copies_that_came_slowly_are_no_storm()
    {
        var mention = SampleMentions.Of(Complaint) with { Copies = 7, CopyAuthors = ["a", "b", "c", "d", "e"] };

        Assert.Null(AlertRules.Decide(mention, Options, SampleMentions.At.AddHours(3)));
    }

    [Theory]
    [InlineData("bigshop", "1", true)]
    [InlineData("@BigShop", "1", true)]
    [InlineData("somebody", "42", false)]
    public void A_key_account_that_is_unhappy_is_told_by_name_and_platform(string handle, string id, bool expected)
    {
        var mention = SampleMentions.Of(SampleMentions.Post(Complaint) with { Author = new(id) { Handle = handle } });

        Assert.Equal(expected, Decide(mention)?.Kind == AlertKind.KeyAccount);
    }

    [Theory]
    [InlineData(9, 9, 0, 0, false)]
    [InlineData(10, 10, 0, 0, true)]
    [InlineData(6, 10, 0, 0, false)]
    [InlineData(30, 50, 200, 1_000, true)]
    [InlineData(24, 50, 200, 1_000, false)]
    [InlineData(45, 50, 800, 1_000, false)]
    public void The_mood_turns_when_the_lower_end_of_the_share_is_above_the_usual(
        int negative,
        int scored,
        int usualNegative,
        int usualScored,
        bool expected
    ) => Assert.Equal(expected, MoodRules.IsShift(negative, scored, usualNegative, usualScored));

    [Fact]
    public void The_lower_end_is_Wilsons()
    {
        Assert.Equal(0, MoodRules.LowerBound(0, 0));
        Assert.Equal(0.7225, MoodRules.LowerBound(10, 10), 4);
        Assert.Equal(0.2366, MoodRules.LowerBound(5, 10), 4);
    }

    [Theory]
    [InlineData(1e-3, "By chance that happens less than once in 1,000 hours.")]
    [InlineData(3.7e-5, "By chance that happens less than once in 20,000 hours.")]
    [InlineData(1e-12, "By chance that does not happen.")]
    public void Probabilities_are_said_in_words(double probability, string expected) =>
        Assert.Equal(expected, SpikeWords.Chance(probability));

    [Fact]
    public void Evidence_counts_people_once_and_shows_what_was_said_most()
    {
        var mentions = Enumerable
            .Range(0, 6)
            .Select(number => SampleMentions.Of(Complaint, 100, $"author-{number % 4}", $"{number}") with { Group = "g" })
            .Append(SampleMentions.Of("Спасибо, всё заработало!", null, "anna", "99"))
            .Append(SampleMentions.Of(Complaint, 9, "bot", "77") with { Spam = new(1, []) })
            .ToList();

        var evidence = AlertGathering.Of(mentions);

        Assert.Equal((7, 5, 0.86, 90L), (evidence.Count, evidence.Authors, evidence.NegativeShare, evidence.Reach));
        Assert.Equal((6, Complaint), (evidence.Groups[0].Count, evidence.Groups[0].Text));
        Assert.Equal(["en", "ru"], evidence.Languages);
        Assert.Equal(7, evidence.Mentions.Count);
    }

    private static (AlertKind, string)? Kind(Mentions.Mention mention) => Decide(mention) is { } cause ? (cause.Kind, cause.Why) : null;

    private static AlertCause? Decide(Mentions.Mention mention) => AlertRules.Decide(mention, Options, SampleMentions.At.AddMinutes(5));
}
