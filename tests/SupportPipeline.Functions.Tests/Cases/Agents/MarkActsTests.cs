using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Playbook;
using SupportPipeline.Testing;

namespace SupportPipeline.Cases.Agents;

public sealed class MarkActsTests : IDisposable
{
    private static readonly Dictionary<string, string?> Solution = new(StringComparer.Ordinal)
    {
        ["solution"] = "We have sent you a new blender.",
        ["other"] = null,
    };

    private static readonly Dictionary<string, string?> Asked = new(StringComparer.Ordinal) { ["askedTeam"] = "our workshop" };

    private readonly ServiceProvider _services = Pipeline.Create();
    private readonly CaseHistory _case;

    public MarkActsTests() => _case = WorkedCases.Opened(_services);

    private MarkActs Acts => _services.GetRequiredService<MarkActs>();

    public void Dispose() => _services.Dispose();

    [Fact]
    public void Without_what_only_the_agent_knows_a_draft_with_a_gap_waits()
    {
        var after = _case.After(Acts.Mark(_case, new("solved", Note: "by phone"), WorkedCases.Anna("k")));

        var draft = after.Replies[^1].Reply;
        Assert.Equal(("confirm-solved-k", ReplyState.Drafted, "anna@desk.example"), (draft.Id, draft.State, draft.WrittenBy));
        Assert.Contains("[[solution]]", draft.Text, StringComparison.Ordinal);
        Assert.Equal(CaseState.Open, after.Case.State);
        Assert.Equal([("marked", "solved", "by phone")], after.Events.Select(entry => (entry.Kind, entry.Evidence!, entry.Note!)));
    }

    [Fact]
    public void To_be_sent_it_has_to_be_complete_and_the_answer_names_what_is_missing()
    {
        var refused = Assert.IsType<CaseDecision.Refuse>(Acts.Mark(_case, new("solved", Send: true), WorkedCases.Anna()));

        Assert.Equal(
            (409, "placeholder-left", "The text still has gaps; fill them first: solution."),
            (refused.Status, refused.Reason, refused.Detail)
        );
    }

    [Fact]
    public void Solved_and_sent_the_customer_is_asked_and_reminded()
    {
        var after = _case.After(Acts.Mark(_case, new("solved", Solution, Send: true), WorkedCases.Anna()));

        Assert.Equal((CaseState.Solved, null, Ids.Time.AddMinutes(30)), (after.Case.State, after.Case.WaitingSince, after.Case.SolvedAt));
        Assert.Equal(ReplyState.Approved, after.Replies[^1].Reply.State);
        Assert.Contains("We have sent you a new blender.", after.Replies[^1].Reply.Text, StringComparison.Ordinal);
        Assert.Contains(FollowUpKind.ConfirmReminder, after.Case.FollowUps.Select(followUp => followUp.Kind));
        Assert.Equal(["marked", "reply-approved"], after.Events.Select(entry => entry.Kind));
        Assert.Equal(
            (409, "already-solved"),
            WorkedCases.Refusal(Acts.Mark(after, new("solved", Solution, Send: true), WorkedCases.Anna()))
        );
    }

    [Fact]
    public void Pressed_twice_it_is_sent_once()
    {
        var once = _case.After(Acts.Mark(_case, new("not-known-yet", Asked, Send: true), WorkedCases.Anna()));

        Assert.IsType<CaseDecision.Nothing>(Acts.Mark(once, new("not-known-yet", Asked, Send: true), WorkedCases.Anna()));
    }

    [Fact]
    public void A_better_draft_takes_the_place_of_an_earlier_one()
    {
        var first = _case.After(Acts.Mark(_case, new("solved"), WorkedCases.Anna("one")));

        var second = first.After(Acts.Mark(first, new("solved", Solution), WorkedCases.Anna("two")));

        Assert.Equal(
            [("confirm-solved-one", ReplyState.Suppressed), ("confirm-solved-two", ReplyState.Drafted)],
            second
                .Replies.Select(stored => (stored.Reply.Id, stored.Reply.State))
                .Where(reply => reply.Id.StartsWith("confirm", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void An_answer_that_has_to_be_found_out_first_is_promised_and_watched_over()
    {
        var after = _case.After(Acts.Mark(_case, new("not-known-yet", Asked, Send: true), WorkedCases.Anna())).Case;

        Assert.Equal(
            [FollowUpKind.ProgressNote, FollowUpKind.PromiseReminder, FollowUpKind.PromiseEscalation],
            after.FollowUps.Select(followUp => followUp.Kind)
        );
        Assert.Equal(_case.Case.WaitingSince, after.WaitingSince);
    }

    [Fact]
    public void What_cannot_be_meant_is_refused_with_the_reason()
    {
        Dictionary<string, string?> Values(string value) => new(StringComparer.Ordinal) { ["solution"] = value };

        Assert.Equal((400, "mark-unknown"), WorkedCases.Refusal(Acts.Mark(_case, new("done"), WorkedCases.Anna())));
        Assert.Equal((400, "mark-unknown"), WorkedCases.Refusal(Acts.Mark(_case, new(), WorkedCases.Anna())));
        Assert.Equal(
            (400, "values-invalid"),
            WorkedCases.Refusal(Acts.Mark(_case, new("solved", Values(new('x', 20_001))), WorkedCases.Anna()))
        );
        Assert.Equal(
            (400, "text-too-long"),
            WorkedCases.Refusal(Acts.Mark(_case, new("solved", Values(new('x', 20_000))), WorkedCases.Anna()))
        );
        Assert.Equal(
            (400, "item-invalid"),
            WorkedCases.Refusal(Acts.Mark(_case, new("not-possible", Item: new('x', 501)), WorkedCases.Anna()))
        );
        var closed = _case.After(CaseActs.Close(_case, new("spam"), WorkedCases.Anna()));
        Assert.Equal((409, "case-closed"), WorkedCases.Refusal(Acts.Mark(closed, new("solved", Solution), WorkedCases.Anna())));
    }
}
