using SupportPipeline.Cases.Agents;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Mentions.Desk;
using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Replies;

public sealed class PublicReplyActsTests
{
    private static readonly DateTimeOffset s_now = SampleMentions.At;

    [Fact]
    public void A_draft_waits_and_takes_the_pen_from_its_writer()
    {
        var history = New() with { Stored = new(SampleMentions.Of("Broken") with { Writer = new("ann", s_now.AddMinutes(1)) }, default) };

        var change = Applied(PublicReplyActs.Draft(history, new(" Sorry! ", false, null), "r1", By("ann"), Options()));

        Assert.Equal(("Sorry!", PublicReplyState.Drafted, "ann"), (change.Replies[0].Text, change.Replies[0].State, change.Replies[0].By));
        Assert.Equal(["reply-drafted"], change.Entries.Select(entry => entry.Kind));
        Assert.Equal((2, null), (change.After.Version, change.After.Writer));
    }

    [Fact]
    public void A_text_that_is_too_long_is_not_kept()
    {
        var refusal = Refused(PublicReplyActs.Draft(New(), new(new string('x', 501), false, null), "r1", By("ann"), Options()));

        Assert.Equal((422, SocialReason.ReplyTooLong), (refusal.Status, refusal.Reason));
    }

    [Fact]
    public void Nobody_approves_what_they_wrote_unless_one_person_is_enough()
    {
        var history = With(Draft());
        var alone = Options();
        alone.RequireSecondPerson = false;

        Assert.Equal((403, "second-person-needed"), StatusOf(PublicReplyActs.Approve(history, "r1", new("Sorry!"), By("ann"), Options())));
        Assert.Equal("ann", Applied(PublicReplyActs.Approve(history, "r1", new("Sorry!"), By("ann"), alone)).Replies[0].ApprovedBy);
        Assert.Equal(
            PublicReplyState.Approved,
            Applied(PublicReplyActs.Approve(history, "r1", new("Sorry!"), By("ben"), Options())).Replies[0].State
        );
    }

    [Fact]
    public void Only_the_text_that_was_looked_at_is_approved() =>
        Assert.Equal((409, "reply-changed"), StatusOf(PublicReplyActs.Approve(With(Draft()), "r1", new("Sorry"), By("ben"), Options())));

    [Fact]
    public void The_same_approval_again_is_the_same_approval() =>
        Assert.IsType<MentionVerdict.Nothing>(
            PublicReplyActs.Approve(With(Draft() with { State = PublicReplyState.Approved }), "r1", new("Sorry!"), By("ben"), Options())
        );

    [Fact]
    public void Whoever_changes_a_draft_is_its_writer()
    {
        var changed = Applied(PublicReplyActs.Update(With(Draft()), "r1", new("We are sorry!", false, null), By("ben"), Options())).Replies[
            0
        ];

        Assert.Equal(
            (403, "second-person-needed"),
            StatusOf(PublicReplyActs.Approve(With(changed), "r1", new("We are sorry!"), By("ben"), Options()))
        );
    }

    [Theory]
    [InlineData(PublicReplyState.Approved)]
    [InlineData(PublicReplyState.Sent)]
    [InlineData(PublicReplyState.Unknown)]
    public void What_was_let_out_is_neither_changed_nor_thrown_away(object state)
    {
        var history = With(Draft() with { State = (PublicReplyState)state });

        Assert.Equal(
            (409, "reply-not-waiting"),
            StatusOf(PublicReplyActs.Update(history, "r1", new("No", false, null), By("ben"), Options()))
        );
        Assert.Equal((409, "reply-not-waiting"), StatusOf(PublicReplyActs.Discard(history, "r1", new(null), By("ben"))));
    }

    [Fact]
    public void An_answer_that_somebody_found_on_the_platform_answers_the_mention()
    {
        var history = With(Draft() with { State = PublicReplyState.Unknown });

        var change = Applied(PublicReplyActs.Resolve(history, "r1", new(true), By("ben")));

        Assert.Equal((MentionState.Answered, s_now), (change.After.State, change.After.AnsweredAt));
        Assert.Equal((PublicReplyState.Sent, s_now), (change.Replies[0].State, change.Replies[0].SentAt));
    }

    [Fact]
    public void One_that_is_not_there_waits_for_approval_again()
    {
        var history = With(Draft() with { State = PublicReplyState.Unknown, ApprovedBy = "ben", ApprovedAt = s_now });

        var reply = Applied(PublicReplyActs.Resolve(history, "r1", new(false), By("ben"))).Replies[0];

        Assert.Equal((PublicReplyState.Drafted, null, null), (reply.State, reply.ApprovedBy, reply.ApprovedAt));
    }

    [Fact]
    public void An_answer_that_does_not_exist_cannot_be_approved() =>
        Assert.Equal((404, "reply-not-found"), StatusOf(PublicReplyActs.Approve(New(), "r1", new("Sorry!"), By("ben"), Options())));

    [Theory]
    [InlineData(SocialPlatform.Facebook, PublicReplyState.Approved, true)]
    [InlineData(SocialPlatform.Facebook, PublicReplyState.Sent, true)]
    [InlineData(SocialPlatform.Instagram, PublicReplyState.Unknown, true)]
    [InlineData(SocialPlatform.Instagram, PublicReplyState.Drafted, false)]
    [InlineData(SocialPlatform.Facebook, PublicReplyState.Suppressed, false)]
    [InlineData(SocialPlatform.Facebook, PublicReplyState.Discarded, false)]
    [InlineData(SocialPlatform.Mastodon, PublicReplyState.Sent, false)]
    public void A_comment_has_one_private_message_where_the_platform_allows_one(object platform, object state, bool isRefused)
    {
        var history = Comment((SocialPlatform)platform) with
        {
            Replies = [Draft() with { IsPrivate = true, State = (PublicReplyState)state }],
        };

        var second = PublicReplyActs.Draft(history, new("Hello", true, null), "r2", By("ben"), Options());

        if (isRefused)
        {
            Assert.Equal((422, SocialReason.PrivateReplyUsed), StatusOf(second));
            Assert.Equal(
                "The platform allows one private message for each comment, and this one has had it. The talk goes on once the author answers. Open it there.",
                Refused(second).Detail
            );
        }
        else
        {
            Assert.Equal("r2", Assert.Single(Applied(second).Replies).Id);
        }
    }

    [Fact]
    public void Of_two_private_drafts_one_is_let_out_and_everyone_can_still_be_answered()
    {
        var history = Comment(SocialPlatform.Facebook) with
        {
            Replies =
            [
                Draft() with
                {
                    IsPrivate = true,
                    State = PublicReplyState.Approved,
                },
                Draft() with
                {
                    Id = "r2",
                    IsPrivate = true,
                },
                Draft() with
                {
                    Id = "r3",
                },
            ],
        };

        Assert.Equal(
            (422, SocialReason.PrivateReplyUsed),
            StatusOf(PublicReplyActs.Approve(history, "r2", new("Sorry!"), By("ben"), Options()))
        );
        Assert.Equal(
            (422, SocialReason.PrivateReplyUsed),
            StatusOf(PublicReplyActs.Update(history, "r3", new("Sorry!", true, null), By("ben"), Options()))
        );
        Assert.Equal(
            PublicReplyState.Approved,
            Applied(PublicReplyActs.Approve(history, "r3", new("Sorry!"), By("ben"), Options())).Replies[0].State
        );
    }

    private static MentionHistory Comment(SocialPlatform platform) =>
        New() with
        {
            Stored = new(
                SampleMentions.Of(
                    SampleMentions.Post("Broken") with
                    {
                        Platform = platform,
                        ReplyFacts = new Dictionary<string, string>(StringComparer.Ordinal) { ["comment"] = "c-1", ["status"] = "s-1" },
                    }
                ),
                default
            ),
        };

    private static MentionHistory New() => new(new(SampleMentions.Of("Broken"), default), [], []);

    private static MentionHistory With(PublicReply reply) => New() with { Replies = [reply] };

    private static PublicReply Draft() =>
        new()
        {
            Id = "r1",
            Text = "Sorry!",
            By = "ann",
            At = s_now,
        };

    private static AgentAct By(string name) => new(name, s_now, $"key-of-{name}", null);

    private static MentionChange Applied(MentionVerdict verdict) => Assert.IsType<MentionVerdict.Apply>(verdict).Change;

    private static MentionVerdict.Refuse Refused(MentionVerdict verdict) => Assert.IsType<MentionVerdict.Refuse>(verdict);

    private static (int Status, string Reason) StatusOf(MentionVerdict verdict) => (Refused(verdict).Status, Refused(verdict).Reason);

    private static PublicRepliesOptions Options() =>
        new()
        {
            Mastodon = { BaseAddress = "https://social.example", Token = "token" },
            Facebook = { Token = "token" },
            Instagram = { Token = "token" },
        };
}
