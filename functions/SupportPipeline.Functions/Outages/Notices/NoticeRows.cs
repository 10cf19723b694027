using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace SupportPipeline.Outages.Notices;

/// <summary>
/// The rows of notices: <c>incident id</c> / <c>notice id</c>, and <c>active</c> / <c>notice id</c> for those that may have something to do. The rows of
/// slices: <c>attempt to freeze</c> / <c>number</c>, with a byte for each recipient.
/// </summary>
internal static class NoticeRows
{
    public const string ActivePartition = "active";

    public static TableEntity From(Notice notice) =>
        new(notice.IncidentId, notice.Id)
        {
            ["Kind"] = notice.Kind.ToString(),
            ["State"] = notice.State.ToString(),
            ["Audience"] = JsonSerializer.Serialize(notice.Audience, NoticeJson.Default.AudienceRule),
            ["Author"] = notice.Author,
            ["CreatedAt"] = notice.CreatedAt,
            ["ValidUntil"] = notice.ValidUntil,
            ["ContentHash"] = notice.ContentHash,
            ["TextHash"] = notice.TextHash,
            ["Frozen"] = notice.Frozen,
            ["FrozenAt"] = notice.FrozenAt,
            ["Count"] = notice.Count,
            ["Slices"] = notice.Slices,
            ["ApprovedBy"] = notice.ApprovedBy,
            ["ApprovedAt"] = notice.ApprovedAt,
            ["BreakGlass"] = notice.BreakGlass,
            ["SupersededBy"] = notice.SupersededBy,
            ["Reason"] = notice.Reason,
            ["StoppedAt"] = notice.StoppedAt,
            ["IgnoresBounces"] = notice.IgnoresBounces,
            ["EndedAt"] = notice.EndedAt,
        };

    public static Notice ToNotice(TableEntity row) =>
        new()
        {
            Id = row.RowKey,
            IncidentId = row.PartitionKey,
            Kind = Enum.Parse<NoticeKind>(row.GetString("Kind")),
            State = Enum.Parse<NoticeState>(row.GetString("State")),
            Audience = JsonSerializer.Deserialize(row.GetString("Audience"), NoticeJson.Default.AudienceRule)!,
            Author = row.GetString("Author"),
            CreatedAt = row.GetDateTimeOffset("CreatedAt") ?? default,
            ValidUntil = row.GetDateTimeOffset("ValidUntil") ?? default,
            ContentHash = row.GetString("ContentHash"),
            TextHash = row.GetString("TextHash"),
            Frozen = row.GetString("Frozen"),
            FrozenAt = row.GetDateTimeOffset("FrozenAt"),
            Count = row.GetInt32("Count") ?? 0,
            Slices = row.GetInt32("Slices") ?? 0,
            ApprovedBy = row.GetString("ApprovedBy"),
            ApprovedAt = row.GetDateTimeOffset("ApprovedAt"),
            BreakGlass = row.GetString("BreakGlass"),
            SupersededBy = row.GetString("SupersededBy"),
            Reason = row.GetString("Reason"),
            StoppedAt = row.GetDateTimeOffset("StoppedAt"),
            IgnoresBounces = row.GetBoolean("IgnoresBounces") ?? false,
            EndedAt = row.GetDateTimeOffset("EndedAt"),
        };

    public static TableEntity From(NoticeSlice slice, string frozen) =>
        new(frozen, SliceKey(slice.Number))
        {
            ["NoticeId"] = slice.NoticeId,
            ["Language"] = slice.Language,
            ["States"] = slice.States.Select(state => (byte)state).ToArray(),
            ["Reasons"] =
                slice.Reasons.Count == 0
                    ? null
                    : JsonSerializer.Serialize(slice.Reasons, NoticeJson.Default.IReadOnlyDictionaryInt32String),
            ["Attempt"] = slice.Attempt,
            ["ClaimedAt"] = slice.ClaimedAt,
            ["UnknownSince"] = slice.UnknownSince,
            ["Failures"] = slice.Failures,
            ["Part"] = slice.Part,
        };

    public static NoticeSlice ToSlice(TableEntity row) =>
        new()
        {
            NoticeId = row.GetString("NoticeId"),
            Number = int.Parse(row.RowKey, CultureInfo.InvariantCulture),
            Language = row.GetString("Language"),
            States = Array.ConvertAll(row.GetBinary("States"), state => (RecipientState)state),
            Reasons = row.GetString("Reasons") is { } reasons
                ? JsonSerializer.Deserialize(reasons, NoticeJson.Default.IReadOnlyDictionaryInt32String)!
                : new Dictionary<int, string>(),
            Attempt = row.GetInt32("Attempt") ?? 0,
            ClaimedAt = row.GetDateTimeOffset("ClaimedAt"),
            UnknownSince = row.GetDateTimeOffset("UnknownSince"),
            Failures = row.GetInt32("Failures") ?? 0,
            Part = row.GetInt32("Part") ?? 0,
        };

    public static string SliceKey(int number) => number.ToString("D6", CultureInfo.InvariantCulture);
}
