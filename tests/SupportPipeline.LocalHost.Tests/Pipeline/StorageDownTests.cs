using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

/// <summary>Storage that fails, at the front door and behind it.</summary>
public sealed class StorageDownTests(StorageDownTests.ImpatientDesk fixture)
    : PipelineTest(fixture),
        IClassFixture<StorageDownTests.ImpatientDesk>
{
    /// <summary>How often a storage client tries one request.</summary>
    private const int Attempts = 4;

    /// <summary>Putting the payload and putting the pointer.</summary>
    private const int FrontDoorRequests = 2;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task The_front_door_asks_to_try_again_and_nothing_is_lost(int after)
    {
        ExpectInLog("An email could not be stored; the sender was told to try again.");
        var maria = Customer($"maria.down.{after}@customer.example");
        var letter = maria.Letter();
        await Desk.FailStorageAsync(after, Attempts);

        using (var answer = await Desk.PostAsync(letter.ToPost().ToContent()))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter?.Delta);
            Assert.Equal("storage-unavailable", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reason").GetString());
        }

        await Desk.IdleAsync();
        Assert.Empty(await maria.CasesAsync());
        var opened = await maria.OpensAsync(letter);

        Assert.Equal("sent", opened.OnlyReply.State);
        Assert.Equal(opened.Id, (await maria.OnlyCaseAsync()).Id);
        await maria.OnlyMailAsync();
    }

    [Theory]
    [InlineData("payload is fetched", 0)]
    [InlineData("message is claimed", 1)]
    [InlineData("case is committed", 2)]
    public async Task A_failure_before_anything_was_sent_is_made_good(string step, int after)
    {
        ExpectInLog("ProcessMessage failed on the message");
        await TakeCaseNumbersAsync();
        var maria = Customer($"maria.steps.{after}@customer.example");
        await Desk.FailStorageAsync(FrontDoorRequests + after, Attempts);

        var opened = await maria.OpensAsync(maria.Letter() with { Subject = step });

        Assert.Equal((1, "sent", 0), (opened.MessageCount, opened.OnlyReply.State, opened.OnlyReply.Attempts));
        Assert.Equal(opened.Id, (await maria.OnlyCaseAsync()).Id);
        await maria.OnlyMailAsync();
        await AssertNoDeadLettersAsync();
    }

    // Behind the commit the list, the number and the reply are written side by side, so which of them is hit differs from run
    // to run; five times as many faults are enough that one of them runs out of attempts.
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_failure_behind_the_commit_never_sends_twice(int after)
    {
        ExpectInLog("ProcessMessage failed on the message");
        await TakeCaseNumbersAsync();
        var maria = Customer($"maria.behind.{after}@customer.example");
        await Desk.FailStorageAsync(FrontDoorRequests + after, Attempts * 5);

        var id = await maria.SendsAsync(maria.Letter());

        await AssertAtMostOneMailAsync(maria, id);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task A_lost_answer_of_storage_doubles_nothing(int after)
    {
        await TakeCaseNumbersAsync();
        var maria = Customer($"maria.lost.{after}@customer.example");
        if (after > 0)
        {
            await Desk.FailAsync(
                new
                {
                    target = "storage",
                    delay = "00:00:00",
                    count = after,
                }
            );
        }

        await Desk.FailAsync(new { target = "storage", dropAnswer = true });
        var id = await maria.SendsAsync(maria.Letter());

        await AssertAtMostOneMailAsync(maria, id);
    }

    /// <summary>The first case of a process takes a block of case numbers, which the others do not.</summary>
    private async Task TakeCaseNumbersAsync()
    {
        var robot = Customer("no-reply@earlier.example");
        await robot.SendsAsync(robot.Letter());
    }

    private async Task AssertAtMostOneMailAsync(Customer maria, string id)
    {
        var opened = await maria.OnlyCaseAsync();
        Assert.Equal(id, opened.OnlyMessage.Id);
        Assert.Equal(1, opened.MessageCount);
        var mails = await maria.MailsAsync();
        Assert.True(opened.OnlyReply.State is "sent" ? mails.Count == 1 : opened.OnlyReply.State is "unknown" && mails.Count <= 1);
        await AssertNoDeadLettersAsync();
    }

    private async Task AssertNoDeadLettersAsync()
    {
        var health = await Desk.Http.GetFromJsonAsync<JsonElement>("local/health");
        Assert.All(health.GetProperty("poison").EnumerateObject(), queue => Assert.Equal(0, queue.Value.GetInt32()));
    }

    /// <summary>The desk of these tests: without timers, so that every planned fault meets a request of the mail under test.</summary>
    public sealed class ImpatientDesk : SharedDesk
    {
        private protected override LocalHostOptions Configure(LocalHostOptions options) =>
            With(options, ("Replies:ClaimSeconds", "5")) with
            {
                FunctionTypes = LocalHostOptions.WithoutTimers,
            };
    }
}
