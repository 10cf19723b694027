using SupportPipeline.Intake;
using SupportPipeline.Testing;

namespace SupportPipeline.Playbook;

public sealed class AcknowledgementRuleTests
{
    private static readonly Mailbox Mia = new("Mia", Emails.Address("mia@example.org"));
    private static readonly AcknowledgementFacts Ordinary = new(null, Mia, OpensCase: true, 0, 5, IsEnabled: true);
    private static readonly AutomaticMailFinding Robot = new(AutomaticMailReason.All[0], "Precedence: bulk", false, false);

    public static TheoryData<string, bool, string, string?> Rows { get; } =
        new()
        {
            { "ordinary", true, "first-message", null },
            { "robot", false, AutomaticMailReason.All[0], "Precedence: bulk" },
            { "robot without sender", false, AutomaticMailReason.All[0], "Precedence: bulk" },
            { "no sender", false, "sender-unknown", null },
            { "later message", false, "case-already-acknowledged", null },
            { "switched off", false, "acknowledgements-off", null },
            { "cap reached", false, "case-cap-reached", null },
        };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Decides_with_a_reason(string situation, bool isSent, string reason, string? evidence)
    {
        var facts = situation switch
        {
            "robot" => Ordinary with { Automatic = Robot },
            "robot without sender" => Ordinary with { Automatic = Robot, Sender = null },
            "no sender" => Ordinary with { Sender = null },
            "later message" => Ordinary with { OpensCase = false },
            "switched off" => Ordinary with { IsEnabled = false },
            "cap reached" => Ordinary with { AutomaticRepliesInCase = 5 },
            _ => Ordinary,
        };

        Assert.Equal(new AcknowledgementDecision(isSent, reason, evidence), AcknowledgementRule.Decide(facts));
    }
}
