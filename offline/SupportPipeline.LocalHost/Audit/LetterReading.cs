using System.Text.Json;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>Whom a queue message is about. Pure.</summary>
internal static class LetterReading
{
    /// <summary>Reads a queue message.</summary>
    /// <param name="text">The message, decoded.</param>
    /// <param name="where">The queue, or the list of dead letters.</param>
    /// <param name="id">The message's own id there.</param>
    /// <param name="isDead">Whether it was given up.</param>
    public static Fact Read(string text, string where, string id, bool isDead)
    {
        try
        {
            var envelope = JsonSerializer.Deserialize(text, QueueJson.Default.QueueEnvelope);
            switch (envelope?.Name)
            {
                case QueueMessageNames.MessageReceived when envelope.Data.Deserialize(QueueJson.Default.MessageReceived) is { } received:
                    return isDead ? new MessageDead(received.MessageId, where) : new MessageQueued(received.MessageId, where, Read: true);
                case QueueMessageNames.ReplyDue when envelope.Data.Deserialize(QueueJson.Default.ReplyDue) is { } due:
                    return isDead ? new ReplyDead(due.CaseId, due.ReplyId, where) : new ReplyQueued(due.CaseId, due.ReplyId, where);
                case QueueMessageNames.FollowUpDue
                    when envelope.Data.Deserialize(QueueJson.Default.FollowUpDue) is { CaseId: { } caseId } due:
                    return new WakeUpScheduled(caseId, due.Kind, due.Cause);
                default:
                    break;
            }
        }
        catch (JsonException)
        {
            // Whatever it is, it waits where a person can see it.
        }

        return isDead ? new UnknownDead($"{where}/{id}", where) : new OtherQueued($"{where}/{id}");
    }
}
