using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SupportPipeline.Outages.Notices;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies.DeliveryEvents;

/// <summary>
/// Reads the JSON array of one Event Webhook request. Custom arguments lie beside the event's own members; <c>category</c> is a string or an array;
/// events about a later refusal can lack <c>sg_message_id</c>, so the custom arguments alone say which reply is meant. An element that cannot be read is
/// skipped with a reason, and the others count.
/// </summary>
internal static partial class DeliveryEventReader
{
    private const int MaxDetailLength = 300;
    private const int MaxReplyIdLength = 200;

    private static readonly SearchValues<char> ReplyIdCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."
    );

    /// <summary>Whether a request is a JSON array at all.</summary>
    public static async Task<bool> IsArrayAsync(Stream payload, CancellationToken cancellationToken)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(payload, cancellationToken: cancellationToken);
            return json.RootElement.ValueKind == JsonValueKind.Array;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Reads a request that <see cref="IsArrayAsync"/> let through.</summary>
    public static async Task<DeliveryEventReading> ReadAsync(Stream payload, CancellationToken cancellationToken)
    {
        using var json = await JsonDocument.ParseAsync(payload, cancellationToken: cancellationToken);
        var events = new List<DeliveryEvent>();
        var skipped = new List<string>();
        foreach (var element in json.RootElement.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                skipped.Add("not-an-object");
            }
            else if (Text(element, "event") is not { } name)
            {
                skipped.Add("event-missing");
            }
            else if (Time(element) is not { } at)
            {
                skipped.Add("timestamp-missing");
            }
            else
            {
                events.Add(Read(element, name, at));
            }
        }

        return new(events, skipped);
    }

    private static DeliveryEvent Read(JsonElement element, string name, DateTimeOffset at)
    {
        var detail = Text(element, "reason") ?? Text(element, "response");
        var replyId = Text(element, MailWriter.ReplyArgument);
        var isOurs = TimeOrderedId.TryParse(Text(element, MailWriter.CaseArgument), out var caseId) && IsReplyId(replyId);
        return new()
        {
            Kind = Kind(name, Text(element, "type")),
            At = at,
            Key = Text(element, "sg_event_id") is { Length: > 0 } id
                ? StableHash.Of(id)
                : StableHash.Of(
                    name,
                    at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                    caseId.Value,
                    replyId,
                    Text(element, "email")
                ),
            CaseId = isOurs ? caseId : null,
            ReplyId = isOurs ? replyId : null,
            Notice = Notice(element),
            Address = EmailAddress.TryParse(Text(element, "email"), out var address) ? address : null,
            ProviderMessageId = MessageId(Text(element, "sg_message_id")),
            Status = Status(Text(element, "status")) ?? Status(detail),
            Detail = detail is null ? null : StoredText.CleanLine(detail, MaxDetailLength),
            Classification = Text(element, "bounce_classification") is { } given ? StoredText.CleanLine(given, 60) : null,
        };
    }

    /// <summary>The parts become storage keys and places in an array, so only what our own look like will do.</summary>
    private static NoticePlace? Notice(JsonElement element) =>
        IsReplyId(Text(element, NoticeMailWriter.IncidentArgument))
        && TimeOrderedId.TryParse(Text(element, NoticeMailWriter.NoticeArgument), out var notice)
        && TryNumber(element, NoticeMailWriter.SliceArgument, out var slice)
        && TryNumber(element, NoticeMailWriter.AttemptArgument, out var attempt)
        && TryNumber(element, NoticeMailWriter.PlaceArgument, out var place)
            ? new(Text(element, NoticeMailWriter.IncidentArgument)!, notice.Value, slice, attempt, place)
            : null;

    private static bool TryNumber(JsonElement element, string name, out int number) =>
        int.TryParse(Text(element, name), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < 1_000_000;

    private static DeliveryEventKind Kind(string name, string? type) =>
        (name, type) switch
        {
            ("processed", _) => DeliveryEventKind.Processed,
            ("deferred", _) => DeliveryEventKind.Deferred,
            ("delivered", _) => DeliveryEventKind.Delivered,
            ("bounce", "blocked") => DeliveryEventKind.Blocked,
            ("bounce", _) => DeliveryEventKind.Bounced,
            ("dropped", _) => DeliveryEventKind.Dropped,
            ("spamreport", _) => DeliveryEventKind.SpamReport,
            ("unsubscribe" or "group_unsubscribe", _) => DeliveryEventKind.Unsubscribed,
            ("group_resubscribe", _) => DeliveryEventKind.Resubscribed,
            _ => DeliveryEventKind.Other,
        };

    /// <summary>The id the mail service answered the send with; behind it stand the machines the mail went through.</summary>
    private static string? MessageId(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var end = text.IndexOf(".filter", StringComparison.Ordinal) is var filter and >= 0
            ? filter
            : text.IndexOf(".recvd", StringComparison.Ordinal);
        return StoredText.CleanLine(end >= 0 ? text[..end] : text, 100);
    }

    private static string? Status(string? text) =>
        text is not null && EnhancedStatus().Match(text) is { Success: true } match ? match.Value : null;

    /// <summary>It becomes part of a storage key, so only what our own ids are made of will do.</summary>
    private static bool IsReplyId(string? text) =>
        text is { Length: > 0 and <= MaxReplyIdLength } && !text.AsSpan().ContainsAnyExcept(ReplyIdCharacters);

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonElement element) =>
        element.TryGetProperty("timestamp", out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var seconds)
        && seconds is > 0 and < 32_503_680_000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    [GeneratedRegex(@"\b[245]\.[0-9]{1,3}\.[0-9]{1,3}\b", RegexOptions.NonBacktracking)]
    private static partial Regex EnhancedStatus();
}

/// <summary>What was read from one request.</summary>
/// <param name="Events">The events, in the order of the request.</param>
/// <param name="Skipped">For each element that was skipped, why.</param>
internal sealed record DeliveryEventReading(IReadOnlyList<DeliveryEvent> Events, IReadOnlyList<string> Skipped);
