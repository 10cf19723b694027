using static SupportPipeline.Outages.Incidents.SampleIncidents;

namespace SupportPipeline.Outages.Incidents;

public sealed class IncidentRulesTests
{
    [Fact]
    public void An_incident_says_what_broke_how_badly_and_when_more_is_said()
    {
        var its = Declared(Broken(("checkout", "partial-outage"), ("search", "operational"))).Incident;

        Assert.Equal(
            (IncidentKind.Incident, IncidentState.Investigating, IncidentImpact.Major, 1, Now, Now.AddMinutes(30)),
            (its.Kind, its.State, its.Impact, its.Version, its.StartedAt, its.NextUpdateBy)
        );
        var update = Assert.Single(its.Updates);
        Assert.Equal(("ann@desk.example", true, "We are looking into it."), (update.By, update.Notifies, update.Texts["en"]));
        Assert.Equal([new ComponentChange("checkout", ComponentState.Operational, ComponentState.PartialOutage)], update.Changes);
    }

    [Theory]
    [InlineData("operational", IncidentImpact.None)]
    [InlineData("under-maintenance", IncidentImpact.None)]
    [InlineData("degraded-performance", IncidentImpact.Minor)]
    [InlineData("partial-outage", IncidentImpact.Major)]
    [InlineData("major-outage", IncidentImpact.Critical)]
    public void The_worst_component_says_how_bad_it_is(string state, IncidentImpact expected) =>
        Assert.Equal(expected, Declared(Broken(("checkout", state), ("search", "operational"))).Incident.Impact);

    [Fact]
    public void Staff_may_say_how_bad_it_is_and_leave_it_to_the_components_again()
    {
        var its = Declared(Broken(("checkout", "degraded-performance")) with { Impact = "critical" });
        var later = its.Then(Says(null, ("checkout", "partial-outage")));
        var computed = later.Then(Says(null) with { Impact = "computed" });

        Assert.Equal(
            [(IncidentImpact.Critical, true), (IncidentImpact.Critical, true), (IncidentImpact.Major, false)],
            new[] { its, later, computed }.Select(one => (one.Incident.Impact, one.Incident.IsImpactSaid))
        );
    }

    [Fact]
    public void What_was_bad_stays_as_bad_as_it_was_when_it_is_over()
    {
        var over = Declared(Broken(("checkout", "major-outage"))).Then(Says("resolved"), at: Now.AddHours(1)).Incident;

        Assert.Equal(
            (IncidentState.Resolved, IncidentImpact.Critical, Now.AddHours(1), false),
            (over.State, over.Impact, over.ResolvedAt, over.IsOpen)
        );
        Assert.Equal(ComponentState.Operational, over.Components["checkout"]);
        Assert.Equal([new ComponentChange("checkout", ComponentState.MajorOutage, ComponentState.Operational)], over.Updates[^1].Changes);
    }

    [Fact]
    public void A_component_is_left_as_staff_say_when_it_is_over()
    {
        var its = Declared(Broken(("checkout", "major-outage"), ("search", "partial-outage")));
        var decision = IncidentRules.Update(
            its,
            Says("resolved", ("search", "degraded-performance")),
            Act(),
            Situation([its.Incident]),
            Texts
        );

        var change = Assert.IsType<IncidentDecision.Apply>(decision).Change;
        Assert.Equal(
            [new LeftComponent("checkout", ComponentState.Operational), new("search", ComponentState.DegradedPerformance)],
            change.Left.OrderBy(left => left.ComponentId, StringComparer.Ordinal)
        );
    }

    [Fact]
    public void With_two_open_incidents_a_component_is_as_bad_as_the_worst_says_and_what_is_left_counts_when_one_is_over()
    {
        var slow = Declared(Broken(("checkout", "degraded-performance"))).Incident;
        var down = Declared(Broken(("checkout", "major-outage")), Situation([slow]));
        var third = Declared(Broken(("checkout", "partial-outage")), Situation([slow, down.Incident])).Incident;

        var over = down.Then(Says("resolved"), Situation([slow, down.Incident, third])).Incident;

        Assert.Equal(
            [new ComponentChange("checkout", ComponentState.DegradedPerformance, ComponentState.MajorOutage)],
            down.Incident.Updates[0].Changes
        );
        Assert.Empty(third.Updates[0].Changes);
        Assert.Equal([new ComponentChange("checkout", ComponentState.MajorOutage, ComponentState.PartialOutage)], over.Updates[^1].Changes);
        Assert.Equal(
            ComponentState.PartialOutage,
            ComponentStates.Seen(Situation([slow, over, third])).Single(one => one.Id == "checkout").State
        );
    }

    [Fact]
    public void The_old_state_of_a_component_is_the_one_it_really_had()
    {
        var its = Declared(
            Broken(("checkout", "major-outage")),
            Situation(null, ("checkout", ComponentState.DegradedPerformance))
        ).Incident;

        Assert.Equal(ComponentState.DegradedPerformance, Assert.Single(its.Updates[0].Changes).Old);
    }

    [Fact]
    public void What_is_over_begins_again_only_for_a_reason()
    {
        var over = Declared(Broken(("checkout", "major-outage"))).Then(Says("resolved"));
        var asked = Says("investigating", ("checkout", "partial-outage"));

        Assert.Equal((400, "reason-missing"), Refusal(IncidentRules.Update(over, asked, Act(), Situation(), Texts)));
        var again = over.Then(asked with { Reason = "It came back." }, Situation()).Incident;
        Assert.Equal((true, null, "It came back."), (again.IsOpen, again.ResolvedAt, again.Updates[^1].Reason));
        Assert.Equal(
            (409, "transition-refused"),
            Refusal(IncidentRules.Update(over, Says("resolved") with { Reason = "x" }, Act(), Situation(), Texts))
        );
    }

    [Fact]
    public void Customers_are_told_when_they_hear_more_or_staff_say_that_nothing_is_promised()
    {
        var its = Declared(Broken(("checkout", "major-outage")));

        Assert.Equal((400, "next-update-missing"), Refused(Broken() with { NextUpdateBy = default }));
        Assert.Equal((400, "next-update-invalid"), Refused(Broken() with { NextUpdateBy = Promise(TimeSpan.Zero) }));
        Assert.Equal((400, "next-update-invalid"), Refused(Broken() with { NextUpdateBy = Promise(TimeSpan.FromDays(8)) }));
        Assert.Null(Declared(Broken() with { NextUpdateBy = NoPromise }).Incident.NextUpdateBy);
        Assert.Equal(
            (400, "next-update-missing"),
            Refusal(IncidentRules.Update(its, Says(null) with { NextUpdateBy = default }, Act(), Situation(), Texts))
        );
        Assert.Equal(
            (400, "next-update-needless"),
            Refusal(
                IncidentRules.Update(
                    its,
                    Says("resolved") with
                    {
                        NextUpdateBy = Promise(TimeSpan.FromHours(1)),
                    },
                    Act(),
                    Situation(),
                    Texts
                )
            )
        );
    }

    [Fact]
    public void Words_nobody_knows_and_texts_with_gaps_are_refused()
    {
        Assert.Equal((400, "state-unknown"), Refused(Broken() with { State = "broken" }));
        Assert.Equal((400, "state-invalid"), Refused(Broken() with { State = "scheduled" }));
        Assert.Equal((400, "state-invalid"), Refused(Broken() with { State = "resolved" }));
        Assert.Equal((400, "impact-unknown"), Refused(Broken() with { Impact = "maintenance" }));
        Assert.Equal((400, "kind-unknown"), Refused(Broken() with { Kind = "party" }));
        Assert.Equal((400, "component-unknown"), Refused(Broken(("tea", "operational"))));
        Assert.Equal((400, "component-state-unknown"), Refused(Broken(("checkout", "tired"))));
        Assert.Equal((400, "started-at-invalid"), Refused(Broken() with { StartedAt = Now.AddMinutes(1) }));
        Assert.Equal((400, "schedule-needless"), Refused(Broken() with { ScheduledFor = Now.AddHours(1) }));
        Assert.Equal((400, "name-missing"), Refused(Broken() with { Names = null }));
        Assert.Equal((400, "text-too-long"), Refused(Broken() with { Names = Written(new string('n', 256)) }));
        Assert.Equal((400, "text-missing"), Refused(Broken() with { Texts = null }));
        Assert.Equal((400, "text-empty"), Refused(Broken() with { Texts = Written(" ") }));
        Assert.Equal((400, "text-too-long"), Refused(Broken() with { Texts = Written(new string('t', 25_001)) }));
        Assert.Equal((400, "gap-unfilled"), Refused(Broken() with { Texts = Written("News by [[nextUpdateBy]].") }));
        Assert.Equal((400, "gap-unfilled"), Refused(Broken() with { Names = Written("{{components}}") }));
        Assert.Equal(
            (400, "language-unknown"),
            Refused(Broken() with { Texts = new Dictionary<string, string?>(StringComparer.Ordinal) { ["tlh"] = "Qapla'" } })
        );
        Assert.Equal((400, "template-unknown"), Refused(Broken() with { Template = "panic" }));
    }

    [Fact]
    public void A_template_is_filled_in_every_language_that_nobody_wrote_in()
    {
        var its = Declared(
            new IncidentRequest
            {
                Template = "investigating",
                Texts = new Dictionary<string, string?>(StringComparer.Ordinal) { ["ru"] = "Разбираемся." },
                Components = Components(("checkout", "major-outage"), ("sign-in", "major-outage")),
                NextUpdateBy = Promise(TimeSpan.FromMinutes(30)),
            }
        ).Incident;

        Assert.Equal("Problems with Checkout and Sign-in", its.Names["en"]);
        Assert.Equal(4, its.Updates[0].Texts.Count);
        Assert.Equal("Разбираемся.", its.Updates[0].Texts["ru"]);
        Assert.Contains("10:00 on Friday 20 November (UTC)", its.Updates[0].Texts["en"], StringComparison.Ordinal);
        Assert.Equal((400, "template-incomplete"), Refused(new() { Template = "investigating", NextUpdateBy = NoPromise }));
    }

    [Fact]
    public void A_template_that_is_called_like_a_state_says_it_and_cannot_tell_of_another()
    {
        var its = Declared(Broken(("checkout", "major-outage")));
        var asked = new IncidentUpdateRequest { Template = "identified", NextUpdateBy = NoPromise };

        Assert.Equal(IncidentState.Identified, its.Then(asked).Incident.State);
        Assert.Equal(
            (400, "template-mismatch"),
            Refusal(IncidentRules.Update(its, asked with { State = "monitoring" }, Act(), Situation(), Texts))
        );
    }

    [Fact]
    public void An_update_that_rests_on_an_older_version_is_refused_with_what_is_new()
    {
        var its = Declared(Broken(("checkout", "major-outage"))).Then(Says("identified"));

        var refused = Assert.IsType<IncidentDecision.Refuse>(
            IncidentRules.Update(its, Says("monitoring"), Act(seen: 1), Situation(), Texts)
        );

        Assert.Equal((409, "incident-changed", 2), (refused.Status, refused.Reason, refused.More["version"]));
        Assert.Equal("identified", Assert.Single((List<IncidentUpdateDocument>)refused.More["updates"]!).State);
    }

    [Fact]
    public void The_same_request_again_changes_nothing_and_the_same_key_with_something_else_is_refused()
    {
        var act = Act(key: "k", hash: "one");
        var first = Declared(Broken(("checkout", "major-outage")));
        var its = After(IncidentRules.Update(first, Says("identified"), act, Situation(), Texts));

        // The version it rested on is old by now; that it was done counts.
        Assert.IsType<IncidentDecision.Nothing>(
            IncidentRules.Update(its, Says("identified"), act with { SeenVersion = 1 }, Situation(), Texts)
        );
        Assert.Equal(
            (409, "idempotency-key-reused"),
            Refusal(IncidentRules.Update(its, Says("monitoring"), act with { Hash = "two" }, Situation(), Texts))
        );
    }

    [Fact]
    public void A_correction_is_a_new_entry_and_the_wrong_one_stays()
    {
        var its = Declared(Broken(("checkout", "major-outage")));
        var wrong = its.Incident.Updates[0];

        var asked = new CorrectionRequest { Corrects = wrong.Id, Summaries = Written("Search works, and always did.") };
        var after = After(IncidentRules.Correct(its, asked, Act(at: Now.AddMinutes(5)), Situation([its.Incident]), Texts)).Incident;

        Assert.Equal(wrong, after.Updates[0]);
        var right = after.Updates[1];
        Assert.Equal((wrong.Id, its.Incident.State, wrong.NextUpdateBy), (right.Corrects, right.State, right.NextUpdateBy));
        Assert.Equal(["en"], right.Texts.Keys);
        Assert.Contains("Search works, and always did.", right.Texts["en"], StringComparison.Ordinal);
        Assert.Equal(its.Incident.Components, after.Components);
        Assert.Equal(
            (400, "update-unknown"),
            Refusal(IncidentRules.Correct(its, asked with { Corrects = "x" }, Act(), Situation(), Texts))
        );
    }

    [Fact]
    public void There_are_a_hundred_entries_at_most_and_one_more_that_ends_it()
    {
        var its = Declared(Broken(("checkout", "major-outage")));
        while (its.Incident.Updates.Count < IncidentRules.MaxUpdates)
        {
            its = its.Then(Says(null));
        }

        Assert.Equal((409, "updates-too-many"), Refusal(IncidentRules.Update(its, Says(null), Act(), Situation(), Texts)));
        Assert.Equal(101, its.Then(Says("resolved")).Incident.Updates.Count);
        Assert.Equal(
            its.Incident.Updates.Select(update => update.Id).Order(StringComparer.Ordinal),
            its.Incident.Updates.Select(update => update.Id)
        );
    }

    [Fact]
    public void A_clock_that_is_behind_changes_nothing_about_the_order()
    {
        var its = Declared(Broken(("checkout", "major-outage"))).Then(Says("identified"), at: Now.AddMinutes(-3)).Incident;

        Assert.Equal((Now, Now), (its.Updates[1].At, its.UpdatedAt));
        Assert.True(string.CompareOrdinal(its.Updates[0].Id, its.Updates[1].Id) < 0);
    }

    [Fact]
    public void What_was_learnt_is_a_draft_until_it_is_over_and_published()
    {
        var its = Declared(Broken(("checkout", "major-outage")));
        var asked = new PostMortemRequest(Written("A disk was full."));

        var drafted = After(PostMortemRules.Write(its, asked, Act(), Texts));
        Assert.Equal((null, "A disk was full."), (drafted.Incident.PostMortem, drafted.Draft["en"]));
        Assert.Equal((409, "incident-open"), Refusal(PostMortemRules.Write(drafted, asked with { Publish = true }, Act(), Texts)));

        var over = drafted.Then(Says("resolved"));
        var published = After(PostMortemRules.Write(over, asked with { Publish = true }, Act(), Texts));
        Assert.Equal("A disk was full.", published.Incident.PostMortem!.Texts["en"]);
        Assert.Empty(published.Draft);
        Assert.IsType<IncidentDecision.Nothing>(PostMortemRules.Write(published, asked with { Publish = true }, Act(), Texts));
    }

    private static (int Status, string Reason) Refused(IncidentRequest asked) =>
        Refusal(IncidentRules.Create("01m82c1jbfxnqnzxmrt1btfjxt", asked, Act(), Situation(), Texts));
}
