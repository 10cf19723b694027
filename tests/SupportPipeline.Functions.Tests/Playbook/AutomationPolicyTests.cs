using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Playbook;

public sealed class AutomationPolicyTests
{
    private static readonly string[] Sent =
    [
        "acknowledgement",
        "anniversary-greeting",
        "birthday-greeting",
        "boundary",
        "cancellation-received",
        "closed-confirmed",
        "closed-silent",
        "confirm-reminder",
        "confirm-warning",
        "did-it-work",
        "fix-check",
        "holding-note",
        "incident-update",
        "outage-known",
        "outage-reported",
        "outage-resolved",
        "progress-note",
        "promise-late",
        "purchase-check-in",
        "refund-received",
        "reopened",
        "suggestion-received",
        "survey",
        "unsubscribed",
        "very-angry",
    ];

    private static readonly string[] OnlyByPeople = ["contact-ended", "holding-note-care", "our-mistake", "reach-out", "request-declined"];

    private static IEnumerable<string> Templates => ScenarioTable.Rows.SelectMany(row => row.Templates);

    [Fact]
    public void By_default_these_go_out_by_themselves_and_every_other_one_is_a_draft() =>
        Assert.All(
            Templates,
            template =>
                Assert.Equal(
                    Sent.Contains(template, StringComparer.Ordinal) ? Automation.Send : Automation.Draft,
                    AutomationPolicy.Of(template, Organisations.Usual)
                )
        );

    [Theory]
    [InlineData("acknowledgement", Automation.Off)]
    [InlineData("acknowledgement", Automation.Draft)]
    [InlineData("praise-thanks", Automation.Send)]
    [InlineData("contact-ended", Automation.Off)]
    public void The_organisations_word_counts(string template, Automation wanted)
    {
        var organisation = Organisations.Saying((template, wanted));

        AutomationPolicy.Check(organisation);
        Assert.Equal(wanted, AutomationPolicy.Of(template, organisation));
    }

    [Fact]
    public void Some_replies_only_a_person_sends() =>
        Assert.Equal(
            OnlyByPeople.Select(template => $"automation.{template}: only a person sends it; 'draft' or 'off' are possible."),
            Templates
                .Order(StringComparer.Ordinal)
                .Select(template => Record.Exception(() => AutomationPolicy.Check(Organisations.Saying((template, Automation.Send)))))
                .Where(exception => exception is not null)
                .Select(exception => Assert.IsType<FormatException>(exception).Message)
        );

    [Fact]
    public void A_template_that_does_not_exist_is_a_mistake() =>
        Assert.Equal(
            "automation: there is no template 'acknowledgment'.",
            Assert.Throws<FormatException>(() => AutomationPolicy.Check(Organisations.Saying(("acknowledgment", Automation.Off)))).Message
        );

    [Fact]
    public void A_topic_that_does_not_exist_is_a_mistake()
    {
        var organisation = new Organisation(Organisations.File with { Teams = [new() { Name = "money", Topics = ["bills"] }] });

        Assert.Equal(
            "teams.money.topics: 'bills' is not one of other, product-defect, billing, delivery, service-quality, account, availability.",
            Assert.Throws<FormatException>(() => AutomationPolicy.Check(organisation)).Message
        );
    }
}
