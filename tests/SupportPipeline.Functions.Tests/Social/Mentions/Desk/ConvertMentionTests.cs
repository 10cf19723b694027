using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Cases;
using SupportPipeline.Customers;
using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Mentions.Desk;

[Collection("Azurite")]
public sealed class ConvertMentionTests(AzuriteFixture azurite)
{
    private const string Complaint = "Third day without internet and nobody answers the phone. This is the worst service!";

    [Fact]
    public async Task A_mention_becomes_a_case_of_its_author_without_a_mail_and_both_lead_to_each_other()
    {
        await using var scene = await OpenAsync();
        var mention = await AddAsync(scene, "m", "author-1");

        var (status, body) = await ConvertAsync(scene, mention.Id);

        Assert.Equal((200, "converted"), (status, body.GetProperty("mention").GetProperty("state").GetString()));
        var caseId = TimeOrderedId.Parse(body.GetProperty("mention").GetProperty("caseId").GetString()!);
        var history = (await scene.Services.GetRequiredService<CaseStore>().LoadHistoryAsync(caseId, CancellationToken.None))!;
        Assert.Equal((CaseState.Open, "Name of m", null), (history.Case.State, history.Case.CustomerName, history.Case.CustomerAddress));
        Assert.Equal(CustomerIds.Of("mastodon", Account(scene, "author-1")), history.Case.CustomerId);
        var message = Assert.Single(history.Messages);
        Assert.Equal(("social", Complaint, $"social:{mention.Id}"), (message.Channel, message.OwnWords, message.ExternalId));
        var step = Assert.Single(message.Plan.Steps, step => step.Kind == "reply");
        Assert.Equal("answered-in-public", step.Reason);
        Assert.Empty(history.Replies);
        Assert.Equal(
            mention.Id.ToString(),
            CaseDocument.Of(history).Timeline.Select(entry => entry.Message?.MentionId).OfType<string>().Single()
        );
        Assert.Equal([mention.Id], await scene.Services.GetRequiredService<MentionCases>().OfCaseAsync(caseId, CancellationToken.None));
        Assert.Equal(["converted", "linked"], (await scene.HistoryAsync(mention.Id)).Entries.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Converting_again_and_at_once_and_the_message_in_the_queue_make_one_case()
    {
        await using var scene = await OpenAsync();
        var mention = await AddAsync(scene, "m", "author-2");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ConvertAsync(scene, mention.Id)));
        var again = await ConvertAsync(scene, mention.Id);
        var pointer = await scene
            .Services.GetRequiredService<SocialMessages>()
            .ReceiveAsync(
                MentionSender.MessageIdOf(mention),
                MentionSender.MessageOf(mention),
                TimeSpan.FromDays(1),
                CancellationToken.None
            );
        var outcome = await scene.Services.GetRequiredService<MessageProcessor>().ProcessAsync(pointer, CancellationToken.None);

        var cases = answers.Append(again).Select(answer => answer.Body.GetProperty("mention").GetProperty("caseId").GetString()).Distinct();
        var caseId = TimeOrderedId.Parse(Assert.Single(cases)!);
        Assert.IsType<Outcome.Skipped>(outcome);
        var history = (await scene.Services.GetRequiredService<CaseStore>().LoadHistoryAsync(caseId, CancellationToken.None))!;
        Assert.Single(history.Messages);
        Assert.Equal(["converted", "linked"], (await scene.HistoryAsync(mention.Id)).Entries.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task A_second_mention_of_the_same_author_within_the_minute_joins_the_open_case()
    {
        await using var scene = await OpenAsync();
        var first = await AddAsync(scene, "m1", "author-3", TimeSpan.FromSeconds(30));
        var second = await AddAsync(scene, "m2", "author-3");
        var other = await AddAsync(scene, "m3", "author-4");

        var one = await CaseOfAsync(scene, first.Id);

        Assert.Equal(one, await CaseOfAsync(scene, second.Id));
        Assert.NotEqual(one, await CaseOfAsync(scene, other.Id));
        var history = (
            await scene.Services.GetRequiredService<CaseStore>().LoadHistoryAsync(TimeOrderedId.Parse(one), CancellationToken.None)
        )!;
        Assert.Equal(2, history.Messages.Count);
    }

    [Fact]
    public async Task Somebody_known_by_mail_and_account_joins_the_case_they_have_just_opened_by_mail()
    {
        await using var scene = await OpenAsync();
        var customers = scene.Services.GetRequiredService<CustomerStore>();
        var address = EmailAddress.TryParse($"mia@{scene.Brand}.example", out var parsed) ? parsed : default;
        var opened = await AddAsync(scene, "before", "author-5", TimeSpan.FromSeconds(40));
        var caseId = await CaseOfAsync(scene, opened.Id);
        var profile = (await customers.LoadAsync(CustomerIds.Of("mastodon", Account(scene, "author-5")), CancellationToken.None))!.Customer;
        var merged = new CustomerRecord
        {
            Id = CustomerIds.Of("mastodon", Account(scene, "author-6")),
            Identity = new("mastodon", Account(scene, "author-6")),
            FirstSeenAt = scene.Clock.Now,
            MergedInto = profile.Id,
        };
        await customers.SaveAsync(new CustomerChange(merged, null), CancellationToken.None);

        Assert.Equal(caseId, await CaseOfAsync(scene, (await AddAsync(scene, "now", "author-6")).Id));
    }

    [Fact]
    public async Task What_was_deleted_becomes_no_case_and_what_is_in_a_case_is_not_ignored()
    {
        await using var scene = await OpenAsync();
        var deleted = await scene.AddAsync(scene.Mention("deleted") with { DeletedAt = scene.Clock.Now });
        var converted = await AddAsync(scene, "m", "author-7");
        await ConvertAsync(scene, converted.Id);

        var (status, body) = await ConvertAsync(scene, deleted.Id);
        Assert.Equal((409, "mention-deleted"), (status, body.GetProperty("reason").GetString()));
        var (ignored, problem) = await scene.ActAsync("ignore", converted.Id, scene.Request(new { reason = "spam" }));
        Assert.Equal((409, "mention-converted"), (ignored, problem.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Erasing_the_case_erases_the_mention_and_a_late_edit_brings_nothing_back()
    {
        await using var scene = await OpenAsync();
        var mention = await AddAsync(scene, "m", "author-8");
        var caseId = TimeOrderedId.Parse(await CaseOfAsync(scene, mention.Id));
        var erasure = scene.Services.GetRequiredService<CaseErasure>();

        Assert.True(await erasure.EraseAsync(caseId, CancellationToken.None));
        var erased = await scene.HistoryAsync(mention.Id);
        Assert.False(await erasure.EraseAsync(caseId, CancellationToken.None));

        Assert.Equal(("", "erased", null), (erased.Mention.Post.Text, erased.Mention.Post.Author.Id, erased.Mention.Post.Author.Name));
        Assert.Equal(caseId.Value, erased.Mention.CaseId);
        Assert.Empty(erased.Mention.Triage.Evidence);
        Assert.Equal(["converted", "linked", "erased"], erased.Entries.Select(entry => entry.Kind));
        Assert.All(erased.Entries, entry => Assert.Null(entry.Note));
        Assert.Equal(erased.Mention.Version, (await scene.HistoryAsync(mention.Id)).Mention.Version);
        var post = mention.Post;
        var claim = await scene
            .Services.GetRequiredService<MentionIds>()
            .FindAsync(MentionIds.KeyOf(post.Platform, post.Source, post.ExternalId), CancellationToken.None);
        Assert.NotNull(claim!.DeletedAt);
    }

    private static string Account(DeskScene scene, string author) => $"{scene.Brand}/{author}";

    private static Task<Mention> AddAsync(DeskScene scene, string key, string author, TimeSpan ago = default)
    {
        var mention = scene.Mention(key, ago);
        return scene.AddAsync(
            mention with
            {
                Post = mention.Post with
                {
                    Text = Complaint,
                    Author = new(Account(scene, author)) { Name = $"Name of {key}" },
                },
            }
        );
    }

    private static async Task<string> CaseOfAsync(DeskScene scene, MentionId id) =>
        (await ConvertAsync(scene, id)).Body.GetProperty("mention").GetProperty("caseId").GetString()!;

    private static async Task<(int Status, JsonElement Body)> ConvertAsync(DeskScene scene, MentionId id)
    {
        var request = scene.Request(new { note = "needs a technician" });
        request.Path = $"/api/mentions/{id}/case";
        var converting = scene.Services.GetRequiredService<MentionConverting>();
        var result = await new ConvertMention(converting).RunAsync(request, id.ToString(), CancellationToken.None);
        return await Testing.StaffRequest.AnswerAsync(request, result);
    }

    private Task<DeskScene> OpenAsync() => DeskScene.OpenAsync(azurite.ConnectionString);
}
