using SupportPipeline.Intake;
using SupportPipeline.Testing;
using SupportPipeline.Triage;

namespace SupportPipeline.Playbook;

/// <summary>Builds what the playbook looks at, with readable defaults.</summary>
internal static class Facts
{
    /// <summary>An open case that was acknowledged an hour ago.</summary>
    public static CaseFacts Acknowledged { get; } =
        new()
        {
            MessageCount = 1,
            AutomaticReplies = 1,
            WaitingSince = Ids.Time.AddHours(-1),
            Moods = [0],
        };

    /// <summary>A first message.</summary>
    public static PlaybookFacts Opening(MessageTriage triage, string words = "") =>
        new()
        {
            Triage = triage,
            OwnWords = words,
            Sender = new Mailbox("Mia Jones", Emails.Address("mia@example.org")),
            OpensCase = true,
            ReceivedAt = Ids.Time,
            Organisation = Organisations.Usual,
        };

    /// <summary>A message in a case.</summary>
    public static PlaybookFacts Later(MessageTriage triage, CaseFacts? before = null) =>
        Opening(triage) with
        {
            OpensCase = false,
            Case = before ?? Acknowledged,
        };
}
