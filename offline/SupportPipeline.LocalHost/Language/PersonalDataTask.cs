using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SupportPipeline.LocalHost.Language;

/// <summary>Finds what has a form of its own: card numbers, email addresses, web addresses, phone numbers. Names and places it does not know.</summary>
internal static partial class PersonalDataTask
{
    public static JsonObject Answer(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<(string Category, int Offset, int Length, double Score)>();
        Add("CreditCardNumber", CardNumbers().Matches(text).Where(match => HasCheckDigit(match.Value)), 0.95);
        Add("Email", EmailAddresses().Matches(text), 0.8);
        Add("URL", WebAddresses().Matches(text), 0.8);
        Add("PhoneNumber", PhoneNumbers().Matches(text).Where(match => IsWhole(match, text)), 0.8);
        return new JsonObject
        {
            ["redactedText"] = Redacted(text, found.Select(one => (one.Offset, one.Length))),
            ["entities"] = new JsonArray([
                .. found
                    .OrderBy(one => one.Offset)
                    .Select(one => new JsonObject
                    {
                        ["text"] = text.Substring(one.Offset, one.Length),
                        ["category"] = one.Category,
                        ["offset"] = one.Offset,
                        ["length"] = one.Length,
                        ["confidenceScore"] = one.Score,
                    }),
            ]),
        };

        // The surer kinds come first and keep their place.
        void Add(string category, IEnumerable<Match> matches, double score) =>
            found.AddRange(
                matches
                    .Where(match => !found.Exists(one => match.Index < one.Offset + one.Length && one.Offset < match.Index + match.Length))
                    .Select(match => (category, match.Index, match.Length, score))
                    .ToList()
            );
    }

    private static string Redacted(string text, IEnumerable<(int Offset, int Length)> places)
    {
        var redacted = text.ToCharArray();
        foreach (var (offset, length) in places)
        {
            redacted.AsSpan(offset, length).Fill('*');
        }

        return new string(redacted);
    }

    /// <summary>The beginning of a longer number is no phone number.</summary>
    private static bool IsWhole(Match match, string text)
    {
        var rest = text.AsSpan(match.Index + match.Length).TrimStart(" -");
        return rest.IsEmpty || !char.IsAsciiDigit(rest[0]);
    }

    /// <summary>Luhn: every second digit from the right counts double, crosswise; the sum ends in zero.</summary>
    private static bool HasCheckDigit(string number)
    {
        var digits = number.Where(char.IsAsciiDigit).Select(digit => digit - '0').Reverse().ToList();
        var sum = digits.Select((digit, place) => place % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10)).Sum();
        return digits.Count is >= 13 and <= 19 && sum % 10 == 0;
    }

    [GeneratedRegex(@"\b[0-9](?:[ -]?[0-9]){12,18}\b", RegexOptions.NonBacktracking)]
    private static partial Regex CardNumbers();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.NonBacktracking)]
    private static partial Regex EmailAddresses();

    [GeneratedRegex(@"\b(?:https?://|www\.)[^\s<>""]+[^\s<>"".,;:!?)]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex WebAddresses();

    [GeneratedRegex(@"(?:\+|\b)[0-9](?:[ ().-]{0,2}[0-9]){8,14}\b", RegexOptions.NonBacktracking)]
    private static partial Regex PhoneNumbers();
}
