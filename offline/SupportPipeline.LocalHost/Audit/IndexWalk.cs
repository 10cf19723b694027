using System.Globalization;
using Azure.Data.Tables;
using SupportPipeline.DeadLetters;
using SupportPipeline.FollowUps;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>Walks the tables that lead to cases: lists and numbers, external message ids, and the send ledger.</summary>
internal static class IndexWalk
{
    // Beside the letters: why messages that are still tried have failed so far.
    private const string FailurePrefix = "failure|";

    /// <summary>Lists (<c>open|team|shard</c>, for example) and numbers (<c>number|block</c>); the other indexes have no rule yet.</summary>
    public static void ReadView(TableEntity row, Action<Fact> see)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.PartitionKey.StartsWith("number|", StringComparison.Ordinal))
        {
            see(new CaseNumbered(row.GetString("CaseId"), row.RowKey));
            see(new NumberTaken(row.RowKey, row.GetString("CaseId")));
        }
        else if (CaseLists.OfPartition(row.PartitionKey) is { } list)
        {
            var key = row.RowKey.Split('|');
            see(new CaseListed(key[2], list, $"{row.PartitionKey}/{row.RowKey}", LineOf(row, key[0])));
        }
    }

    /// <summary>A claim: the message, its case and what makes its delivery unique.</summary>
    public static void ReadThread(TableEntity row, Action<Fact> see)
    {
        ArgumentNullException.ThrowIfNull(row);
        var message = row.GetString("MessageId");
        see(new MessageClaimed(message, row.GetString("CaseId")));
        see(new DeliveryClaimed(row.PartitionKey, row.GetString("Delivery").Split('|')[^1], message));
    }

    /// <summary>The slots of the send ledger; everything else about customers has no rule yet.</summary>
    public static void ReadCustomer(TableEntity row, Action<Fact> see)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.PartitionKey.StartsWith("addr|", StringComparison.Ordinal) && row.RowKey.StartsWith("auto|", StringComparison.Ordinal))
        {
            see(new SlotTaken(row.GetString("CaseId"), row.GetString("ReplyId"), row.RowKey));
        }
    }

    /// <summary>What is scheduled for cases.</summary>
    public static void ReadFollowUp(TableEntity row, Action<Fact> see)
    {
        ArgumentNullException.ThrowIfNull(row);
        var followUp = FollowUpRows.To(row);
        if (followUp.CaseId is { } caseId)
        {
            see(new WakeUpScheduled(caseId.Value, followUp.Kind.ToString(), followUp.Cause));
        }
    }

    /// <summary>Dead letters: those that wait for a person, and those a person has put aside. What was put back is on its queue again, or done.</summary>
    public static void ReadDeadLetter(TableEntity row, Action<Fact> see)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.PartitionKey.StartsWith(FailurePrefix, StringComparison.Ordinal))
        {
            return;
        }

        var letter = DeadLetterRows.Read(row);
        if (letter.State == DeadLetterState.Waiting)
        {
            see(new DeadLetterWaits(row.PartitionKey + "/" + row.RowKey));
        }

        if (letter.State != DeadLetterState.Replayed)
        {
            see(LetterReading.Read(letter.Message, $"dead letter {letter.Id.Key}", letter.Id.Key, isDead: true));
        }
    }

    private static CaseLine LineOf(TableEntity row, string urgency) =>
        new(
            row.GetString("Number"),
            row.GetString("State"),
            int.Parse(urgency, CultureInfo.InvariantCulture),
            row.GetInt32("MessageCount") ?? 0,
            row.GetString("Subject") ?? "",
            row.GetString("CustomerAddress"),
            row.GetDateTimeOffset("LastMessageAt") ?? default
        );
}
