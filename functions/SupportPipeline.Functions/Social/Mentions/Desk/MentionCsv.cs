using System.Buffers;
using System.Globalization;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>
/// A mention as a line of CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection); names
/// with an @ are such cells too.
/// </summary>
internal static class MentionCsv
{
    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",\"\r\n");

    private static readonly (string Name, Func<MentionDocument, object?> Read)[] s_columns =
    [
        ("id", mention => mention.Id),
        ("brand", mention => mention.Brand),
        ("platform", mention => mention.Platform),
        ("source", mention => mention.Source),
        ("kind", mention => mention.Kind),
        ("at", mention => mention.At),
        ("receivedAt", mention => mention.ReceivedAt),
        ("authorId", mention => mention.Author.Id),
        ("authorHandle", mention => mention.Author.Handle),
        ("authorName", mention => mention.Author.Name),
        ("followers", mention => mention.Author.Followers),
        ("text", mention => mention.Text),
        ("url", mention => mention.Url?.AbsoluteUri),
        ("language", mention => mention.Language),
        ("mood", mention => mention.Mood),
        ("topic", mention => mention.Topic),
        ("complaint", mention => mention.Complaint),
        ("score", mention => mention.Score),
        ("spam", mention => mention.Spam.Value),
        ("spamReasons", mention => string.Join(' ', mention.Spam.Reasons)),
        ("reach", mention => mention.Reach),
        ("reachWithCopies", mention => mention.ReachWithCopies),
        ("copies", mention => mention.Copies),
        ("state", mention => mention.State),
        ("assignee", mention => mention.Assignee),
        ("ignoredBecause", mention => mention.IgnoredBecause),
        ("caseId", mention => mention.CaseId),
        ("answeredAt", mention => mention.AnsweredAt),
        ("editedAt", mention => mention.EditedAt),
        ("deletedAt", mention => mention.DeletedAt),
    ];

    /// <summary>The names of the columns.</summary>
    public static string Header { get; } = string.Join(',', s_columns.Select(column => column.Name));

    /// <summary>The line of a mention, without its end.</summary>
    public static string Row(MentionDocument mention) => string.Join(',', s_columns.Select(column => Cell(column.Read(mention))));

    /// <summary>A cell; outside text is guarded, our own numbers and times need no guard.</summary>
    internal static string Cell(object? value)
    {
        var text = value switch
        {
            null => "",
            string words => words is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + words : words,
            bool isSo => isSo ? "true" : "false",
            DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            _ => System.Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
        return text.AsSpan().ContainsAny(s_quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
