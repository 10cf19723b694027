using Azure;
using SupportPipeline.Cases;
using SupportPipeline.Playbook;
using SupportPipeline.Testing;

namespace SupportPipeline.FollowUps;

/// <summary>Cases with readable defaults: open, a customer who waits, one thing due.</summary>
internal static class SolvedCases
{
    public static readonly DateTimeOffset Now = Ids.Time.AddDays(3);

    public static CaseSnapshot Case { get; } =
        new()
        {
            Id = Ids.Next(),
            Number = CaseNumber.FromSequence(7),
            Subject = "Blender",
            Urgency = 3,
            Team = "support",
            Language = "en",
            CustomerName = "Mia Jones",
            CustomerAddress = "mia@example.org",
            Participants = [],
            LastMessageAt = Ids.Time,
            WaitingSince = Ids.Time,
        };

    public static CaseSnapshot Solved { get; } = Case with { State = CaseState.Solved, SolvedAt = Ids.Time, WaitingSince = null };

    public static CaseFollowUp Due(FollowUpKind kind, DateTimeOffset? at = null, string? note = null) =>
        new(kind, at ?? Now, "cause", PlaybookReason.PlaybookSchedule, note);

    public static CaseHistory Of(CaseSnapshot snapshot, params TimelineEvent[] events) => new(new(snapshot, new ETag("x")), [], events, []);
}
