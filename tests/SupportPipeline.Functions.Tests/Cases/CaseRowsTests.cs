using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Testing;
using SupportPipeline.Triage;

namespace SupportPipeline.Cases;

public sealed class CaseRowsTests
{
    [Fact]
    public void A_case_survives_its_row()
    {
        var snapshot = new CaseSnapshot
        {
            Id = Ids.Next(),
            Number = CaseNumber.FromSequence(12),
            Subject = "Не работает 搅拌机",
            State = CaseState.Closed,
            Urgency = 2,
            Team = "support",
            Language = "ru",
            CustomerName = null,
            CustomerAddress = "mia@example.org",
            Participants = ["aa", "bb"],
            LastMessageAt = Ids.Time,
            MessageCount = 3,
            AutomaticReplies = 1,
            LinkedCaseId = Ids.Next(),
            Reopenings = 2,
            AbuseWarnings = 1,
            HasHoldingNote = true,
            IncidentId = "inc-1",
            WaitingSince = Ids.Time.AddHours(-3),
            Moods = [-0.25, 1],
        };

        var read = CaseRows.ToCase(CaseRows.FromCase(snapshot));

        Assert.Equal(snapshot with { Participants = read.Participants, Moods = read.Moods }, read);
        Assert.Equal(snapshot.Participants, read.Participants);
        Assert.Equal(snapshot.Moods, read.Moods);
    }

    [Fact]
    public void A_message_survives_its_row()
    {
        var message = new CaseMessage
        {
            Id = Ids.Next(),
            Channel = "email",
            FromName = "Mia",
            FromAddress = "mia@example.org",
            Subject = "Blender",
            Text = "text",
            OwnWords = "own",
            TextBlob = "x/text",
            Language = "en",
            ExternalId = "a@b",
            RawBlob = "raw",
            Attachments = [new("photo.jpg", "image/jpeg", 12, "x/1")],
            Decisions = [new("thread", "opened", ReasonCode.NoThreadFound, "evidence")],
            Triage = TriageDocument.Of(Triages.Unhappy()),
            TriagedText = "useless",
            Plan = new(
                "general",
                3,
                "steady",
                "support",
                Ids.Time.AddHours(8),
                [new("follow-up", "check-in", "scheduled", "playbook-schedule", "leaving-quietly", Ids.Time.AddDays(3), "words")]
            ),
        };

        var read = CaseRows.ToMessage(CaseRows.FromMessage(Ids.Next(), message));

        Assert.Equal(
            message with
            {
                Attachments = read.Attachments,
                Decisions = read.Decisions,
                Triage = read.Triage,
                Plan = read.Plan,
            },
            read
        );
        Assert.Equal(message.Attachments, read.Attachments);
        Assert.Equal(message.Decisions, read.Decisions);
        Assert.Equivalent(message.Triage, read.Triage, strict: true);
        Assert.Equivalent(message.Plan, read.Plan, strict: true);
    }

    [Fact]
    public void An_event_survives_its_row()
    {
        var happening = new TimelineEvent(
            "reply-sent:acknowledgement-1",
            Ids.Time,
            "reply-sent",
            ReasonCode.AcceptedByMailService,
            "evidence"
        );

        Assert.Equal(happening, CaseRows.ToEvent(CaseRows.FromEvent(Ids.Next(), happening)));
    }

    [Fact]
    public void A_reply_survives_its_row()
    {
        using var services = Pipeline.Create();
        var email = Emails.From("mia@example.org") with { ReferenceChain = ["a@b", "c@d"] };
        var received = new ReceivedEmail(email, new(email.OwnWords, Triages.Plain), "email", "raw", Array.Empty<StoredAttachment>(), null);
        var decision = services.GetRequiredService<MessageDecision>();
        var written = Assert.Single(
            decision.Open(received, new(null, ReasonCode.NoThreadFound), CaseNumber.FromSequence(7), Ids.Time).Replies
        );
        var reply = written with
        {
            Attempts = 2,
            ClaimedAt = Ids.Time,
            SentAt = Ids.Time,
            ProviderMessageId = "sg-1",
            Findings = [new("no-thanks", "warn", 3, 5, "words", "Say thanks.")],
        };

        var read = CaseRows.ToReply(CaseRows.FromReply(reply));

        Assert.Equal(reply with { References = read.References, Findings = read.Findings }, read);
        Assert.Equal(reply.Findings, read.Findings);
        Assert.Equal(["a@b", "c@d"], read.References);
        Assert.Equal(reply.Findings, read.Findings);
    }
}
