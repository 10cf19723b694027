using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Testing;

namespace SupportPipeline.Cases.Agents;

public sealed class ReplyActsTests : IDisposable
{
    private const string Kind =
        "Hello Mia,\n\nThank you for telling us. It is annoying when a blender stops after a week. We will send you a new one today.\n\nKind regards,\nAnna";

    private readonly ServiceProvider _services = Pipeline.Create();
    private readonly CaseHistory _case;

    public ReplyActsTests() => _case = WorkedCases.Opened(_services);

    private ReplyActs Acts => _services.GetRequiredService<ReplyActs>();

    public void Dispose() => _services.Dispose();

    [Fact]
    public void A_draft_goes_to_the_customer_in_answer_to_the_latest_message()
    {
        var again = _case.Writes(_services, Ids.Time.AddMinutes(10));

        var reply = Written(again, Kind).Reply;

        Assert.Equal((ReplyState.Drafted, "mia@example.org", "agent-reply"), (reply.State, reply.To.Value, reply.Scenario));
        Assert.Equal($"Re: Blender stopped [#{again.Case.Number}]", reply.Subject);
        Assert.Equal((again.Messages[1].Id, again.Messages[1].ExternalId), (reply.CauseId, reply.InReplyTo));
        Assert.Equal([again.Messages[0].ExternalId!], reply.References);
        Assert.Equal(("en", "anna@desk.example", false), (reply.Language, reply.WrittenBy, reply.IsAutomatic));
        Assert.StartsWith("<!DOCTYPE html><html lang=\"en\">", reply.Html, StringComparison.Ordinal);
        Assert.Contains("<p>Kind regards,<br>Anna</p>", reply.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_draft_written_twice_is_one_draft()
    {
        var written = _case.After(Acts.Write(_case, new(Kind), WorkedCases.Anna()));

        Assert.IsType<CaseDecision.Nothing>(Acts.Write(written, new(Kind), WorkedCases.Anna()));
        Assert.IsType<CaseDecision.Apply>(Acts.Write(written, new(Kind + "\n\nPS: sorry again"), WorkedCases.Anna()));
    }

    [Fact]
    public void Where_the_customers_language_is_unknown_the_agents_own_counts()
    {
        var unknown = _case.With(its => its with { Language = "und" });

        var reply = Written(
            unknown,
            "Здравствуйте, Мия!\n\nСпасибо, что написали нам. Мы сегодня же отправим вам новый блендер.\n\nС уважением, Анна"
        ).Reply;

        Assert.Equal("ru", reply.Language);
        Assert.StartsWith("<!DOCTYPE html><html lang=\"ru\">", reply.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Approved_it_is_on_its_way_and_nobody_waits_any_more()
    {
        var (draft, id) = Draft(Kind);

        var after = draft.After(Acts.Approve(draft, id, new(), WorkedCases.Anna()));

        Assert.Equal((ReplyState.Approved, "anna@desk.example"), (Reply(after, id).State, Reply(after, id).ApprovedBy));
        Assert.Equal((null, "anna@desk.example"), (after.Case.WaitingSince, after.Case.Assignee));
        Assert.Empty(after.Case.FollowUps);
        Assert.IsType<CaseDecision.Nothing>(Acts.Approve(after, id, new(), WorkedCases.Anna()));
    }

    [Fact]
    public void A_promise_in_it_is_watched_over_and_the_customer_still_waits()
    {
        var by = Ids.Time.AddDays(3);
        var written = _case.After(Acts.Write(_case, new(Kind, PromiseBy: by), WorkedCases.Anna("w")));

        var after = written.After(Acts.Approve(written, "agent-w", new(), WorkedCases.Anna())).Case;

        Assert.Equal(_case.Case.WaitingSince, after.WaitingSince);
        Assert.Equal(
            [(FollowUpKind.PromiseReminder, by.AddHours(-2)), (FollowUpKind.PromiseEscalation, by)],
            after.FollowUps.Select(followUp => (followUp.Kind, followUp.At))
        );
    }

    [Fact]
    public void What_the_courtesy_check_blocks_is_shown_and_has_to_be_confirmed()
    {
        var (draft, id) = Draft("Hello Mia,\n\nyou are an idiot and it is your own fault.\n\nAnna");

        var refused = Assert.IsType<CaseDecision.Refuse>(Acts.Approve(draft, id, new(), WorkedCases.Anna()));

        Assert.Equal((409, "courtesy-blocked"), (refused.Status, refused.Reason));
        Assert.Equal(Reply(draft, id).Text, refused.More["text"]);
        Assert.NotNull(refused.More["findings"]);
        var sent = draft.After(Acts.Approve(draft, id, new(ConfirmFindings: true), WorkedCases.Anna()));
        Assert.Equal(ReplyState.Approved, Reply(sent, id).State);
        Assert.Equal($"{id} findings-confirmed", sent.Events[^1].Evidence);
    }

    [Fact]
    public void A_text_with_gaps_never_goes_out()
    {
        var (draft, id) = Draft("Hello Mia,\n\nThank you. It costs [[price]], [[price]] in all, until [[day]].\n\nAnna");

        var refused = Assert.IsType<CaseDecision.Refuse>(Acts.Approve(draft, id, new(ConfirmFindings: true), WorkedCases.Anna()));

        Assert.Equal(("placeholder-left", "The text still has gaps; fill them first: price, day."), (refused.Reason, refused.Detail));
    }

    [Fact]
    public void A_draft_can_be_changed_and_thrown_away_and_what_is_on_its_way_cannot()
    {
        var (draft, id) = Draft(Kind);

        var changed = draft.After(Acts.Change(draft, id, new("Better", "New subject"), WorkedCases.Anna()));
        Assert.Equal(("Better", "New subject"), (Reply(changed, id).Text, Reply(changed, id).Subject));
        var discarded = changed.After(ReplyActs.Discard(changed, id, new("not needed"), WorkedCases.Anna()));
        Assert.Equal((ReplyState.Suppressed, "by-agent"), (Reply(discarded, id).State, Reply(discarded, id).Reason));
        Assert.IsType<CaseDecision.Nothing>(ReplyActs.Discard(discarded, id, new(), WorkedCases.Anna()));

        var approved = draft.After(Acts.Approve(draft, id, new(), WorkedCases.Anna()));
        Assert.Equal((409, "reply-not-draft"), WorkedCases.Refusal(Acts.Change(approved, id, new("x"), WorkedCases.Anna())));
        Assert.Equal((409, "reply-not-draft"), WorkedCases.Refusal(ReplyActs.Discard(approved, id, new(), WorkedCases.Anna())));
        Assert.Equal((409, "reply-not-draft"), WorkedCases.Refusal(Acts.Approve(discarded, id, new(), WorkedCases.Anna())));
        Assert.Equal((404, "reply-not-found"), WorkedCases.Refusal(Acts.Approve(draft, "x", new(), WorkedCases.Anna())));
    }

    [Fact]
    public void A_reply_that_the_mail_service_refused_is_tried_again_and_not_held_up_by_its_first_claim()
    {
        var (draft, id) = Draft(Kind);
        var returned = draft with
        {
            Replies =
            [
                .. draft.Replies.Select(stored => stored with { Reply = stored.Reply with { Reason = ReasonCode.RefusedByMailService } }),
            ],
        };

        Assert.Equal(1, Reply(returned.After(Acts.Approve(returned, id, new(), WorkedCases.Anna())), id).Attempts);
    }

    [Fact]
    public void What_cannot_be_a_reply_is_refused_with_the_reason()
    {
        Assert.Equal((400, "text-missing"), WorkedCases.Refusal(Acts.Write(_case, new(" \u0001"), WorkedCases.Anna())));
        Assert.Equal((400, "text-too-long"), WorkedCases.Refusal(Acts.Write(_case, new(new('x', 20_001)), WorkedCases.Anna())));
        Assert.Equal((400, "subject-invalid"), WorkedCases.Refusal(Acts.Write(_case, new("x", ""), WorkedCases.Anna())));
        Assert.Equal((400, "scenario-unknown"), WorkedCases.Refusal(Acts.Write(_case, new("x", Scenario: "y"), WorkedCases.Anna())));
        Assert.Equal((400, "promise-invalid"), WorkedCases.Refusal(Acts.Write(_case, new("x", PromiseBy: Ids.Time), WorkedCases.Anna())));
        Assert.Equal(
            (400, "promise-invalid"),
            WorkedCases.Refusal(Acts.Write(_case, new("x", PromiseBy: DateTimeOffset.MaxValue), WorkedCases.Anna()))
        );
        var nobody = _case.With(its => its with { CustomerAddress = null });
        Assert.Equal((409, "nobody-to-answer"), WorkedCases.Refusal(Acts.Write(nobody, new("x"), WorkedCases.Anna())));
    }

    private static Reply Reply(CaseHistory history, string id) => history.Replies.Single(stored => stored.Reply.Id == id).Reply;

    private (CaseHistory History, string Id) Draft(string text)
    {
        var history = _case.After(Acts.Write(_case, new(text), WorkedCases.Anna()));
        return (history, history.Replies[^1].Reply.Id);
    }

    private StoredReply Written(CaseHistory history, string text) =>
        history.After(Acts.Write(history, new(text), WorkedCases.Anna())).Replies[^1];
}
