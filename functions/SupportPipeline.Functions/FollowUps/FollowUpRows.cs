using System.Globalization;
using Azure.Data.Tables;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.FollowUps;

/// <summary>
/// The rows of <see cref="StorageNames.FollowUpsTable"/>. One partition per hour in which something is due (and shard), rows in order of time:
/// a sweep reads what is due and nothing else, however much is scheduled.
/// </summary>
internal static class FollowUpRows
{
    private const string HourFormat = "yyyyMMddHH";

    public static TableEntity From(FollowUp followUp, int shards) =>
        new(Partition(followUp, shards), RowKey(followUp))
        {
            ["Kind"] = followUp.Kind.ToString(),
            ["Cause"] = followUp.Cause,
            ["CaseId"] = followUp.CaseId?.Value,
            ["CustomerId"] = followUp.CustomerId,
        };

    public static FollowUp To(TableEntity row) =>
        new(
            new(long.Parse(row.RowKey.AsSpan(0, 19), CultureInfo.InvariantCulture), TimeSpan.Zero),
            Enum.Parse<FollowUpKind>(row.GetString("Kind")),
            row.GetString("Cause"),
            row.GetString("CaseId") is { } caseId ? TimeOrderedId.Parse(caseId) : null,
            row.GetString("CustomerId")
        );

    public static string Partition(FollowUp followUp, int shards) => Partition(followUp.At, StableHash.Shard(followUp.Subject, shards));

    public static string Partition(DateTimeOffset at, int shard) => string.Create(CultureInfo.InvariantCulture, $"{Hour(at)}|{shard:D2}");

    /// <summary>The hour in which something is due, which is how partitions begin.</summary>
    public static string Hour(DateTimeOffset at) => at.UtcDateTime.ToString(HourFormat, CultureInfo.InvariantCulture);

    /// <summary>Where the rows of a moment begin.</summary>
    public static string RowKeyFrom(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);

    public static string RowKey(FollowUp followUp) => $"{RowKeyFrom(followUp.At)}|{followUp.Subject}|{followUp.Kind}|{followUp.Cause}";
}
