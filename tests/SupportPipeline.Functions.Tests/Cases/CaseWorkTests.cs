using Microsoft.Extensions.DependencyInjection;
using Moq;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Cases.Agents;
using SupportPipeline.FollowUps;
using SupportPipeline.Platform;
using SupportPipeline.Replies;
using SupportPipeline.Testing;

namespace SupportPipeline.Cases;

[Collection("Azurite")]
public sealed class CaseWorkTests : IAsyncLifetime
{
    private const string Kind = "Hello Mia,\n\nThank you for telling us. We will send you a new blender today.\n\nKind regards,\nAnna";

    private readonly Mock<IMailTransport> _transport = new(MockBehavior.Strict);
    private readonly FixedClock _clock = new();
    private readonly ServiceProvider _services;
    private readonly string _address = $"{Ids.Next()}@example.org";

    public CaseWorkTests(AzuriteFixture azurite) =>
        _services = Pipeline.Create(azurite.ConnectionString, _clock, services => services.AddSingleton(_transport.Object));

    private CaseWork Work => _services.GetRequiredService<CaseWork>();

    private CaseStore Store => _services.GetRequiredService<CaseStore>();

    public Task InitializeAsync() => _services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);

    public async Task DisposeAsync()
    {
        _transport.VerifyNoOtherCalls();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_slower_decides_again_from_what_the_faster_one_left()
    {
        var caseId = await OpenAsync();
        var seen = new List<int>();

        var result = await Work.ChangeAsync(
            caseId,
            history =>
            {
                seen.Add(history.Case.Version);
                if (seen.Count == 1)
                {
                    Change(caseId, other => CaseActs.Note(other, new("faster"), WorkedCases.Anna())).GetAwaiter().GetResult();
                }

                return CaseActs.Note(history, new("slower"), WorkedCases.Anna());
            },
            CancellationToken.None
        );

        Assert.Equal([1, 2], seen);
        Assert.Equal(3, Assert.IsType<CaseWorkResult.Changed>(result).Case.Version);
        Assert.Equal(["faster", "slower"], (await HistoryAsync(caseId)).Events.OrderBy(entry => entry.Version).Select(entry => entry.Note));
    }

    [Fact]
    public async Task Twelve_who_write_at_once_all_stand_there_each_with_a_version_of_its_own()
    {
        var caseId = await OpenAsync();

        await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(number => Change(caseId, history => CaseActs.Note(history, new($"note {number}"), WorkedCases.Anna())))
        );

        var history = await HistoryAsync(caseId);
        Assert.Equal(Enumerable.Range(2, 12), history.Events.Select(entry => entry.Version).Order());
        Assert.Equal(12, history.Events.Select(entry => entry.Note).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(13, history.Case.Version);
    }

    [Fact]
    public async Task The_same_act_five_times_at_once_is_one_act()
    {
        var caseId = await OpenAsync();

        var results = await Task.WhenAll(
            Enumerable
                .Range(0, 5)
                .Select(_ =>
                    Change(
                        caseId,
                        history =>
                            CaseDesk.Guard(history, WorkedCases.Anna("k")) ?? CaseActs.Note(history, new("once"), WorkedCases.Anna("k"))
                    )
                )
        );

        Assert.Single(results.OfType<CaseWorkResult.Changed>());
        Assert.Single((await HistoryAsync(caseId)).Events);
    }

    [Fact]
    public async Task Approved_by_four_at_once_it_is_sent_once()
    {
        Answers();
        var caseId = await OpenAsync();
        await Change(caseId, history => Acts.Write(history, new(Kind), WorkedCases.Anna("w")));

        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Change(caseId, history => Acts.Approve(history, "agent-w", new(), WorkedCases.Anna())))
        );

        Assert.Equal(ReplyState.Sent, (await ReplyAsync(caseId)).State);
        VerifySent(Times.Once());
    }

    [Fact]
    public async Task A_process_that_dies_right_after_the_commit_has_announced_the_reply_and_the_wake_ups()
    {
        Answers();
        var caseId = await OpenAsync();
        var by = _clock.Now.AddHours(3);
        await Change(caseId, history => Acts.Write(history, new(Kind, PromiseBy: by), WorkedCases.Anna("w", _clock.Now)));
        var history = await HistoryAsync(caseId);
        var approval = Assert.IsType<CaseDecision.Apply>(Acts.Approve(history, "agent-w", new(), WorkedCases.Anna(at: _clock.Now))).Change;

        await _services.GetRequiredService<CaseDispatch>().AnnounceAsync(approval, CancellationToken.None);
        Assert.IsType<CommitResult.Committed>(await Store.CommitAsync(approval, CancellationToken.None));

        Assert.Equal(ReplyState.Approved, (await ReplyAsync(caseId)).State);
        await DeliverAsync(caseId);
        await DeliverAsync(caseId);
        Assert.Equal(ReplyState.Sent, (await ReplyAsync(caseId)).State);
        var due = new List<FollowUp>();
        await foreach (
            var followUp in _services.GetRequiredService<FollowUpStore>().DueAsync(_clock.Now, by.AddMinutes(1), CancellationToken.None)
        )
        {
            due.Add(followUp.FollowUp);
        }

        Assert.Equal(
            ["PromiseEscalation", "PromiseReminder"],
            due.Where(followUp => followUp.CaseId == caseId && followUp.Cause == "agent-w")
                .Select(followUp => followUp.Kind.ToString())
                .Order(StringComparer.Ordinal)
        );
        VerifySent(Times.Once());
    }

    [Fact]
    public async Task An_announcement_whose_commit_never_came_finds_nothing_to_send()
    {
        var caseId = await OpenAsync();
        await Change(caseId, history => Acts.Write(history, new(Kind), WorkedCases.Anna("w")));

        await DeliverAsync(caseId);

        Assert.Equal(ReplyState.Drafted, (await ReplyAsync(caseId)).State);
    }

    [Fact]
    public async Task A_message_that_left_for_a_case_of_its_own_does_not_come_in_a_second_time()
    {
        var caseId = await OpenAsync();
        var before = (await HistoryAsync(caseId)).Writes(_services, _clock.Now);
        var joining = new CaseChange(before.Case, (await HistoryAsync(caseId)).Stored.ETag, (await HistoryAsync(caseId)).Case)
        {
            Message = before.Messages[1],
        };
        Assert.IsType<CommitResult.Committed>(await Store.CommitAsync(joining, CancellationToken.None));

        await Change(caseId, history => SplitDecisions.Leave(history, before.Messages[1].Id, null, WorkedCases.Anna()));

        var after = await HistoryAsync(caseId);
        Assert.Equal([caseId], after.Messages.Select(message => message.Id));
        var again = CaseChange.Of(after.Stored, after.Case) with { Message = before.Messages[1] };
        Assert.IsType<CommitResult.AlreadyRecorded>(await Store.CommitAsync(again, CancellationToken.None));
    }

    [Fact]
    public async Task A_case_that_was_joined_into_another_hands_over_new_messages_and_keeps_its_own()
    {
        var (source, target) = (await OpenAsync(), await OpenAsync());
        await Change(source, history => MergeDecisions.Leave(history, target, null, WorkedCases.Anna()));

        var forNew = await Store.LoadForAsync(source, Ids.Next(), CancellationToken.None);
        var forOwn = await Store.LoadForAsync(source, source, CancellationToken.None);

        Assert.Equal((target, source), (forNew!.Case.Id, forOwn!.Case.Id));
    }

    private ReplyActs Acts => _services.GetRequiredService<ReplyActs>();

    private async Task<TimeOrderedId> OpenAsync()
    {
        var opening = WorkedCases.Opening(_services, _address) with { Replies = [] };
        Assert.IsType<CommitResult.Committed>(await Store.CommitAsync(opening, CancellationToken.None));
        return opening.Case.Id;
    }

    private Task<CaseWorkResult> Change(TimeOrderedId caseId, Func<CaseHistory, CaseDecision> decide) =>
        Work.ChangeAsync(caseId, decide, CancellationToken.None);

    private async Task<CaseHistory> HistoryAsync(TimeOrderedId caseId) => (await Store.LoadHistoryAsync(caseId, CancellationToken.None))!;

    private async Task<Reply> ReplyAsync(TimeOrderedId caseId) =>
        (await HistoryAsync(caseId)).Replies.Single(stored => stored.Reply.Id == "agent-w").Reply;

    private Task DeliverAsync(TimeOrderedId caseId) =>
        ActivatorUtilities
            .CreateInstance<DeliverReply>(_services)
            .RunAsync(
                $$$"""{"name":"reply-due","version":1,"data":{"caseId":"{{{caseId}}}","replyId":"agent-w"}}""",
                CancellationToken.None
            );

    private void Answers() =>
        _transport
            .Setup(transport => transport.SendAsync(It.IsAny<OutgoingMail>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(new SendResult.Accepted("1"));

    private void VerifySent(Times times) =>
        _transport.Verify(
            transport =>
                transport.SendAsync(
                    It.Is<OutgoingMail>(mail => !mail.Headers.ContainsKey("Auto-Submitted") && mail.Headers.ContainsKey("In-Reply-To")),
                    It.IsAny<CancellationToken>()
                ),
            times
        );
}
