using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Intake;

public sealed class MailAuthenticationTests
{
    private static readonly EmailAddress From = Emails.Address("mia@shop.example.org");

    [Theory]
    [InlineData("pass", AuthenticationVerdict.Pass)]
    [InlineData(" Fail (sender is not allowed)", AuthenticationVerdict.Fail)]
    [InlineData("softfail", AuthenticationVerdict.SoftFail)]
    [InlineData("neutral", AuthenticationVerdict.Neutral)]
    [InlineData("none", AuthenticationVerdict.None)]
    [InlineData("temperror", AuthenticationVerdict.TempError)]
    [InlineData("permerror", AuthenticationVerdict.PermError)]
    [InlineData("perhaps", AuthenticationVerdict.Unknown)]
    [InlineData("", AuthenticationVerdict.Unknown)]
    [InlineData(null, AuthenticationVerdict.Unknown)]
    internal void Reads_the_verdict_of_spf(string? field, AuthenticationVerdict expected)
    {
        Assert.Equal(expected, MailAuthentication.Read(field, null, EmailHeaders.Empty, From, null).Spf);
    }

    [Theory]
    [InlineData("{@example.org : pass}", AuthenticationVerdict.Pass, "example.org", true)]
    [InlineData("{@Shop.Example.ORG : pass}", AuthenticationVerdict.Pass, "shop.example.org", true)]
    [InlineData("{@mail.shop.example.org:pass}", AuthenticationVerdict.Pass, "mail.shop.example.org", true)]
    [InlineData("{@sendgrid.net : pass, @example.org : fail}", AuthenticationVerdict.Pass, "sendgrid.net", false)]
    [InlineData("{@a.example : fail}{@example.org : pass}", AuthenticationVerdict.Pass, "example.org", true)]
    [InlineData("{@example.org : fail}", AuthenticationVerdict.Fail, "", false)]
    [InlineData("{\"@example.org\": \"pass\"}", AuthenticationVerdict.Pass, "example.org", true)]
    [InlineData("none", AuthenticationVerdict.None, "", false)]
    [InlineData("{@org : pass}", AuthenticationVerdict.Unknown, "", false)]
    [InlineData("{@notexample.org : pass}", AuthenticationVerdict.Pass, "notexample.org", false)]
    [InlineData("{}", AuthenticationVerdict.Unknown, "", false)]
    internal void Reads_the_signatures_and_compares_their_domains(
        string field,
        AuthenticationVerdict verdict,
        string domains,
        bool isAligned
    )
    {
        var read = MailAuthentication.Read(null, field, EmailHeaders.Empty, From, null);

        Assert.Equal((verdict, domains, isAligned), (read.Dkim, string.Join(' ', read.DkimDomains), read.IsDkimAligned));
        Assert.Equal(isAligned, read.IsAligned);
    }

    [Theory]
    [InlineData("pass", "bounce@example.org", true)]
    [InlineData("pass", "<b@mail.shop.example.org>", true)]
    [InlineData("pass", "b@mailer.example", false)]
    [InlineData("softfail", "bounce@example.org", false)]
    [InlineData("pass", "", false)]
    [InlineData("pass", null, false)]
    public void Spf_vouches_for_the_sender_only_when_the_envelope_is_of_the_same_organisation(string spf, string? envelope, bool isAligned)
    {
        var read = MailAuthentication.Read(spf, null, EmailHeaders.Empty, From, envelope);

        Assert.Equal((isAligned, isAligned), (read.IsSpfAligned, read.IsAligned));
    }

    [Theory]
    [InlineData("mx1.sendgrid.net; dkim=pass header.d=x.example; dmarc=pass (p=none) header.from=x.example", AuthenticationVerdict.Pass)]
    [InlineData("mx1.sendgrid.net 1; spf=pass; dmarc=fail", AuthenticationVerdict.Fail)]
    [InlineData("mx.elsewhere.example; dmarc=pass", AuthenticationVerdict.Unknown)]
    [InlineData("fakesendgrid.net; dmarc=pass", AuthenticationVerdict.Unknown)]
    [InlineData("mx1.sendgrid.net; dkim=pass", AuthenticationVerdict.Unknown)]
    [InlineData("mx1.sendgrid.net; dmarc=pass\nAuthentication-Results: mx2.sendgrid.net; dmarc=fail", AuthenticationVerdict.Fail)]
    internal void Reads_dmarc_from_the_receiving_side_alone(string header, AuthenticationVerdict expected)
    {
        var headers = EmailHeaders.Parse($"Authentication-Results: {header}\n");

        Assert.Equal(expected, MailAuthentication.Read(null, null, headers, From, null).Dmarc);
    }

    [Fact]
    public void Vouches_for_nobody_when_there_is_no_sender()
    {
        Assert.False(MailAuthentication.Read("pass", "{@example.org : pass}", EmailHeaders.Empty, null, "a@example.org").IsAligned);
    }
}
