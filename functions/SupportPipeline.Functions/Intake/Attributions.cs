using System.Text.RegularExpressions;

namespace SupportPipeline.Intake;

/// <summary>The sentence that mailers write above a quotation: "On Fri, 3 May 2024 at 10:11, Jo wrote:", in the writer's language.</summary>
internal static partial class Attributions
{
    /// <summary>Mailers fold the sentence at their line width, names and addresses may be long.</summary>
    private const int MaxLines = 5;

    private const int MaxLength = 400;

    /// <summary>The longest sentence without date and address that is taken for an attribution, because quotation marks follow.</summary>
    private const int MaxBare = 120;

    /// <summary>An origin of which nothing is known.</summary>
    internal static QuotedHeader Unknown { get; } = new(null, null, null, 0);

    /// <summary>The line after the sentence that begins at a line; the line itself when none begins there.</summary>
    internal static int End(string[] lines, int start)
    {
        var sentence = "";
        for (
            var i = start;
            i < lines.Length && i < start + MaxLines && !string.IsNullOrWhiteSpace(lines[i]) && !QuoteFinder.IsQuoted(lines[i]);
            i++
        )
        {
            if (sentence.Length + lines[i].Length > MaxLength)
            {
                return start;
            }

            sentence = $"{sentence} {lines[i].Trim()}".Trim();
            var hasColon = sentence.AsSpan().TrimEnd("* _\u00A0\u200E\u200F") is [.., ':' or '：'];
            var isMarked = i - start < MaxLines && QuoteFinder.IsFollowedByQuote(lines, i + 1);
            if (hasColon || (isMarked && IsLast(lines, i)))
            {
                return IsSentence(lines, start, i, sentence, hasColon, isMarked) ? i + 1 : start;
            }
        }

        return start;
    }

    /// <summary>Zoho and Notes draw the sentence: <c>---- On Fri, 03 May 2024 Jo &lt;jo@example.org&gt; wrote ----</c>.</summary>
    internal static bool IsDrawn(string line) =>
        ReplySeparators.Words(line, out var tail) is { Length: > 4 and <= MaxLength } words
        && tail.Length == 0
        && (AttributionWords.EndsWithVerb(words) || (AttributionWords.HasVerb(words) && AttributionWords.HasDate(words)));

    /// <summary>Who wrote, and when, as the sentence has it.</summary>
    internal static QuotedHeader Origin(string sentence)
    {
        var address = Address().Match(sentence);
        if (!address.Success)
        {
            return Unknown;
        }

        var before = sentence[..address.Index].TrimEnd();
        var quoted = QuotedName().Match(before);
        var nameStart = quoted.Success ? quoted.Index : NameStart(before);
        var date = before[..nameStart].Trim(' ', ',', '，', '、');
        var after = sentence[(address.Index + address.Length)..].Trim(' ', ',', '，', ':', '：', '>');
        return new(
            sentence[nameStart..(address.Index + address.Length)],
            AttributionWords.HasDate(date) ? date
                : AttributionWords.HasDate(after) ? after
                : null,
            null,
            0
        );
    }

    private static bool IsLast(string[] lines, int i) =>
        i + 1 >= lines.Length || string.IsNullOrWhiteSpace(lines[i + 1]) || QuoteFinder.IsQuoted(lines[i + 1]);

    // A name follows the last figure, comma or verb: "On Fri, 3 May 2024 at 10:11 Jo Smith <…>", "… 10:11 Uhr schrieb Jo Smith <…>".
    private static int NameStart(string before)
    {
        var last = 0;
        foreach (var match in BeforeName().EnumerateMatches(before))
        {
            last = match.Index + match.Length;
        }

        return last < before.Length ? last : 0;
    }

    // A sentence over several lines has to begin as one: the line above an attribution is often somebody's own.
    private static bool IsSentence(string[] lines, int start, int end, string sentence, bool hasColon, bool isMarked)
    {
        var text = Plain(sentence);
        if (start < end && !AttributionWords.Begins(text) && !BeginsWithName(lines, start))
        {
            return false;
        }

        for (var i = start + 1; i <= end; i++)
        {
            var rest = Plain(string.Join(' ', lines[i..(end + 1)].Select(line => line.Trim())));
            if (
                AttributionWords.Begins(rest)
                && AttributionWords.HasVerb(rest)
                && AttributionWords.HasDate(rest)
                && !lines[i - 1].TrimEnd().EndsWith('<')
                && IsAttribution(rest, hasColon, isMarked)
            )
            {
                return false;
            }
        }

        return IsAttribution(text, hasColon, isMarked);
    }

    private static bool BeginsWithName(string[] lines, int start) =>
        lines[start].Contains('<', StringComparison.Ordinal) || lines[start + 1].AsSpan().TrimStart() is ['<', ..];

    private static string Plain(string sentence) =>
        sentence
            .Replace('\u00A0', ' ')
            .Replace('\u202F', ' ')
            .Trim('*', '_', ' ', '\uFEFF', '\u200B', '\u200E', '\u200F', '-', '—')
            .ToLowerInvariant();

    /// <summary>
    /// Where quotation marks follow, little is needed: they show where the quotation ends. Where none follow, all the rest of the message
    /// counts as quoted, so the sentence must be beyond doubt.
    /// </summary>
    private static bool IsAttribution(string text, bool hasColon, bool isMarked)
    {
        var hasAddress = Address().IsMatch(text);
        var begins = AttributionWords.Begins(text);
        var hasVerb = AttributionWords.HasVerb(text);
        var hasDate = AttributionWords.HasDate(text);
        var isCertain = hasAddress
            ? hasVerb || (hasDate && (begins || EndsWithAddress().IsMatch(text)))
            : hasVerb
                && hasDate
                && !AttributionWords.IsSpoken(text)
                && (begins || (AttributionWords.EndsWithVerb(text) && AttributionWords.HasTime(text)));
        if (!isMarked)
        {
            return hasColon && isCertain;
        }

        return hasColon
            ? isCertain || hasAddress || (hasDate && (begins || hasVerb)) || (text.Length <= MaxBare && AttributionWords.EndsWithVerb(text))
            : hasDate && ((begins && hasVerb) || hasAddress);
    }

    [GeneratedRegex(
        @"[<(\[]\s*(mailto:)?[^<>()\[\]\s]+@[^<>()\[\]]+(<[^<>]*>)?[>)\]]+|[^\s<>()\[\],;:]+@[^\s<>()\[\],;:]+\.[^\s<>()\[\],;:]+",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Address();

    [GeneratedRegex(@"[>)\]] ?[:：]$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EndsWithAddress();

    [GeneratedRegex(
        "[\"«„“「'][^\"«»„“”「」]+[\"»”“」']$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex QuotedName();

    [GeneratedRegex(
        @"[0-9]+([:.][0-9]+)*( ?(am|pm|uhr|г\.|р\.|gmt|utc|[a-z]{3,4}))?[\])]?[,，、]? |[,，、] |([+-][0-9]{4} )|(schrieb|schreef|skrev|heeft|пользователь|користувач|użytkownik|odesílatel|používateľ|időpontban|keltezéssel|o usuário|ο χρήστης|de |от|від)\s",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex BeforeName();
}
