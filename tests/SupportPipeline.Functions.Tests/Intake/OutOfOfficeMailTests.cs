using SupportPipeline.Intake;

namespace SupportPipeline.Functions.Tests.Intake;

public sealed class OutOfOfficeMailTests
{
    public static TheoryData<string> Absences => new(AutomaticMailSamples.Absences.Keys);

    public static TheoryData<string> People => new(AutomaticMailSamples.People.Keys);

    [Theory]
    [MemberData(nameof(Absences))]
    public void Knows_the_absence_notices_of_the_common_mail_systems(string system)
    {
        // Absence notices usually have no return path; that makes no bounce of them.
        var finding = AutomaticMail.Detect(AutomaticMailSamples.Evidence(AutomaticMailSamples.Absences[system], envelopeFrom: ""));

        Assert.Equal((AutomaticMailReason.OutOfOffice, true, false), (finding?.Reason, finding?.IsOutOfOffice, finding?.IsBounce));
    }

    [Theory]
    [MemberData(nameof(People))]
    public void Leaves_the_mail_of_people_alone(string mailer)
    {
        Assert.Null(AutomaticMail.Detect(AutomaticMailSamples.Evidence(AutomaticMailSamples.People[mailer])));
    }

    [Fact]
    public void Tells_an_absence_even_when_another_reason_comes_first()
    {
        var finding = AutomaticMail.Detect(
            AutomaticMailSamples.Evidence("Subject: Automatic reply: hello\nX-Auto-Response-Suppress: All", from: "support@shop.example")
        );

        Assert.Equal((AutomaticMailReason.OwnAddress, true), (finding?.Reason, finding?.IsOutOfOffice));
    }

    [Fact]
    public void An_automatic_answer_without_a_word_of_absence_is_not_an_absence()
    {
        var finding = AutomaticMail.Detect(
            AutomaticMailSamples.Evidence("Subject: Ticket 12 received\nAuto-Submitted: auto-replied", envelopeFrom: "")
        );

        Assert.Equal((AutomaticMailReason.AutoSubmitted, false, false), (finding?.Reason, finding?.IsOutOfOffice, finding?.IsBounce));
    }

    [Theory]
    [InlineData(
        "From: Mail Delivery System <MAILER-DAEMON@mx.example>\nSubject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\nContent-Type: multipart/report; report-type=delivery-status; boundary=\"x\"",
        "delivery-report"
    )]
    [InlineData(
        "Subject: Delivery Status Notification (Failure)\nX-Failed-Recipients: gone@example.com\nAuto-Submitted: auto-replied",
        "failed-recipients"
    )]
    [InlineData("Subject: failure notice\nReturn-Path: <>", "null-envelope-sender")]
    public void Knows_bounces(string headers, string reason)
    {
        var finding = AutomaticMail.Detect(AutomaticMailSamples.Evidence(headers, envelopeFrom: ""));

        Assert.Equal((reason, false, true), (finding?.Reason, finding?.IsOutOfOffice, finding?.IsBounce));
    }
}
