using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Cases;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Replies.Courtesy;
using SupportPipeline.Testing;
using SupportPipeline.Triage;

namespace SupportPipeline.Replies;

public sealed class ReplyWriterTests : IDisposable
{
    private readonly ServiceProvider _services = Pipeline.Create();

    public void Dispose() => _services.Dispose();

    [Fact]
    public void English()
    {
        var reply = Write(Emails.From("mia@example.org"));

        Assert.Equal($"Re: Blender stopped [#{Number}]", reply.Subject);
        Assert.Equal(
            $"""
            Hello Mia Jones,

            Thank you for writing to us. Your message about “Blender stopped” has arrived safely, and a person on our team will read it.

            You will hear from us by 09:00 on Saturday 21 November (UTC). If something changes, or you remember a detail that could help, just reply to this email: it reaches the people who look after your case.

            Your case number is {Number}. You only need it if you contact us some other way.

            Kind regards,
            Example Support

            """,
            reply.Text
        );
    }

    [Theory]
    [InlineData(
        "zh-Hans",
        "订单没有收到",
        "回复：订单没有收到",
        "Mia Jones，您好：",
        "您提到的“订单没有收到”，",
        "11月21日星期六 09:00（UTC）之前给您答复"
    )]
    [InlineData(
        "zh-Hant",
        "訂單沒有收到",
        "回覆：訂單沒有收到",
        "Mia Jones 您好：",
        "您提到的「訂單沒有收到」",
        "11月21日星期六 09:00（UTC）以前回覆您"
    )]
    [InlineData(
        "ru",
        "Не пришёл заказ",
        "Re: Не пришёл заказ",
        "Здравствуйте, Mia Jones!",
        "письмо «Не пришёл заказ» дошло",
        "не позднее 09:00 21 ноября (UTC)"
    )]
    public void Every_language_greets_repeats_the_matter_and_promises_a_time(
        string language,
        string matter,
        string subject,
        string greeting,
        string repeated,
        string promise
    )
    {
        var reply = Write(Emails.From("mia@example.org") with { Subject = matter, Language = language });

        Assert.Equal($"{subject} [#{Number}]", reply.Subject);
        Assert.Equal(language, reply.Language);
        Assert.StartsWith(greeting, reply.Text, StringComparison.Ordinal);
        Assert.Contains(repeated, reply.Text, StringComparison.Ordinal);
        Assert.Contains(promise, reply.Text, StringComparison.Ordinal);
        Assert.Contains(Number, reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Hello,\n", "We have received your message")]
    [InlineData("zh-Hans", "您好：\n", "您的来信我们收到了")]
    [InlineData("zh-Hant", "您好：\n", "您的來信已經收到")]
    [InlineData("ru", "Здравствуйте!\n", "Мы получили ваше письмо")]
    public void Without_name_subject_and_text_it_still_reads_well(string language, string greeting, string subject)
    {
        var email = Emails.From("mia@example.org", name: null) with { Subject = "", Text = "", OwnWords = "", Language = language };

        var reply = Write(email);

        Assert.Equal($"{subject} [#{Number}]", reply.Subject);
        Assert.StartsWith(greeting, reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("“”", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("「」", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("«»", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_is_not_ours_is_answered_in_the_desks() =>
        Assert.Equal("en", Write(Emails.From("mia@example.org") with { Language = "und" }).Language);

    [Fact]
    public void What_the_customer_wrote_cannot_become_markup_or_a_variable()
    {
        var reply = Write(Emails.From("mia@example.org") with { Subject = "<script>alert(1)</script> {{deskName}}" });

        Assert.DoesNotContain("<script>", reply.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; {{deskName}}", reply.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Threads_under_the_message_and_only_under_ids_that_can_stand_in_a_header()
    {
        var email = Emails.From("mia@example.org") with { ReferenceChain = ["a@b", "bad id@b", "<x>@y", new string('a', 300)] };

        var reply = Write(email);

        Assert.Equal("first@mail.example", reply.InReplyTo);
        Assert.Equal(["a@b"], reply.References);
        Assert.Null(Write(email with { MessageId = "bad\r\nBcc: x@y" }).InReplyTo);
    }

    [Fact]
    public void A_draft_says_in_double_brackets_what_only_a_person_knows()
    {
        var reply = Write(Emails.From("mia@example.org"), "our-mistake", "draft");

        Assert.Equal((ReplyState.Drafted, "template-incomplete"), (reply.State, reply.Reason));
        Assert.Contains("[[mistake]]", reply.Text, StringComparison.Ordinal);
        Assert.Contains("[[remedy]]", reply.Text, StringComparison.Ordinal);
        Assert.Contains("by [[remedyBy]]:", reply.Text, StringComparison.Ordinal);
        Assert.StartsWith(
            "Hello Mia Jones,\n\nThank you for bringing this to us: “Blender stopped”.",
            reply.Text,
            StringComparison.Ordinal
        );
        Assert.Equal($"Re: Blender stopped [#{Number}]", reply.Subject);
    }

    [Fact]
    public void What_was_to_be_sent_and_cannot_be_filled_becomes_a_draft()
    {
        var reply = Write(Emails.From("mia@example.org"), "outage-known");

        Assert.Equal((ReplyState.Drafted, "template-incomplete"), (reply.State, reply.Reason));
        Assert.Contains("[[incidentSummary]]", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_incident_fills_what_is_known_of_it()
    {
        var incident = new IncidentFacts("inc-7", "Sign-in", "A server is down; we are replacing it.", Ids.Time.AddHours(2));

        var reply = Write(Emails.From("mia@example.org"), "outage-known", incident: incident);

        Assert.Equal((ReplyState.Approved, "first-message"), (reply.State, reply.Reason));
        Assert.Contains("A server is down; we are replacing it.", reply.Text, StringComparison.Ordinal);
        Assert.Contains("11:00 on Friday 20 November (UTC)", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("[[", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_that_is_complete_keeps_the_reason_of_the_plan()
    {
        var reply = Write(Emails.From("mia@example.org"), "acknowledgement", "draft");

        Assert.Equal((ReplyState.Drafted, "first-message"), (reply.State, reply.Reason));
        Assert.DoesNotContain("[[", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "en")]
    [InlineData("ru", "ru")]
    [InlineData("zh-Hant", "zh-Hant")]
    [InlineData("de", "en")]
    [InlineData("und", "en")]
    public void The_customer_is_answered_in_his_language_or_in_the_organisations(string customers, string answered) =>
        Assert.Equal(answered, Write(Emails.From("mia@example.org") with { Language = customers }).Language);

    [Fact]
    public void A_language_the_organisation_does_not_answer_in_is_answered_in_its_default_one()
    {
        var organisation = new Organisation(Organisations.File with { Languages = ["en", "ru"], DefaultLanguage = "ru" });

        Assert.Equal("ru", Write(Emails.From("mia@example.org") with { Language = "zh-Hans" }, organisation: organisation).Language);
    }

    [Theory]
    [InlineData("en", "the helpline at 555-0100")]
    [InlineData("ru", "телефон доверия 555-0101")]
    public void The_helpline_is_that_of_the_language(string language, string helpline) =>
        Assert.Contains(
            helpline,
            Write(Emails.From("mia@example.org") with { Language = language }, "holding-note-care", "draft").Text,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(Topic.Billing, "Omar Haddad")]
    [InlineData(Topic.Other, "Maria Lind")]
    public void The_supervisor_is_the_one_of_the_topics_team(Topic topic, string supervisor) =>
        Assert.Contains(
            supervisor,
            Write(
                Emails.From("mia@example.org"),
                "reopened-supervisor",
                "draft",
                triage: Triages.Plain with
                {
                    Topic = Triages.Nothing(topic),
                }
            ).Text,
            StringComparison.Ordinal
        );

    [Fact]
    public void What_the_courtesy_check_blocks_waits_for_a_person_with_the_findings()
    {
        var incident = new IncidentFacts("inc-7", "Sign-in", "You should have read the manual.", Ids.Time.AddHours(2));

        var reply = Write(Emails.From("mia@example.org"), "outage-known", incident: incident);

        Assert.Equal((ReplyState.Drafted, "courtesy-blocked"), (reply.State, reply.Reason));
        Assert.Contains(reply.Findings, finding => finding.Severity == "block");
    }

    private static string Number => CaseNumber.FromSequence(7).ToString();

    private Reply Write(
        InboundEmail email,
        string template = "acknowledgement",
        string result = "send",
        IncidentFacts? incident = null,
        MessageTriage? triage = null,
        Organisation? organisation = null
    )
    {
        var step = new PlanStep(StepKind.Reply, template, result, "first-message", ScenarioTable.RowOfTemplate(template).Scenario);
        var understood = triage ?? Triages.Plain;
        var context = new ReplyContext
        {
            Message = AnsweredMessage.Of(email),
            To = email.From!,
            CaseId = email.Id,
            Number = CaseNumber.FromSequence(7),
            AnswerBy = Ids.Time.AddDays(1),
            Topic = TriageDocument.NameOf(understood.Topic),
            Mood = CustomerMoods.Of(understood),
            Incident = incident,
            Now = Ids.Time.AddSeconds(1),
        };
        var writer = new ReplyWriter(
            _services.GetRequiredService<TemplateCatalog>(),
            _services.GetRequiredService<CourtesyCheck>(),
            organisation ?? _services.GetRequiredService<Organisation>(),
            _services.GetRequiredService<Desk>()
        );
        return writer.Write(step, context);
    }
}
