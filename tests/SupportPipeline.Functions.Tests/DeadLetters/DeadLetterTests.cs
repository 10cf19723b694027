using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.DeadLetters;

[Collection("Azurite")]
public sealed class DeadLetterTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private const string Queue = StorageNames.OutboundRepliesQueue;

    private readonly FixedClock _clock = new();
    private readonly string _message = $$$"""{"name":"reply-due","version":1,"data":{"caseId":"{{{Ids.Next()}}}","replyId":"a"}}""";
    private ServiceProvider _services = null!;

    private DeadLetterStore Letters => _services.GetRequiredService<DeadLetterStore>();

    private DeadLetterReplay Replay => _services.GetRequiredService<DeadLetterReplay>();

    private QueueClient Outbound => _services.GetRequiredService<QueueServiceClient>().GetQueueClient(Queue);

    public async Task InitializeAsync()
    {
        _services = Pipeline.Create(azurite.ConnectionString, _clock);
        await _services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
        await Outbound.ClearMessagesAsync();
    }

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task A_failure_is_noted_and_rises()
    {
        await FailAsync(new FormatException("maria@customer.example is odd"));
        _clock.Now = _clock.Now.AddMinutes(1);
        await FailAsync(new Azure.RequestFailedException(503, "busy", "ServerBusy", null));

        var noted = await _services.GetRequiredService<QueueFailures>().FindAsync(Queue, _message, CancellationToken.None);

        Assert.Equal(("storage-failed 503 ServerBusy", 2, _clock.Now.AddMinutes(-1)), (noted!.Reason, noted.Count, noted.FirstAt));
    }

    [Fact]
    public async Task A_poison_message_becomes_a_dead_letter_with_its_reason_however_often_it_comes()
    {
        await FailAsync(new FormatException("secret"));
        var poison = Poison();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MoveAsync(poison)));
        await MoveAsync(poison);

        var letter = await FindAsync(poison);
        Assert.Equal((DeadLetterState.Waiting, "failed FormatException", _message), (letter.State, letter.Reason, letter.Message));
        Assert.Equal((_clock.Now, 0), (letter.FirstFailedAt, letter.Replays));
        Assert.Single(await ListAsync(), found => found.Message == _message);
    }

    [Fact]
    public async Task A_rejected_message_carries_its_reason()
    {
        await RejectAsync(_message, "nothing-to-send");
        var poison = Poison();

        await MoveAsync(poison);

        Assert.Equal("nothing-to-send", (await FindAsync(poison)).Reason);
    }

    [Fact]
    public async Task A_message_nobody_noted_anything_about_goes_back_by_itself_and_is_a_dead_letter_in_the_end()
    {
        foreach (var _ in DeadLetterDrain.Waits)
        {
            await MoveAsync(Poison());
        }

        Assert.DoesNotContain(await ListAsync(), found => found.Message == _message);
        Assert.Equal(DeadLetterDrain.Waits.Count, (await Outbound.GetPropertiesAsync()).Value.ApproximateMessagesCount);
        var poison = Poison();
        await MoveAsync(poison);

        Assert.Equal("unknown", (await FindAsync(poison)).Reason);
        Assert.Equal(DeadLetterDrain.Waits.Count, (await Outbound.GetPropertiesAsync()).Value.ApproximateMessagesCount);
    }

    [Fact]
    public async Task Put_back_by_a_person_it_may_come_back_by_itself_again()
    {
        foreach (var _ in DeadLetterDrain.Waits)
        {
            await MoveAsync(Poison());
        }

        var poison = Poison();
        await MoveAsync(poison);
        await ReplayAsync(poison);
        await FailAsync(new Azure.RequestFailedException(503, "busy", "ServerBusy", null));
        var again = Poison();
        await MoveAsync(again);

        Assert.Null(await Letters.FindAsync(Id(again), CancellationToken.None));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("timed-out", true)]
    [InlineData("storage-failed 0", true)]
    [InlineData("storage-failed 503 ServerBusy", true)]
    [InlineData("storage-failed 429", true)]
    [InlineData("storage-failed 404 BlobNotFound", false)]
    [InlineData("storage-failed 412 UpdateConditionNotSatisfied", false)]
    [InlineData("failed FormatException", false)]
    [InlineData("nothing-to-send", false)]
    public void What_passes_is_told_from_what_stays(string? reason, bool isPassing) =>
        Assert.Equal(isPassing, FailureReason.IsPassing(reason));

    [Fact]
    public async Task Clicked_many_times_at_once_it_is_put_back_once()
    {
        await FailAsync(new FormatException());
        var poison = Poison();
        await MoveAsync(poison);

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => ReplayAsync(poison)));
        results = [.. results, await ReplayAsync(poison)];

        Assert.Single(results, result => result.Refusal is null);
        Assert.Equal("already-replayed", results[^1].Refusal);
        Assert.Equal(_message, Assert.Single((await Outbound.ReceiveMessagesAsync(32)).Value).Body.ToString());
        var letter = await FindAsync(poison);
        Assert.Equal((DeadLetterState.Replayed, 1, "agent-1"), (letter.State, letter.Replays, letter.By));
        Assert.DoesNotContain(await ListAsync(), found => found.Message == _message);
    }

    [Fact]
    public async Task A_replay_that_died_half_way_can_be_done_again_after_a_minute()
    {
        await FailAsync(new FormatException());
        var poison = Poison();
        await MoveAsync(poison);
        var waiting = (await Letters.FindAsync(Id(poison), CancellationToken.None))!;
        await Letters.TryClaimAsync(waiting, _clock.Now, CancellationToken.None);

        Assert.Equal("being-replayed", (await ReplayAsync(poison)).Refusal);
        _clock.Now = _clock.Now.AddMinutes(1);
        Assert.Null((await ReplayAsync(poison)).Refusal);

        Assert.Single((await Outbound.ReceiveMessagesAsync(32)).Value);
    }

    [Fact]
    public async Task One_that_fails_again_counts_its_replays_and_the_late_poison_message_of_the_first_changes_nothing()
    {
        await FailAsync(new FormatException());
        var first = Poison();
        await MoveAsync(first);
        await ReplayAsync(first);
        await FailAsync(new InvalidOperationException());
        var second = Poison();

        await MoveAsync(first);
        await MoveAsync(second);

        Assert.Equal(DeadLetterState.Replayed, (await FindAsync(first)).State);
        var letter = await FindAsync(second);
        Assert.Equal((DeadLetterState.Waiting, 1, "failed InvalidOperationException"), (letter.State, letter.Replays, letter.Reason));
    }

    [Fact]
    public async Task Many_are_put_back_by_their_reason()
    {
        var reason = $"reason-{Ids.Next()}";
        for (var i = 0; i < 5; i++)
        {
            await RejectAsync($"{_message} {i}", i < 3 ? reason : "other");
            await MovedAsync($"{_message} {i}");
        }

        var two = await Replay.ReplayAsync(new DeadLetterSelection(null, Queue, reason, 2), "agent-1", CancellationToken.None);
        var rest = await Replay.ReplayAsync(new DeadLetterSelection(null, Queue, reason, 500), "agent-1", CancellationToken.None);

        Assert.Equal((2, 0, 1, 0), (two.Replayed.Count, two.Left.Count, rest.Replayed.Count, rest.Left.Count));
        Assert.Equal(3, (await Outbound.ReceiveMessagesAsync(32)).Value.Length);
    }

    [Fact]
    public async Task A_discarded_one_stays_readable_and_is_not_put_back()
    {
        await FailAsync(new FormatException());
        var poison = Poison();
        await MoveAsync(poison);

        await Replay.DiscardAsync(Id(poison), "agent-1", "A test mail.", CancellationToken.None);

        var letter = await FindAsync(poison);
        Assert.Equal((DeadLetterState.Discarded, "A test mail.", "agent-1"), (letter.State, letter.Note, letter.By));
        Assert.Equal("already-discarded", (await ReplayAsync(poison)).Refusal);
        Assert.Empty((await Outbound.ReceiveMessagesAsync(32)).Value);
    }

    [Fact]
    public async Task The_newest_comes_first_and_those_that_wait_are_counted_up_to_a_limit()
    {
        var before = await Letters.CountWaitingAsync(Queue, int.MaxValue, CancellationToken.None);
        await RejectAsync(_message + " old", "old");
        var old = await MovedAsync(_message + " old");
        _clock.Now = _clock.Now.AddMinutes(1);
        await RejectAsync(_message + " young", "young");
        var young = await MovedAsync(_message + " young");

        var keys = (await ListAsync()).Select(letter => letter.Id).ToList();

        Assert.True(keys.IndexOf(young.Id) < keys.IndexOf(old.Id));
        Assert.Equal(before + 2, await Letters.CountWaitingAsync(Queue, int.MaxValue, CancellationToken.None));
        Assert.Equal(1, await Letters.CountWaitingAsync(Queue, 1, CancellationToken.None));
    }

    private Task FailAsync(Exception exception) =>
        Assert.ThrowsAsync(
            exception.GetType(),
            () =>
                _services
                    .GetRequiredService<QueueOutcomes>()
                    .RunAsync(Queue, _message, () => Task.FromException<Outcome>(exception), CancellationToken.None)
        );

    private Task RejectAsync(string message, string reason) =>
        _services
            .GetRequiredService<QueueOutcomes>()
            .RunAsync(Queue, message, () => Task.FromResult<Outcome>(new Outcome.Rejected(reason)), CancellationToken.None);

    private QueueMessage Poison(string? message = null) =>
        QueuesModelFactory.QueueMessage(Ids.Next().Value, "receipt", BinaryData.FromString(message ?? _message), 1, null, _clock.Now, null);

    private static DeadLetterId Id(QueueMessage poison) => DeadLetterId.Of(Queue, poison.InsertedOn!.Value, poison.MessageId);

    private Task MoveAsync(QueueMessage poison) =>
        _services.GetRequiredService<DeadLetterDrain>().MoveAsync(Queue, poison, CancellationToken.None);

    private async Task<DeadLetter> MovedAsync(string message)
    {
        var poison = Poison(message);
        await MoveAsync(poison);
        return await FindAsync(poison);
    }

    private async Task<DeadLetter> FindAsync(QueueMessage poison) => (await Letters.FindAsync(Id(poison), CancellationToken.None))!.Letter;

    private Task<DeadLetterResult> ReplayAsync(QueueMessage poison) => Replay.ReplayAsync(Id(poison), "agent-1", CancellationToken.None);

    private async Task<IReadOnlyList<DeadLetter>> ListAsync()
    {
        var all = new List<DeadLetter>();
        string? after = null;
        do
        {
            (var page, after) = await Letters.ListAsync(Queue, DeadLetterState.Waiting, 50, after, CancellationToken.None);
            all.AddRange(page.Select(stored => stored.Letter));
        } while (after is not null);

        return all;
    }
}
