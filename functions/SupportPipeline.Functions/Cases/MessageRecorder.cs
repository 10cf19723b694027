using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.Cases;

/// <summary>Records a placed message in its case: keep what is large, decide, commit; again from the start when somebody else changed the case in between.</summary>
public sealed class MessageRecorder(
    InboundEmails emails,
    CaseStore cases,
    CaseNumberSequence numbers,
    MessageDecision decision,
    TimeProvider clock
)
{
    private const int MaxTries = 10;

    /// <summary>Records it.</summary>
    /// <exception cref="InvalidOperationException">The case kept changing; the queue message comes again.</exception>
    internal async Task<RecordedMessage> RecordAsync(
        FetchedEmail fetched,
        UnderstoodText understood,
        MessageReceived pointer,
        PlacedMessage.Placed placed,
        CancellationToken cancellationToken
    )
    {
        var (email, placement) = (fetched.Email, placed.Placement);
        var attachments = await emails.KeepAttachmentsAsync(fetched, cancellationToken);
        var textBlob = email.Text.Length > StoredText.MaxPropertyLength ? await emails.KeepLongTextAsync(email, cancellationToken) : null;
        var received = new ReceivedEmail(email, understood, pointer.Channel, pointer.RawBlob, attachments, textBlob)
        {
            Customer = placed.Customer,
        };
        var number = placement is Placement.New ? await numbers.NextAsync(cancellationToken) : default;
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            var change = placement switch
            {
                Placement.New opening => decision.Open(received, opening, number, clock.GetUtcNow()),
                Placement.Existing existing => decision.Join(received, existing, clock.GetUtcNow()),
                _ => throw new InvalidOperationException("A message can only be recorded once it is placed."),
            };
            switch (await cases.CommitAsync(change, cancellationToken))
            {
                case CommitResult.Committed committed:
                    return new(committed.Case, change.Before, committed.Replies, IsNew: true) { Plan = change.Message!.Plan };
                case CommitResult.AlreadyRecorded:
                    return await LoadRecordedAsync(change, cancellationToken);
                default:
                    var caseId = change.Case.Id;
                    var reloaded =
                        await cases.LoadForAsync(caseId, email.Id, cancellationToken)
                        ?? throw new InvalidOperationException($"Case {caseId} has gone.");
                    placement = ((Placement.Existing)placement) with { Found = reloaded };
                    break;
            }
        }

        throw new InvalidOperationException($"Case {(placement as Placement.Existing)?.Found.Case.Id} kept changing.");
    }

    private async Task<RecordedMessage> LoadRecordedAsync(CaseChange change, CancellationToken cancellationToken)
    {
        var history =
            await cases.LoadHistoryAsync(change.Case.Id, cancellationToken)
            ?? throw new InvalidOperationException($"Case {change.Case.Id} has gone.");
        var replies = history.Replies.Where(reply => reply.Reply.CauseId == change.Message!.Id).ToList();
        var recorded = history.Messages.FirstOrDefault(message => message.Id == change.Message!.Id);
        return new(history.Case, change.Before, replies, IsNew: false) { Plan = change.Message!.Plan, MadeVersion = recorded?.Version };
    }
}

/// <summary>A message that stands in its case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Before">The case before it; null when the message opened it.</param>
/// <param name="Replies">The replies it caused.</param>
/// <param name="IsNew">False when it stood there before and only its queue message came again.</param>
internal sealed record RecordedMessage(CaseSnapshot Case, CaseSnapshot? Before, IReadOnlyList<StoredReply> Replies, bool IsNew)
{
    /// <summary>What was decided about it.</summary>
    public required PlanDocument Plan { get; init; }

    /// <summary>The version of the case it made, for one that stood there before; null when it has moved to another case.</summary>
    public int? MadeVersion { get; init; }
}
