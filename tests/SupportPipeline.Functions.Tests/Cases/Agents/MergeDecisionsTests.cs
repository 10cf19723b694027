using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Playbook;
using SupportPipeline.Testing;

namespace SupportPipeline.Cases.Agents;

public sealed class MergeDecisionsTests : IDisposable
{
    private readonly ServiceProvider _services = Pipeline.Create();

    public void Dispose() => _services.Dispose();

    [Theory]
    [InlineData(CaseState.Open, CaseState.Open)]
    [InlineData(CaseState.Open, CaseState.Solved)]
    [InlineData(CaseState.Solved, CaseState.Open)]
    [InlineData(CaseState.Closed, CaseState.Closed)]
    [InlineData(CaseState.Held, CaseState.Open)]
    public void Joined_and_taken_out_again_both_cases_are_as_they_were(CaseState sourceState, CaseState targetState)
    {
        var source = Case("mia@example.org", 1, sourceState, urgency: 1);
        var target = Case("mia.work@example.org", 2, targetState, urgency: 3);

        var (joined, left) = Join(source, target);
        var (released, returned) = TakeOut(left, joined);

        Assert.Equal(Comparable(target.Case), Comparable(released.Case));
        Assert.Equal(Comparable(source.Case), Comparable(returned.Case));
        Assert.Equal(["merged-in", "unmerged"], released.Events.Select(entry => entry.Kind));
        Assert.Equal(["merged-into", "taken-out"], returned.Events.Select(entry => entry.Kind));
    }

    [Fact]
    public void Who_waits_there_waits_here_and_what_was_promised_there_is_kept_here()
    {
        var source = Case("mia@example.org", 1, CaseState.Open, urgency: 1, promised: Ids.Time.AddHours(2));
        var target = Case("tom@example.org", 2, CaseState.Solved, urgency: 3);

        var (joined, left) = Join(source, target);

        Assert.Equal((CaseState.Open, 1, source.Case.WaitingSince), (joined.Case.State, joined.Case.Urgency, joined.Case.WaitingSince));
        Assert.Equal(source.Case.FollowUps, joined.Case.FollowUps);
        Assert.Equal([.. target.Case.Participants, .. source.Case.Participants], joined.Case.Participants);
        Assert.Equal((CaseState.Closed, target.Case.Id, null), (left.Case.State, left.Case.MergedInto, left.Case.WaitingSince));
        Assert.Empty(left.Case.FollowUps);
    }

    [Fact]
    public void Of_two_promises_the_earlier_one_counts_and_the_later_one_comes_back()
    {
        var source = Case("mia@example.org", 1, CaseState.Open, promised: Ids.Time.AddHours(2));
        var target = Case("tom@example.org", 2, CaseState.Open, promised: Ids.Time.AddHours(9));

        var (joined, left) = Join(source, target);

        Assert.Equal([Ids.Time.AddHours(2)], Promises(joined));
        var (released, returned) = TakeOut(left, joined);
        Assert.Equal([Ids.Time.AddHours(9)], Promises(released));
        Assert.Equal([Ids.Time.AddHours(2)], Promises(returned));
        var (kept, _) = Join(target, source);
        Assert.Equal([Ids.Time.AddHours(2)], Promises(kept));
    }

    [Fact]
    public void What_was_changed_since_stays_changed()
    {
        var source = Case("mia@example.org", 1, CaseState.Open, urgency: 1);
        var target = Case("tom@example.org", 2, CaseState.Open, urgency: 3);
        var (joined, left) = Join(source, target);

        var answered = joined.With(its => its with { Urgency = 2, WaitingSince = null });
        var (released, _) = TakeOut(left, answered);

        Assert.Equal((2, null), (released.Case.Urgency, released.Case.WaitingSince));
    }

    [Fact]
    public void Two_that_were_joined_can_be_taken_out_in_any_order()
    {
        var one = Case("mia@example.org", 1, CaseState.Open, urgency: 1);
        var two = Case("mia@example.org", 2, CaseState.Open, urgency: 1);
        var target = Case("tom@example.org", 3, CaseState.Solved, urgency: 3);
        var (withOne, oneLeft) = Join(one, target);
        var (withBoth, twoLeft) = Join(two, withOne);

        var (withTwo, _) = TakeOut(oneLeft, withBoth, twoLeft);
        Assert.Contains(two.Case.Participants[0], withTwo.Case.Participants);
        Assert.Equal(1, withTwo.Case.Urgency);
        var (alone, _) = TakeOut(twoLeft, withTwo);

        Assert.Equal(Comparable(target.Case), Comparable(alone.Case));
    }

    [Fact]
    public void What_became_due_in_the_meantime_was_seen_to_where_it_was()
    {
        var source = Case("mia@example.org", 1, CaseState.Open, promised: Ids.Time.AddHours(2));
        var (_, left) = Join(source, Case("tom@example.org", 2, CaseState.Open));

        Assert.Empty(left.After(MergeDecisions.Return(left, null, WorkedCases.Anna(at: Ids.Time.AddHours(3)))).Case.FollowUps);
    }

    [Fact]
    public void Done_again_nothing_changes()
    {
        var source = Case("mia@example.org", 1, CaseState.Open);
        var (joined, left) = Join(source, Case("tom@example.org", 2, CaseState.Open));

        Assert.IsType<CaseDecision.Nothing>(MergeDecisions.Receive(joined, source.Case, null, WorkedCases.Anna()));
        Assert.IsType<CaseDecision.Nothing>(MergeDecisions.Leave(left, joined.Case.Id, null, WorkedCases.Anna()));
        var (released, returned) = TakeOut(left, joined);
        Assert.IsType<CaseDecision.Nothing>(MergeDecisions.Release(released, left.Case, [], null, WorkedCases.Anna()));
        Assert.IsType<CaseDecision.Nothing>(MergeDecisions.Return(returned, null, WorkedCases.Anna()));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        var source = Case("mia@example.org", 1, CaseState.Open);
        var (joined, left) = Join(source, Case("tom@example.org", 2, CaseState.Open));
        string Into(CaseHistory target) =>
            WorkedCases
                .Refusal(MergeDecisions.Receive(target, Case("a@example.org", 3, CaseState.Open).Case, null, WorkedCases.Anna()))
                .Reason;

        Assert.Equal("into-merged", Into(left));
        Assert.Equal("into-closed", Into(Case("b@example.org", 4, CaseState.Closed)));
        Assert.Equal("into-held", Into(Case("b@example.org", 4, CaseState.Held)));
        var full = joined.With(its => its with { Merged = [.. Enumerable.Repeat(its.Merged[0], MergeDecisions.MaxMerged)] });
        Assert.Equal("too-many-merged", Into(full));
        Assert.Equal("case-merged", WorkedCases.Refusal(MergeDecisions.Leave(left, Ids.Next(), null, WorkedCases.Anna())).Reason);
        Assert.Equal("case-has-merged", WorkedCases.Refusal(MergeDecisions.Leave(joined, Ids.Next(), null, WorkedCases.Anna())).Reason);
        Assert.Equal("case-merged", WorkedCases.Refusal(CaseDesk.Elsewhere(left)!).Reason);
    }

    private CaseHistory Case(string address, int number, CaseState state, int urgency = 3, DateTimeOffset? promised = null) =>
        WorkedCases
            .Opened(_services, address, number)
            .With(its =>
                its with
                {
                    State = state,
                    Urgency = urgency,
                    WaitingSince = state == CaseState.Open ? its.WaitingSince!.Value.AddMinutes(-number) : null,
                    ClosedAt = state == CaseState.Closed ? Ids.Time : null,
                    FollowUps =
                        promised is { } by ? [new(FollowUpKind.PromiseEscalation, by, its.Id.Value, "answer-promised")]
                        : state == CaseState.Solved
                            ? [new(FollowUpKind.ConfirmReminder, Ids.Time.AddDays(3), its.Id.Value, "playbook-schedule")]
                        : [],
                }
            );

    private static (CaseHistory Target, CaseHistory Source) Join(CaseHistory source, CaseHistory target) =>
        (
            target.After(MergeDecisions.Receive(target, source.Case, "same matter", WorkedCases.Anna())),
            source.After(MergeDecisions.Leave(source, target.Case.Id, "same matter", WorkedCases.Anna()))
        );

    private static (CaseHistory Target, CaseHistory Source) TakeOut(
        CaseHistory source,
        CaseHistory target,
        params CaseHistory[] remaining
    ) =>
        (
            target.After(MergeDecisions.Release(target, source.Case, [.. remaining.Select(other => other.Case)], null, WorkedCases.Anna())),
            source.After(MergeDecisions.Return(source, null, WorkedCases.Anna()))
        );

    private static List<DateTimeOffset> Promises(CaseHistory history) => [.. history.Case.FollowUps.Select(followUp => followUp.At)];

    /// <summary>The row as it is stored, without the count of changes.</summary>
    private static IEnumerable<(string, object?)> Comparable(CaseSnapshot snapshot) =>
        CaseRows
            .FromCase(snapshot with { Version = 0 })
            .Where(property => property.Value is not null)
            .Select(property => (property.Key, (object?)property.Value))
            .OrderBy(property => property.Key, StringComparer.Ordinal);
}
