using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Replies;

public sealed class ReplyCheckTests
{
    private static readonly DateTimeOffset s_now = SampleMentions.At;

    [Theory]
    [InlineData(SocialPlatform.X, 280, "界", 140)]
    [InlineData(SocialPlatform.Mastodon, 500, "👍", 500)]
    [InlineData(SocialPlatform.Telegram, 4_096, "👍", 2_048)]
    [InlineData(SocialPlatform.Line, 5_000, "я", 5_000)]
    [InlineData(SocialPlatform.Facebook, 8_000, "界", 8_000)]
    [InlineData(SocialPlatform.Instagram, 2_200, "я", 2_200)]
    public void One_character_too_many_is_refused_and_one_fewer_is_not(object platform, int limit, string character, int fitting)
    {
        var mention = Of((SocialPlatform)platform);

        var fits = Check(mention, string.Concat(Enumerable.Repeat(character, fitting)));
        var exceeds = Check(mention, string.Concat(Enumerable.Repeat(character, fitting + 1)));

        Assert.Equal((limit, limit), (fits.Length, fits.Limit));
        Assert.Empty(fits.Errors);
        Assert.Equal([SocialReason.ReplyTooLong], exceeds.Errors.Select(error => error.Reason));
    }

    [Fact]
    public void Whom_X_was_not_named_by_is_to_be_answered_there()
    {
        var check = Check(Of(SocialPlatform.X, isAddressed: false), "Sorry!");

        Assert.Equal(SocialReason.NotSummoned, check.OpenThere?.Reason);
        Assert.Equal([SocialReason.NotSummoned], check.Errors.Select(error => error.Reason));
    }

    [Theory]
    [InlineData("Sorry!", "price", "X charges $0.010 for it.")]
    [InlineData("See https://desk.example", "link-price", "X charges $0.200 for it because of the link.")]
    public void What_X_charges_is_said_before(string text, string reason, string detail) =>
        Assert.Equal([new(reason, detail)], Check(Of(SocialPlatform.X), text).Warnings);

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, SocialReason.ReplyWindowOver)]
    public void A_comment_can_be_answered_in_private_for_seven_days(int secondsAfter, string? expected)
    {
        var mention = Of(SocialPlatform.Facebook);

        var check = ReplyCheck.Of(mention, "Sorry!", true, mention.ReceivedAt.AddDays(7).AddSeconds(secondsAfter), Options());

        Assert.Equal(mention.ReceivedAt.AddDays(7), check.WindowEnds);
        Assert.Equal(expected, check.OpenThere?.Reason);
    }

    [Fact]
    public void Without_credentials_it_is_to_be_answered_there()
    {
        var check = ReplyCheck.Of(Of(SocialPlatform.Telegram), "Sorry!", false, s_now, new());

        Assert.Equal(SocialReason.NoReplyCredentials, check.OpenThere?.Reason);
    }

    [Fact]
    public void Several_names_and_a_text_near_the_limit_are_noteworthy()
    {
        var check = Check(Of(SocialPlatform.Mastodon), "@anna @ben " + new string('x', 489));

        Assert.Equal(["near-limit", "several-names"], check.Warnings.Select(warning => warning.Reason));
    }

    [Fact]
    public void A_deleted_post_is_not_answered() =>
        Assert.Equal(
            [SocialReason.MentionDeleted],
            Check(Of(SocialPlatform.Mastodon) with { DeletedAt = s_now }, "Sorry!").Errors.Select(error => error.Reason)
        );

    private static ReplyCheck Check(Mention mention, string text) => ReplyCheck.Of(mention, text, false, s_now, Options());

    private static Mention Of(SocialPlatform platform, bool isAddressed = true) =>
        SampleMentions.Of(SampleMentions.Post("Nothing works") with { Platform = platform, IsAddressedToUs = isAddressed });

    private static PublicRepliesOptions Options()
    {
        var options = new PublicRepliesOptions { Mastodon = { BaseAddress = "https://social.example" } };
        foreach (var platform in Enum.GetValues<SocialPlatform>())
        {
            if (options.Of(platform) is { } account)
            {
                account.Token = "token";
            }
        }

        return options;
    }
}
