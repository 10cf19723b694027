using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Intake;

public sealed class ColleagueForwardsTests
{
    private static readonly Organisation Desk = new(Organisations.File with { InternalDomains = ["desk.example"] });

    [Fact]
    public void A_mail_that_a_colleague_forwards_counts_as_the_customers()
    {
        var read = ColleagueForwards.Apply(Forwarded("tom@shop.desk.example"), Desk);

        Assert.Equal(("Мария Лебедева", "maria@customer.example"), (read.From!.Name, read.From.Address.Value));
        Assert.Equal("tom@shop.desk.example", read.ForwardedBy!.Address.Value);
        Assert.Equal(("Посылка", "Где моя посылка? Жду уже две недели.", "ru"), (read.Subject, read.OwnWords, read.Language));
    }

    [Theory]
    [InlineData("a stranger", "tom@elsewhere.example")]
    [InlineData("somebody whose domain only looks like ours", "tom@notdesk.example")]
    public void Whoever_else_forwards_speaks_for_himself(string who, string address)
    {
        var email = Forwarded(address);

        Assert.True(ReferenceEquals(email, ColleagueForwards.Apply(email, Desk)), who);
    }

    [Fact]
    public void A_colleagues_address_that_the_receiving_server_did_not_believe_moves_nothing()
    {
        var email = Forwarded("tom@desk.example") with
        {
            Authentication = MailAuthentication.Nothing with { Spf = AuthenticationVerdict.Fail },
        };

        Assert.Same(email, ColleagueForwards.Apply(email, Desk));
    }

    [Fact]
    public void A_colleagues_own_mail_passed_on_stays_ours()
    {
        var email = Forwarded("tom@desk.example");
        email = email with { Forwarded = email.Forwarded! with { SenderAddress = Emails.Address("ann@desk.example") } };

        Assert.Same(email, ColleagueForwards.Apply(email, Desk));
    }

    [Fact]
    public void Robots_forward_nothing()
    {
        var email = Forwarded("tom@desk.example") with
        {
            Automatic = new(AutomaticMailReason.AutoSubmitted, "Auto-Submitted", false, false),
        };

        Assert.Same(email, ColleagueForwards.Apply(email, Desk));
    }

    private static InboundEmail Forwarded(string by) =>
        Emails.From(by) with
        {
            Subject = "Fwd: Посылка",
            Forwarded = new(
                "Мария Лебедева",
                Emails.Address("maria@customer.example"),
                "Посылка",
                "20 ноября 2026 г.",
                "Где моя посылка? Жду уже две недели.",
                "Can you take this one, please?"
            ),
        };
}
