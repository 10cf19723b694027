using System.Globalization;
using Azure.Data.Tables;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>Walks the tables that lead to cases: lists and numbers, external message ids, and the send ledger.</summary>
internal static class IndexWalk
{
    /// <summary>Lists of open cases (<c>open|team|shard</c>) and numbers (<c>number|block</c>); other views are read as they are, without a rule.</summary>
    public static void ReadView(TableEntity row, Action<Fact> see)
    {
        ArgumentNullException.ThrowIfNull(row);
        switch (row.PartitionKey.Split('|'))
        {
            case ["number", _]:
                see(new CaseNumbered(row.GetString("CaseId"), row.RowKey));
                see(new NumberTaken(row.RowKey, row.GetString("CaseId")));
                break;
            case ["open", .. var team, _]:
                var key = row.RowKey.Split('|');
                see(new CaseListed(key[2], $"{row.PartitionKey}/{row.RowKey}", LineOf(row, string.Join('|', team), key[0])));
                break;
            default:
                break;
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

    private static CaseLine LineOf(TableEntity row, string team, string urgency) =>
        new(
            row.GetString("Number"),
            row.GetString("State"),
            team,
            int.Parse(urgency, CultureInfo.InvariantCulture),
            row.GetInt32("MessageCount") ?? 0,
            row.GetString("Subject") ?? "",
            row.GetString("CustomerAddress"),
            row.GetDateTimeOffset("LastMessageAt") ?? default
        );
}
