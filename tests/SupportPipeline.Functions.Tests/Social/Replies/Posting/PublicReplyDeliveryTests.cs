using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Receiving;
using SupportPipeline.Testing;

namespace SupportPipeline.Social.Replies.Posting;

[Collection("Azurite")]
public sealed class PublicReplyDeliveryTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private static int s_mentions;

    private readonly FixedClock _clock = new() { Now = SampleMentions.At };
    private readonly ScriptedPoster _platforms = new();
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        _services = Pipeline.Create(
            azurite.ConnectionString,
            _clock,
            services => services.AddSingleton<IReplyPoster>(_platforms),
            [
                ("Social:Replies:Enabled", "true"),
                .. new[] { "X", "Mastodon", "Telegram", "Vk" }.SelectMany(platform =>
                    new (string, string?)[]
                    {
                        ($"Social:Replies:{platform}:BaseAddress", "https://platform.example"),
                        ($"Social:Replies:{platform}:Token", "token"),
                    }
                ),
            ]
        );
        await _services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
    }

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task An_approved_answer_is_posted_once_however_often_its_message_comes()
    {
        var due = await ApprovedAsync(SocialPlatform.X);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => DeliverAsync(due)));
        await DeliverAsync(due);

        Assert.Single(_platforms.Texts);
        var history = await HistoryAsync(due);
        Assert.Equal((PublicReplyState.Sent, "1", SocialReason.ReplyPosted, _clock.Now), Describe(history));
        Assert.Equal((MentionState.Answered, _clock.Now), (history.Mention.State, history.Mention.AnsweredAt));
        Assert.Equal(["reply-posted"], history.Entries.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task What_a_platform_refuses_is_kept_with_its_words()
    {
        var due = await ApprovedAsync(SocialPlatform.X);
        _platforms.Next(new PostOutcome.Refused("403 You are not permitted to perform this action."));

        Assert.IsType<Outcome.Completed>(await DeliverAsync(due));

        var reply = Assert.Single((await HistoryAsync(due)).Replies);
        Assert.Equal(
            (PublicReplyState.Suppressed, SocialReason.ReplyRefused, "403 You are not permitted to perform this action."),
            (reply.State, reply.Reason, reply.Detail)
        );
    }

    [Fact]
    public async Task A_rate_limit_makes_this_answer_and_the_next_ones_wait()
    {
        var (first, second) = (await ApprovedAsync(SocialPlatform.Telegram), await ApprovedAsync(SocialPlatform.Telegram));
        _platforms.Next(new PostOutcome.Later(_clock.Now.AddMinutes(7), "429"), _clock.Now.AddMinutes(7));

        Assert.Equal(TimeSpan.FromMinutes(7), Assert.IsType<Outcome.Deferred>(await DeliverAsync(first)).After);
        Assert.Equal(TimeSpan.FromMinutes(7), Assert.IsType<Outcome.Deferred>(await DeliverAsync(second)).After);
        Assert.Single(_platforms.Texts);
        _clock.Now += TimeSpan.FromMinutes(7);
        await DeliverAsync(first);
        await DeliverAsync(second);

        Assert.Equal(3, _platforms.Texts.Count);
        Assert.Equal(PublicReplyState.Sent, (await HistoryAsync(second)).Replies[0].State);
    }

    [Theory]
    [InlineData("x", "unknown", 1)]
    [InlineData("vk", "sent", 2)]
    public async Task A_lost_answer_is_repeated_only_where_the_platform_knows_it_again(string platform, string state, int posts)
    {
        var due = await ApprovedAsync(KebabCase.ValueOf<SocialPlatform>(platform));
        _platforms.Next(new PostOutcome.Unknown("timeout"));

        await DeliverAsync(due);
        await DeliverAsync(due);

        Assert.Equal((state, posts), (KebabCase.NameOf((await HistoryAsync(due)).Replies[0].State), _platforms.Texts.Count));
    }

    [Theory]
    [InlineData("x", "unknown", 0)]
    [InlineData("vk", "sent", 1)]
    public async Task A_claim_of_a_process_that_died_is_judged_by_what_its_platform_can_do(string platform, string state, int posts)
    {
        var due = await ApprovedAsync(
            KebabCase.ValueOf<SocialPlatform>(platform),
            reply => reply with { ClaimedUntil = SampleMentions.At.AddSeconds(120) }
        );

        Assert.Equal(ReasonCode.DeliveryInProgress, Assert.IsType<Outcome.Deferred>(await DeliverAsync(due)).Reason);
        _clock.Now += TimeSpan.FromSeconds(120);
        await DeliverAsync(due);

        Assert.Equal((state, posts), (KebabCase.NameOf((await HistoryAsync(due)).Replies[0].State), _platforms.Texts.Count));
    }

    [Fact]
    public async Task A_platform_that_stays_away_is_given_up_with_the_reason()
    {
        var due = await ApprovedAsync(SocialPlatform.Mastodon);
        for (var attempt = 0; attempt < 10; attempt++)
        {
            _platforms.Next(new PostOutcome.Later(null, "503"));
            await DeliverAsync(due);
        }

        Assert.Equal(ReasonCode.DeliveryGivenUp, (await HistoryAsync(due)).Replies[0].Reason);
    }

    [Fact]
    public async Task A_draft_a_deleted_mention_and_an_answer_that_is_unknown_go_nowhere()
    {
        var draft = await ApprovedAsync(SocialPlatform.X, reply => reply with { State = PublicReplyState.Drafted });
        var deleted = await ApprovedAsync(SocialPlatform.X, change: mention => mention with { DeletedAt = SampleMentions.At });
        var lost = await ApprovedAsync(SocialPlatform.X, reply => reply with { State = PublicReplyState.Unknown });

        Assert.IsType<Outcome.Skipped>(await DeliverAsync(draft));
        Assert.IsType<Outcome.Completed>(await DeliverAsync(deleted));
        Assert.IsType<Outcome.Skipped>(await DeliverAsync(lost));
        Assert.IsType<Outcome.Skipped>(await DeliverAsync(new("main.01kabcdefghjkmnpqrstvwxyz0", "r")));

        Assert.Empty(_platforms.Texts);
        Assert.Equal(SocialReason.MentionDeleted, (await HistoryAsync(deleted)).Replies[0].Reason);
    }

    private async Task<PublicReplyDue> ApprovedAsync(
        SocialPlatform platform,
        Func<PublicReply, PublicReply>? reply = null,
        Func<Mention, Mention>? change = null
    )
    {
        var post = SampleMentions.Post("Nothing works", id: $"delivery-{Interlocked.Increment(ref s_mentions)}") with
        {
            Platform = platform,
            IsAddressedToUs = true,
        };
        var mention = SampleMentions.Of(post);
        await _services.GetRequiredService<MentionLedger>().AddAsync([mention with { Group = post.ExternalId }], CancellationToken.None);
        var store = _services.GetRequiredService<MentionStore>();
        var stored = (await store.LoadAsync(mention.Id, CancellationToken.None))!;
        var approved = new PublicReply
        {
            Id = "r1",
            Text = "Sorry!",
            State = PublicReplyState.Approved,
            At = _clock.Now,
        };
        var answer = reply?.Invoke(approved) ?? approved;
        await store.SaveAsync(new(stored, change?.Invoke(stored.Mention) ?? stored.Mention) { Replies = [answer] }, CancellationToken.None);
        return new(mention.Id.ToString(), "r1");
    }

    private Task<Outcome> DeliverAsync(PublicReplyDue due) =>
        _services.GetRequiredService<PublicReplyDelivery>().DeliverAsync(due, CancellationToken.None);

    private async Task<MentionHistory> HistoryAsync(PublicReplyDue due)
    {
        var history = (
            await _services.GetRequiredService<MentionStore>().LoadHistoryAsync(MentionId.Parse(due.MentionId), CancellationToken.None)
        )!;
        return history with { Entries = [.. history.Entries.Where(entry => entry.Kind != "received")] };
    }

    private static (PublicReplyState, string?, string?, DateTimeOffset?) Describe(MentionHistory history) =>
        (history.Replies[0].State, history.Replies[0].ExternalId, history.Replies[0].Reason, history.Replies[0].SentAt);
}
