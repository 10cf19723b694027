using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;
using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Receiving;

[Collection("Azurite")]
public sealed class MentionProcessorTests(AzuriteFixture azurite)
{
    private const string Complaint = "Third day without internet and nobody answers the phone. This is the worst service I have ever had!";

    [Fact]
    public async Task A_post_becomes_a_mention_that_is_understood_scored_and_counted()
    {
        await using var house = await OpenAsync();

        Assert.IsType<Outcome.Completed>(
            await house.ReceiveAsync(house.Post("1", Complaint) with { Followers = 20_000, At = house.Clock.Now.AddMinutes(-40) })
        );

        var mention = (await house.FindAsync("1"))!;
        Assert.Equal((house.Brand, house.Clock.Now.AddMinutes(-40)), (mention.Id.Brand, mention.Id.At));
        Assert.Equal(("negative", "en", true), (mention.Triage.Sentiment, mention.Triage.Language, mention.Triage.Complaint));
        Assert.Equal((3_000, MentionState.New, 0), (mention.Reach, mention.State, mention.Copies));
        Assert.InRange(mention.Score.Value, 50, 100);
        Assert.Equal(["received"], await house.EntriesAsync(mention.Id));
        var row = Assert.Single(await house.RowsAsync(MentionRows.Count));
        Assert.Equal("t|35", row.RowKey);
        var counts = await house.CountsAsync();
        Assert.Equal((1, 1, 1, 1, 1, 3_000L), (counts.All, counts.Firsts, counts.Negative, counts.Scored, counts.Complaints, counts.Reach));
    }

    [Fact]
    public async Task The_same_queue_message_in_a_row_and_at_once_stores_and_counts_once()
    {
        await using var house = await OpenAsync();
        var pointer = await house.KeepAsync([.. Storm(house, 120)]);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => house.ProcessAsync(pointer)));
        await house.ProcessAsync(pointer);

        var counts = await house.CountsAsync();
        Assert.Equal((120, 40), (counts.All, counts.Firsts));
        Assert.Equal(40, (await house.RowsAsync(MentionRows.First)).Count);
        Assert.Equal(80, (await house.RowsAsync(MentionRows.Copy)).Count);
        Assert.Equal(80, (await house.RowsAsync(MentionRows.First)).Sum(row => MentionRows.ToMention(row).Mention.Copies));
    }

    [Fact]
    public async Task A_mention_that_two_deliveries_store_in_the_same_moment_is_stored_and_counted_once()
    {
        await using var house = await OpenAsync();
        await house.ReceiveAsync(house.Post("1", Complaint));
        var first = (await house.FindAsync("1"))!;
        var again = first with { Id = MentionId.Create(house.Brand, first.Id.At.AddSeconds(1), "again", "delivery") };

        var stored = await house.Services.GetRequiredService<MentionLedger>().AddAsync([again, again], CancellationToken.None);

        Assert.Equal(again.Id, Assert.Single(stored).Id);
        Assert.Equal(2, (await house.CountsAsync()).All);
    }

    [Fact]
    public async Task A_post_its_repetition_and_its_edit_in_one_delivery_are_one_mention()
    {
        await using var house = await OpenAsync();
        var at = house.Clock.Now.AddMinutes(-5);
        var pointer = await house.KeepAsync(
            house.Post("1", Complaint) with
            {
                At = at,
            },
            house.Post("1", Complaint) with
            {
                At = at,
            },
            house.Post("1", "Solved, thank you!") with
            {
                At = at,
            }
        );

        Assert.IsType<Outcome.Completed>(await house.ProcessAsync(pointer));
        Assert.IsType<Outcome.Completed>(await house.ProcessAsync(pointer));

        var mention = (await house.FindAsync("1"))!;
        Assert.Equal("Solved, thank you!", mention.Post.Text);
        Assert.Equal(["received", "edited"], await house.EntriesAsync(mention.Id));
        Assert.Equal(1, (await house.CountsAsync()).All);
    }

    [Fact]
    public async Task Two_processes_that_get_the_same_posts_at_once_store_and_count_them_once()
    {
        await using var one = await OpenAsync();
        await using var other = await ReceivingHouse.OpenAsync(azurite.ConnectionString, one.Clock, one.Brand);
        var pointers = new List<MentionsReceived>();
        foreach (var posts in Storm(one, 120).Chunk(20).Concat(Storm(one, 120).Chunk(30)))
        {
            pointers.Add(await one.KeepAsync(posts));
        }

        await Task.WhenAll(pointers.SelectMany(pointer => new[] { one.ProcessAsync(pointer), other.ProcessAsync(pointer) }));
        foreach (var pointer in pointers)
        {
            // What waited for a mention that was being stored comes again.
            Assert.IsType<Outcome.Completed>(await one.ProcessAsync(pointer));
        }

        var counts = await one.CountsAsync();
        Assert.Equal(120, counts.All);
        Assert.Equal(120, (await one.RowsAsync(MentionRows.Entry)).Count);
        Assert.Equal(120, (await one.RowsAsync(MentionRows.First)).Count + (await one.RowsAsync(MentionRows.Copy)).Count);
    }

    [Fact]
    public async Task Copies_are_grouped_under_the_first_with_their_reach_and_authors()
    {
        await using var house = await OpenAsync();
        await house.ReceiveAsync(house.Post("1", Complaint) with { Followers = 1_000 });

        await house.ReceiveAsync(
            house.Post("2", $"RT @somebody: {Complaint}") with
            {
                Followers = 100,
                Author = "anna",
            },
            house.Post("3", Complaint.ToUpperInvariant() + " https://example.com/x") with
            {
                Followers = 10,
                Author = "anna",
            },
            house.Post("4", "") with
            {
                RepostOf = "1",
                Author = "boris",
            },
            house.Post("5", "The new app is lovely, thank you for the dark mode!")
        );

        var first = (await house.FindAsync("1"))!;
        Assert.Equal((3, 2, 150 + 15 + 1L), (first.Copies, first.CopyAuthors.Count, first.ReachWithCopies));
        foreach (var id in new[] { "2", "3", "4" })
        {
            Assert.Equal((first.Id, first.Group), Place((await house.FindAsync(id))!));
        }

        Assert.Null((await house.FindAsync("5"))!.CopyOf);

        static (MentionId?, string) Place(Mention mention) => (mention.CopyOf, mention.Group);
    }

    [Fact]
    public async Task An_edit_changes_the_words_and_what_is_understood_of_them()
    {
        await using var house = await OpenAsync();
        await house.ReceiveAsync(house.Post("1", "The new app is lovely, thank you!"));

        await house.ReceiveAsync(house.Post("1", Complaint) with { Likes = 7 });
        await house.ReceiveAsync(house.Post("1", Complaint) with { Likes = 5 });

        var mention = (await house.FindAsync("1"))!;
        Assert.Equal(
            (Complaint, "negative", 7, 2),
            (mention.Post.Text, mention.Triage.Sentiment, mention.Post.Metrics.Likes, mention.Version)
        );
        Assert.Equal(["received", "edited"], await house.EntriesAsync(mention.Id));
        Assert.Equal(1, (await house.CountsAsync()).All);
    }

    [Fact]
    public async Task A_deletion_leaves_no_words_and_a_late_delivery_does_not_bring_them_back()
    {
        await using var house = await OpenAsync();
        await house.ReceiveAsync(house.Post("1", Complaint));

        await house.ReceiveAsync(house.Post("1", "") with { IsDeleted = true });
        await house.ReceiveAsync(house.Post("1", Complaint));

        var mention = (await house.FindAsync("1"))!;
        Assert.Equal(("", house.Clock.Now), (mention.Post.Text, mention.DeletedAt));
        Assert.Empty(mention.Triage.Evidence);
        Assert.DoesNotContain(
            "internet",
            (await house.RowsAsync(MentionRows.First))[0].GetString(MentionRows.Document),
            StringComparison.Ordinal
        );
        Assert.Equal(["received", "deleted"], await house.EntriesAsync(mention.Id));
    }

    [Fact]
    public async Task A_post_that_was_deleted_before_it_came_is_not_kept_unless_it_is_back()
    {
        await using var house = await OpenAsync();

        await house.ReceiveAsync(house.Post("1", "") with { IsDeleted = true });
        await house.ReceiveAsync(house.Post("1", Complaint));
        Assert.Null(await house.FindAsync("1"));

        await house.ReceiveAsync(house.Post("1", Complaint) with { IsRestored = true });
        await house.ReceiveAsync(house.Post("2", Complaint));
        await house.ReceiveAsync(house.Post("2", "") with { IsDeleted = true });
        await house.ReceiveAsync(house.Post("2", Complaint) with { IsRestored = true });

        var back = (await house.FindAsync("2"))!;
        Assert.Equal((Complaint, null), (back.Post.Text, back.DeletedAt));
        Assert.Equal(["received", "deleted", "restored"], await house.EntriesAsync(back.Id));
    }

    [Fact]
    public async Task A_claim_of_a_process_that_died_is_taken_over_after_a_while()
    {
        await using var house = await OpenAsync();
        var lost = MentionId.Create(house.Brand, house.Clock.Now, "1", "lost");
        await house
            .Services.GetRequiredService<MentionIds>()
            .ClaimAsync([KeyValuePair.Create(MentionIds.KeyOf(SocialPlatform.Generic, house.Brand, "1"), lost)], CancellationToken.None);
        var pointer = await house.KeepAsync(house.Post("1", Complaint));

        Assert.Equal(SocialReason.MentionNotStoredYet, Assert.IsType<Outcome.Deferred>(await house.ProcessAsync(pointer)).Reason);
        house.Clock.Now += TimeSpan.FromMinutes(2);
        Assert.IsType<Outcome.Completed>(await house.ProcessAsync(pointer));

        Assert.Equal((lost, Complaint), ((await house.FindAsync("1"))!.Id, (await house.FindAsync("1"))!.Post.Text));
        Assert.Equal(1, (await house.CountsAsync()).All);
    }

    [Fact]
    public async Task A_long_post_in_Chinese_and_emoji_is_kept_whole()
    {
        await using var house = await OpenAsync();
        var text = string.Concat(Enumerable.Repeat("太差了😡", 1_600));

        await house.ReceiveAsync(house.Post("1", text));

        Assert.Equal(text, (await house.FindAsync("1"))!.Post.Text);
    }

    [Fact]
    public async Task An_answer_of_storage_that_is_lost_counts_nothing_twice()
    {
        await using var house = await OpenAsync();
        await house.ReceiveAsync(house.Post("1", Complaint));
        house.LostAnswers.LoseNextTo("$batch");

        await house.ReceiveAsync(house.Post("2", Complaint));

        Assert.Equal(1, house.LostAnswers.Lost);
        var counts = await house.CountsAsync();
        Assert.Equal((2, 1, 1), (counts.All, counts.Firsts, (await house.FindAsync("1"))!.Copies));
    }

    private Task<ReceivingHouse> OpenAsync() => ReceivingHouse.OpenAsync(azurite.ConnectionString);

    /// <summary>Each third post is new, the others repeat it.</summary>
    private static IEnumerable<ListedPost> Storm(ReceivingHouse house, int posts) =>
        Enumerable.Range(0, posts).Select(number => house.Post($"{number}", $"Still broken: {StableHash.Of($"text {number / 3}")}"));
}
