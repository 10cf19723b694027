using System.Text.RegularExpressions;

namespace SupportPipeline.Intake;

/// <summary>The sentence that mailers write above a quotation: "On Fri, 3 May 2024 at 10:11, Jo wrote:", in the writer's language.</summary>
internal static partial class Attributions
{
    /// <summary>Mailers fold the sentence at their line width, names and addresses may be long.</summary>
    private const int MaxLines = 4;

    private const int MaxLength = 400;

    private static readonly string[] Beginnings =
    [
        "on ",
        "at ",
        "am ",
        "den ",
        "le ",
        "el ",
        "il ",
        "em ",
        "no dia ",
        "op ",
        "dnia ",
        "w dniu ",
        "в ",
        "во ",
        "在",
        "於",
        "于",
        "пн,",
        "вт,",
        "ср,",
        "чт,",
        "пт,",
        "сб,",
        "вс,",
        "понедельник,",
        "вторник,",
        "среда,",
        "четверг,",
        "пятница,",
        "суббота,",
        "воскресенье,",
        "mon,",
        "tue,",
        "wed,",
        "thu,",
        "fri,",
        "sat,",
        "sun,",
    ];

    private static readonly string[] Verbs =
    [
        " wrote",
        " schrieb",
        " a écrit",
        " escribió",
        " ha scritto",
        " escreveu",
        " schreef",
        " написал",
        " написала",
        " написал(а)",
        " написали",
        " пишет",
        " писал",
        " писала",
        " писал(а)",
        "写道",
        "寫道",
        "写到",
        "のメール",
        "さんは書きました",
        " pisze",
        " napisał",
        " skrev",
        " kirjoitti",
        " napsal",
        " yazdı",
        "님이 작성",
    ];

    private static readonly string[] SpokenSubjects = [" i wrote", " we wrote", " you wrote", " he wrote", " she wrote", " they wrote"];

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
            if (sentence[^1] is ':' or '：')
            {
                return IsSentence(lines, start, i, sentence) ? i + 1 : start;
            }
        }

        return start;
    }

    // A sentence over several lines has to begin as one: the line above an attribution is often somebody's own.
    private static bool IsSentence(string[] lines, int start, int end, string sentence)
    {
        var text = Plain(sentence);
        if (start < end && !Begins(text) && !lines[start].Contains('<', StringComparison.Ordinal))
        {
            return false;
        }

        for (var i = start + 1; i <= end; i++)
        {
            var rest = Plain(string.Join(' ', lines[i..(end + 1)].Select(line => line.Trim())));
            if (Beginnings.Any(word => rest.StartsWith(word, StringComparison.Ordinal)) && IsAttribution(rest))
            {
                return false;
            }
        }

        return IsAttribution(text);
    }

    private static string Plain(string sentence) =>
        sentence.Replace('\u00A0', ' ').Replace('\u202F', ' ').Trim('*', '_', ' ').ToLowerInvariant();

    private static bool Begins(string text) =>
        text.Length > 0 && (char.IsAsciiDigit(text[0]) || Beginnings.Any(word => text.StartsWith(word, StringComparison.Ordinal)));

    private static bool IsAttribution(string text)
    {
        var hasAddress = Address().IsMatch(text);
        var begins = Begins(text);
        var hasVerb = Verbs.Any(verb => text.Contains(verb, StringComparison.Ordinal));
        var hasDate = Date().IsMatch(text);
        var isSpoken = !hasAddress && SpokenSubjects.Any(words => text.Contains(words, StringComparison.Ordinal));
        return !isSpoken
            && ((begins && hasVerb && hasDate) || (hasAddress && (hasVerb || (hasDate && (begins || EndsWithAddress().IsMatch(text))))));
    }

    [GeneratedRegex(
        @"[<(\[][^<>()\[\]\s]+@[^<>()\[\]]+[>)\]]",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Address();

    [GeneratedRegex(@"[>)\]] ?[:：]$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EndsWithAddress();

    /// <summary>A year, a time of day or a date in figures.</summary>
    [GeneratedRegex(
        @"(19|20)[0-9]{2}|[0-9]{1,2}:[0-9]{2}|[0-9]{1,2}[./-][0-9]{1,2}[./-][0-9]{2}",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Date();
}
