using SupportPipeline.Cases;
using SupportPipeline.Testing;
using static SupportPipeline.FollowUps.SolvedCases;

namespace SupportPipeline.FollowUps.Surveys;

public sealed class SurveyRulesTests
{
    private static readonly CaseSnapshot Confirmed = Case with { State = CaseState.Closed, IsConfirmed = true, WaitingSince = null };

    [Fact]
    public void Nothing_but_the_customers_own_word_leads_to_a_survey()
    {
        Assert.Equal("not-confirmed", Refuse(Case));
        Assert.Equal("not-confirmed", Refuse(Confirmed with { IsConfirmed = false }));
        Assert.Equal("not-confirmed", Refuse(Confirmed with { State = CaseState.Open }));
        Assert.Equal("case-is-held", Refuse(Confirmed with { State = CaseState.Held }));
        Assert.Equal("case-is-merged", Refuse(Confirmed with { MergedInto = Ids.Next() }));
        Assert.Equal("nobody-to-write-to", Refuse(Confirmed with { CustomerAddress = null }));
        Assert.Equal("only-automatic", Refuse(Confirmed));
    }

    [Fact]
    public void The_sample_is_always_the_same_and_about_as_large_as_wanted()
    {
        var ids = Enumerable.Range(0, 4_000).Select(_ => Ids.Next()).ToList();

        var drawn = ids.Count(id => SurveyRules.IsSampled(id, 0.25));

        Assert.InRange(drawn, 850, 1_150);
        Assert.All(ids, id => Assert.Equal(SurveyRules.IsSampled(id, 0.25), SurveyRules.IsSampled(id, 0.25)));
        Assert.All(ids, id => Assert.True(SurveyRules.IsSampled(id, 1)));
        Assert.All(ids, id => Assert.False(SurveyRules.IsSampled(id, 0)));
    }

    [Fact]
    public void A_bad_score_opens_the_case_for_a_supervisor_and_sends_nothing()
    {
        var change = Assert.IsType<CaseDecision.Apply>(Answer(Of(Confirmed), 2, "Slow.")).Change;

        Assert.Equal((CaseState.Open, "supervisor", Now), (change.Case.State, change.Case.EscalatedTo, change.Case.WaitingSince));
        var happening = Assert.Single(change.Events);
        Assert.Equal(
            ("survey-answered", "survey-detractor", "2", "Slow."),
            (happening.Kind, happening.Reason, happening.Evidence, happening.Note)
        );
        Assert.Empty(change.Replies);
    }

    [Fact]
    public void A_good_score_is_noted_and_the_same_again_is_nothing()
    {
        var first = Assert.IsType<CaseDecision.Apply>(Answer(Of(Confirmed), 5, "")).Change;
        var history = Of(Confirmed, [.. first.Events]);

        Assert.Equal(CaseState.Closed, first.Case.State);
        Assert.IsType<CaseDecision.Nothing>(Answer(history, 5, ""));
        Assert.IsType<CaseDecision.Apply>(Answer(history, 4, ""));
        Assert.Equal(
            409,
            Assert.IsType<CaseDecision.Refuse>(SurveyRules.Answer(history, 4, "", Now.AddDays(8), new SurveysOptions())).Status
        );
    }

    private static CaseDecision Answer(CaseHistory history, int score, string comment) =>
        SurveyRules.Answer(history, score, comment, Now, new SurveysOptions());

    private static string? Refuse(CaseSnapshot snapshot) => SurveyRules.Refuse(Of(snapshot), new CustomerStanding(), new SurveysOptions());
}
