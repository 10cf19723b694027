using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>
/// The rows of a case's partition: <c>case</c>, <c>msg|id</c>, <c>evt|ticks|key</c>, <c>out|id</c>. Sorted by key, messages and events are in order of time.
/// </summary>
internal static class CaseRows
{
    public const string CaseKey = "case";
    public const string MessagePrefix = "msg|";
    public const string EventPrefix = "evt|";
    public const string ReplyPrefix = "out|";
    private const string MovedTo = "MovedTo";

    public static TableEntity FromCase(CaseSnapshot snapshot) =>
        new(snapshot.Id.Value, CaseKey)
        {
            ["Number"] = snapshot.Number.Digits,
            ["Subject"] = snapshot.Subject,
            ["State"] = snapshot.State.ToString(),
            ["Urgency"] = snapshot.Urgency,
            ["Team"] = snapshot.Team,
            ["Language"] = snapshot.Language,
            ["CustomerName"] = snapshot.CustomerName,
            ["CustomerAddress"] = snapshot.CustomerAddress,
            ["Participants"] = string.Join(' ', snapshot.Participants),
            ["LastMessageAt"] = snapshot.LastMessageAt,
            ["MessageCount"] = snapshot.MessageCount,
            ["AutomaticReplies"] = snapshot.AutomaticReplies,
            ["LinkedCaseId"] = snapshot.LinkedCaseId?.Value,
            ["Reopenings"] = snapshot.Reopenings,
            ["AbuseWarnings"] = snapshot.AbuseWarnings,
            ["HasHoldingNote"] = snapshot.HasHoldingNote,
            ["IncidentId"] = snapshot.IncidentId,
            ["WaitingSince"] = snapshot.WaitingSince,
            ["Moods"] = string.Join(' ', snapshot.Moods.Select(mood => mood.ToString(CultureInfo.InvariantCulture))),
            ["Version"] = snapshot.Version,
            ["CustomerId"] = snapshot.CustomerId,
            ["Assignee"] = snapshot.Assignee,
            ["EscalatedTo"] = snapshot.EscalatedTo,
            ["HeldReason"] = snapshot.HeldReason,
            ["SolvedAt"] = snapshot.SolvedAt,
            ["ClosedAt"] = snapshot.ClosedAt,
            ["IsConfirmed"] = snapshot.IsConfirmed,
            ["AutomaticReopenings"] = snapshot.AutomaticReopenings,
            ["FollowUps"] = Json(snapshot.FollowUps, CaseJson.Default.IReadOnlyListCaseFollowUp),
            ["MergedInto"] = snapshot.MergedInto?.Value,
            ["Merged"] = Json(snapshot.Merged, CaseJson.Default.IReadOnlyListMergedCase),
            ["SetAside"] = snapshot.SetAside is { } aside ? JsonSerializer.Serialize(aside, CaseJson.Default.SetAside) : null,
            ["SplitOff"] = Json(snapshot.SplitOff, CaseJson.Default.IReadOnlyListSplitCase),
        };

    public static CaseSnapshot ToCase(TableEntity row) =>
        new()
        {
            Id = TimeOrderedId.Parse(row.PartitionKey),
            Number = CaseNumber.TryParse(row.GetString("Number"), out var number)
                ? number
                : throw new FormatException("A case has no valid number."),
            Subject = row.GetString("Subject") ?? "",
            State = Enum.Parse<CaseState>(row.GetString("State")),
            Urgency = row.GetInt32("Urgency") ?? 3,
            Team = row.GetString("Team"),
            Language = row.GetString("Language"),
            CustomerName = row.GetString("CustomerName"),
            CustomerAddress = row.GetString("CustomerAddress"),
            Participants = (row.GetString("Participants") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            LastMessageAt = row.GetDateTimeOffset("LastMessageAt") ?? default,
            MessageCount = row.GetInt32("MessageCount") ?? 0,
            AutomaticReplies = row.GetInt32("AutomaticReplies") ?? 0,
            LinkedCaseId = row.GetString("LinkedCaseId") is { } linked ? TimeOrderedId.Parse(linked) : null,
            Reopenings = row.GetInt32("Reopenings") ?? 0,
            AbuseWarnings = row.GetInt32("AbuseWarnings") ?? 0,
            HasHoldingNote = row.GetBoolean("HasHoldingNote") ?? false,
            IncidentId = row.GetString("IncidentId"),
            WaitingSince = row.GetDateTimeOffset("WaitingSince"),
            Moods =
            [
                .. (row.GetString("Moods") ?? "")
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(mood => double.Parse(mood, CultureInfo.InvariantCulture)),
            ],
            Version = row.GetInt32("Version") ?? 1,
            CustomerId = row.GetString("CustomerId"),
            Assignee = row.GetString("Assignee"),
            EscalatedTo = row.GetString("EscalatedTo"),
            HeldReason = row.GetString("HeldReason"),
            SolvedAt = row.GetDateTimeOffset("SolvedAt"),
            ClosedAt = row.GetDateTimeOffset("ClosedAt"),
            IsConfirmed = row.GetBoolean("IsConfirmed") ?? false,
            AutomaticReopenings = row.GetInt32("AutomaticReopenings") ?? 0,
            FollowUps = List(row, "FollowUps", CaseJson.Default.IReadOnlyListCaseFollowUp),
            MergedInto = row.GetString("MergedInto") is { } into ? TimeOrderedId.Parse(into) : null,
            Merged = List(row, "Merged", CaseJson.Default.IReadOnlyListMergedCase),
            SetAside = row.GetString("SetAside") is { } aside ? JsonSerializer.Deserialize(aside, CaseJson.Default.SetAside) : null,
            SplitOff = List(row, "SplitOff", CaseJson.Default.IReadOnlyListSplitCase),
        };

    public static TableEntity FromMessage(TimeOrderedId caseId, CaseMessage message) =>
        new(caseId.Value, MessagePrefix + message.Id)
        {
            ["Channel"] = message.Channel,
            ["FromName"] = message.FromName,
            ["FromAddress"] = message.FromAddress,
            ["Subject"] = message.Subject,
            ["Text"] = message.Text,
            ["OwnWords"] = message.OwnWords,
            ["TextBlob"] = message.TextBlob,
            ["Language"] = message.Language,
            ["ExternalId"] = message.ExternalId,
            ["RawBlob"] = message.RawBlob,
            ["Attachments"] = Json(message.Attachments, CaseJson.Default.IReadOnlyListStoredAttachment),
            ["Decisions"] = JsonSerializer.Serialize(message.Decisions, CaseJson.Default.IReadOnlyListDecision),
            ["Triage"] = JsonSerializer.Serialize(message.Triage, CaseJson.Default.TriageDocument),
            ["TriagedText"] = message.TriagedText,
            ["Plan"] = JsonSerializer.Serialize(message.Plan, CaseJson.Default.PlanDocument),
            ["IsAutomatic"] = message.IsAutomatic,
            ["Version"] = message.Version,
        };

    /// <summary>What stays of a message that became a case of its own.</summary>
    public static TableEntity FromMovedMessage(TimeOrderedId caseId, TimeOrderedId messageId) =>
        new(caseId.Value, MessagePrefix + messageId) { [MovedTo] = messageId.Value };

    /// <summary>Whether the row is only the mark of a message that left.</summary>
    public static bool IsMoved(TableEntity row) => row.ContainsKey(MovedTo);

    public static CaseMessage ToMessage(TableEntity row) =>
        new()
        {
            Id = TimeOrderedId.Parse(row.RowKey[MessagePrefix.Length..]),
            Channel = row.GetString("Channel"),
            FromName = row.GetString("FromName"),
            FromAddress = row.GetString("FromAddress"),
            Subject = row.GetString("Subject") ?? "",
            Text = row.GetString("Text") ?? "",
            OwnWords = row.GetString("OwnWords") ?? "",
            TextBlob = row.GetString("TextBlob"),
            Language = row.GetString("Language"),
            ExternalId = row.GetString("ExternalId"),
            RawBlob = row.GetString("RawBlob"),
            Attachments = List(row, "Attachments", CaseJson.Default.IReadOnlyListStoredAttachment),
            Decisions = JsonSerializer.Deserialize(row.GetString("Decisions"), CaseJson.Default.IReadOnlyListDecision)!,
            Triage = JsonSerializer.Deserialize(row.GetString("Triage"), CaseJson.Default.TriageDocument)!,
            TriagedText = row.GetString("TriagedText") ?? "",
            Plan = JsonSerializer.Deserialize(row.GetString("Plan"), CaseJson.Default.PlanDocument)!,
            IsAutomatic = row.GetBoolean("IsAutomatic") ?? false,
            Version = row.GetInt32("Version") ?? 1,
        };

    public static TableEntity FromEvent(TimeOrderedId caseId, TimelineEvent happening) =>
        new(caseId.Value, string.Create(CultureInfo.InvariantCulture, $"{EventPrefix}{happening.At.UtcTicks:D19}|{happening.Key}"))
        {
            ["Kind"] = happening.Kind,
            ["Reason"] = happening.Reason,
            ["Evidence"] = happening.Evidence,
            ["By"] = happening.By,
            ["Note"] = happening.Note,
            ["Version"] = happening.Version,
        };

    public static TimelineEvent ToEvent(TableEntity row)
    {
        var parts = row.RowKey.Split('|', 3);
        return new(
            parts[2],
            new(long.Parse(parts[1], CultureInfo.InvariantCulture), TimeSpan.Zero),
            row.GetString("Kind"),
            row.GetString("Reason"),
            row.GetString("Evidence"),
            row.GetString("By"),
            row.GetString("Note")
        )
        {
            Version = row.GetInt32("Version") ?? 0,
        };
    }

    public static TableEntity FromReply(Reply reply) => DeliveryFates.Write(FromReplyItself(reply), reply.Fate);

    public static Reply ToReply(TableEntity row) => DeliveryFates.Apply(ToReplyItself(row), DeliveryFates.Read(row));

    private static TableEntity FromReplyItself(Reply reply) =>
        new(reply.CaseId.Value, ReplyPrefix + reply.Id)
        {
            ["Scenario"] = reply.Scenario,
            ["State"] = reply.State.ToString(),
            ["To"] = reply.To.Value,
            ["ToName"] = reply.ToName,
            ["Subject"] = reply.Subject,
            ["Text"] = reply.Text,
            ["Html"] = reply.Html,
            ["Language"] = reply.Language,
            ["CauseId"] = reply.CauseId.Value,
            ["InReplyTo"] = reply.InReplyTo,
            ["References"] = string.Join(' ', reply.References),
            ["CreatedAt"] = reply.CreatedAt,
            ["Attempts"] = reply.Attempts,
            ["ClaimedAt"] = reply.ClaimedAt,
            ["SentAt"] = reply.SentAt,
            ["UnknownSince"] = reply.UnknownSince,
            ["ProviderMessageId"] = reply.ProviderMessageId,
            ["Reason"] = reply.Reason,
            ["Findings"] = Json(reply.Findings, CaseJson.Default.IReadOnlyListCourtesyFindingDocument),
            ["WrittenBy"] = reply.WrittenBy,
            ["ApprovedBy"] = reply.ApprovedBy,
            ["PromisedBy"] = reply.PromisedBy,
        };

    private static Reply ToReplyItself(TableEntity row) =>
        new()
        {
            Id = row.RowKey[ReplyPrefix.Length..],
            CaseId = TimeOrderedId.Parse(row.PartitionKey),
            Scenario = row.GetString("Scenario"),
            State = Enum.Parse<ReplyState>(row.GetString("State")),
            To = EmailAddress.TryParse(row.GetString("To"), out var to) ? to : throw new FormatException("A reply has no valid recipient."),
            ToName = row.GetString("ToName"),
            Subject = row.GetString("Subject"),
            Text = row.GetString("Text"),
            Html = row.GetString("Html"),
            Language = row.GetString("Language"),
            CauseId = TimeOrderedId.Parse(row.GetString("CauseId")),
            InReplyTo = row.GetString("InReplyTo"),
            References = (row.GetString("References") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
            CreatedAt = row.GetDateTimeOffset("CreatedAt") ?? default,
            Attempts = row.GetInt32("Attempts") ?? 0,
            ClaimedAt = row.GetDateTimeOffset("ClaimedAt"),
            SentAt = row.GetDateTimeOffset("SentAt"),
            UnknownSince = row.GetDateTimeOffset("UnknownSince"),
            ProviderMessageId = row.GetString("ProviderMessageId"),
            Reason = row.GetString("Reason"),
            Findings = List(row, "Findings", CaseJson.Default.IReadOnlyListCourtesyFindingDocument),
            WrittenBy = row.GetString("WrittenBy"),
            ApprovedBy = row.GetString("ApprovedBy"),
            PromisedBy = row.GetDateTimeOffset("PromisedBy"),
        };

    /// <summary>A list as JSON; an empty one takes no room.</summary>
    private static string? Json<T>(IReadOnlyList<T> list, JsonTypeInfo<IReadOnlyList<T>> type) =>
        list.Count == 0 ? null : JsonSerializer.Serialize(list, type);

    private static IReadOnlyList<T> List<T>(TableEntity row, string property, JsonTypeInfo<IReadOnlyList<T>> type) =>
        row.GetString(property) is { } json ? JsonSerializer.Deserialize(json, type)! : [];
}
