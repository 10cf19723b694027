using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Testing;

namespace SupportPipeline.Cases.Agents;

public sealed class SplitDecisionsTests : IDisposable
{
    private static readonly CaseNumber Number = CaseNumber.FromSequence(8);

    private readonly ServiceProvider _services = Pipeline.Create();
    private readonly CaseHistory _case;

    public SplitDecisionsTests() =>
        _case = WorkedCases.Opened(_services).Writes(_services, Ids.Time.AddMinutes(5)).Writes(_services, Ids.Time.AddMinutes(9));

    public void Dispose() => _services.Dispose();

    [Fact]
    public void The_message_becomes_a_case_of_its_own_and_leaves_the_old_one()
    {
        var message = _case.Messages[1];

        var (opened, rest) = Split(_case, message);

        Assert.Equal(
            (message.Id, Number, 1, CaseState.Open),
            (opened.Case.Id, opened.Case.Number, opened.Case.MessageCount, opened.Case.State)
        );
        Assert.Equal(
            ("Blender stopped", _case.Case.Id, message.ReceivedAt),
            (opened.Case.Subject, opened.Case.LinkedCaseId, opened.Case.WaitingSince)
        );
        Assert.Equal([message.Id], opened.Messages.Select(one => one.Id));
        Assert.Equal([_case.Messages[0].Id, _case.Messages[2].Id], rest.Messages.Select(one => one.Id));
        Assert.Equal(
            (2, _case.Case.WaitingSince, message.Id),
            (rest.Case.MessageCount, rest.Case.WaitingSince, rest.Case.SplitOff[0].CaseId)
        );
        Assert.Equal(("split-off", "split"), (opened.Events[^1].Kind, rest.Events[^1].Kind));
    }

    [Fact]
    public void When_the_one_that_waited_leaves_the_next_one_waits()
    {
        var answered = _case.With(its => its with { WaitingSince = Ids.Time.AddMinutes(5) });

        var (_, rest) = Split(answered, answered.Messages[1]);
        var (_, none) = Split(rest, rest.Messages[1]);

        Assert.Equal(Ids.Time.AddMinutes(9), rest.Case.WaitingSince);
        Assert.Equal((null, Ids.Time), (none.Case.WaitingSince, none.Case.LastMessageAt));
    }

    [Fact]
    public void Its_drafts_come_along_under_the_new_number_and_its_promises_too()
    {
        var mark = _services.GetRequiredService<MarkActs>();
        var message = _case.Messages[2];
        var drafted = _case.After(mark.Mark(_case, new("solved"), WorkedCases.Anna("d")));
        var promised = drafted.With(its =>
            its with
            {
                FollowUps = [new(FollowUpKind.PromiseEscalation, Ids.Time.AddDays(1), message.Id.Value, "answer-promised")],
            }
        );

        var (opened, rest) = Split(promised, message);

        var draft = Assert.Single(opened.Replies).Reply;
        Assert.Equal(("confirm-solved-d", ReplyState.Drafted, message.Id), (draft.Id, draft.State, draft.CaseId));
        Assert.Contains(Number.ToString(), draft.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(_case.Case.Number.ToString(), draft.Subject + draft.Text + draft.Html, StringComparison.Ordinal);
        Assert.Equal(ReplyState.Suppressed, rest.Replies.Single(stored => stored.Reply.Id == "confirm-solved-d").Reply.State);
        Assert.Empty(rest.Case.FollowUps);
        Assert.Equal(["confirm-solved-d"], rest.Case.SplitOff[0].Replies.Where(id => id.StartsWith("confirm", StringComparison.Ordinal)));
        Assert.Equal(
            message
                .Plan.Steps.Where(step => step is { Kind: "follow-up", Result: "scheduled" })
                .Select(step => step.What)
                .Order(StringComparer.Ordinal),
            opened.Case.FollowUps.Select(followUp => KebabCase.NameOf(followUp.Kind)).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_message_that_left_cannot_leave_again()
    {
        var (_, rest) = Split(_case, _case.Messages[1]);

        Assert.IsType<CaseDecision.Nothing>(SplitDecisions.Leave(rest, _case.Messages[1].Id, null, WorkedCases.Anna()));
    }

    private static (CaseHistory Opened, CaseHistory Left) Split(CaseHistory history, CaseMessage message) =>
        (
            WorkedCases.After(null, SplitDecisions.Open(history, message, Number, "own matter", WorkedCases.Anna())),
            history.After(SplitDecisions.Leave(history, message.Id, "own matter", WorkedCases.Anna()))
        );
}
