using System.Text.RegularExpressions;
using SupportPipeline.Platform;
using SupportPipeline.Triage.Text;
using static SupportPipeline.Replies.Courtesy.CourtesyCode;
using static SupportPipeline.Replies.Courtesy.CourtesySeverity;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>No personal data of others; in public, of nobody. Own rules and no service: a text must be checked before it leaves.</summary>
internal static partial class PersonalDataRule
{
    /// <summary>Milliseconds. The patterns take time in proportion to the text; this only ends what nobody has thought of, on a busy machine too.</summary>
    private const int MatchTimeout = 10_000;

    private const int FewestPhoneDigits = 8;
    private const int MostPhoneDigits = 15;

    public static void Apply(CourtesyReading reading)
    {
        var input = reading.Input;
        IEnumerable<string> contacts =
            input.Channel == CourtesyChannel.Email ? input.DeskContacts.Concat(input.CustomerContacts) : input.DeskContacts;
        var allowed = contacts.Select(Key).ToHashSet(StringComparer.Ordinal);

        // Somebody in danger is told where to call.
        var numbersAreHelplines = input.Scenario == Playbook.Scenario.Threat;
        var taken = new List<Range>();
        ReportAddresses(reading, taken, allowed);
        ReportMatches(reading, Iban(), taken, IsIban);
        ReportMatches(reading, Card(), taken, text => IsCard(Digits(text)));
        ReportMatches(reading, Phone(), taken, text => !numbersAreHelplines && IsPhone(text) && !allowed.Contains(Key(text)));
    }

    /// <summary>Around every "@"; a regular expression would look at each letter before it again and again.</summary>
    private static void ReportAddresses(CourtesyReading reading, List<Range> taken, HashSet<string> allowed)
    {
        var text = reading.Text;
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            var (first, end) = (at, at + 1);
            while (first > 0 && at - first < EmailAddress.MaxLocalPartLength && IsOfLocalPart(text[first - 1]))
            {
                first--;
            }

            while (end < text.Length && end - at < EmailAddress.MaxLength && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '.'))
            {
                end++;
            }

            end = at + text.AsSpan(at, end - at).TrimEnd(".-").Length;
            var isAddress = first < at && text.AsSpan(at, end - at).Contains('.');
            if (isAddress && !allowed.Contains(Key(text[first..end])))
            {
                reading.Report(PersonalData, Block, first, end - first);
                taken.Add(first..end);
            }
        }
    }

    /// <summary>Chinese writes no space before an address.</summary>
    private static bool IsOfLocalPart(char character) =>
        (char.IsLetterOrDigit(character) && !Characters.IsHan(character)) || character is '.' or '_' or '%' or '+' or '-';

    private static void ReportMatches(CourtesyReading reading, Regex regex, List<Range> taken, Func<string, bool> isPersonal)
    {
        foreach (Match match in regex.Matches(reading.Text))
        {
            var text = match.Value.TrimEnd(' ', '-', '.', '(', '/');
            var overlaps = taken.Exists(range => range.Start.Value < match.Index + match.Length && match.Index < range.End.Value);
            if (!overlaps && isPersonal(text))
            {
                reading.Report(PersonalData, Block, match.Index, text.Length);
                taken.Add(match.Index..(match.Index + match.Length));
            }
        }
    }

    /// <summary>Addresses are compared in small letters, numbers by their last ten digits: with and without the country's code.</summary>
    private static string Key(string contact)
    {
        if (contact.Contains('@', StringComparison.Ordinal))
        {
            return contact.Trim().ToLowerInvariant();
        }

        var digits = Digits(contact);
        return digits.Length > 10 ? digits[^10..] : digits.TrimStart('0');
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static bool IsPhone(string text)
    {
        var digits = Digits(text);
        return digits.Length is >= FewestPhoneDigits and <= MostPhoneDigits && !Service().IsMatch(digits) && !Date().IsMatch(text);
    }

    /// <summary>The check digit of bank cards (ISO/IEC 7812).</summary>
    private static bool IsCard(string digits)
    {
        var sum = 0;
        for (var at = 0; at < digits.Length; at++)
        {
            var digit = digits[digits.Length - 1 - at] - '0';
            sum +=
                at % 2 == 0 ? digit
                : digit > 4 ? (digit * 2) - 9
                : digit * 2;
        }

        return digits.Length is >= 13 and <= 19 && digits[0] is >= '2' and <= '6' && sum % 10 == 0;
    }

    /// <summary>The check digits of bank accounts (ISO 13616): the number with its first four characters at the end leaves 1 over 97.</summary>
    private static bool IsIban(string text)
    {
        var account = string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        var rest = 0;
        foreach (var character in account[4..] + account[..4])
        {
            rest = char.IsAsciiDigit(character) ? ((rest * 10) + character - '0') % 97 : ((rest * 100) + character - 'A' + 10) % 97;
        }

        return account.Length is >= 15 and <= 34 && rest == 1;
    }

    [GeneratedRegex(@"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]){11,30}\b", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Iban();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant, MatchTimeout)]
    private static partial Regex Card();

    /// <summary>
    /// With a plus; Russian 8 or 7 and ten digits; Chinese and Taiwanese mobile numbers; area code and number with signs between them. A plain
    /// row of digits is an order number.
    /// </summary>
    [GeneratedRegex(
        """
            (?<![\p{L}\p{N}+#-])(?:
              \+\d[\d ().-]{6,20}\d
              |[78][ -]?\(?9\d{2}\)?[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}
              |1[3-9]\d[ -]?\d{4}[ -]?\d{4}
              |09\d{2}[ -]?\d{3}[ -]?\d{3}
              |0\d{2,4}[ /-]\d{3,4}[ -]?\d{3,5}
              |\(0?\d{2,4}\)[ ]?\d{3,4}[ -]?\d{2,4}(?:[ -]?\d{2,4})?
              |\d{3}[-.]\d{3}[-.]\d{4}
            )(?![\p{N}-])
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        MatchTimeout
    )]
    private static partial Regex Phone();

    /// <summary>Free and shared-cost numbers belong to companies.</summary>
    [GeneratedRegex(
        @"^(?:(?:\+?7|8)?800\d{7}|1?8(?:00|33|44|55|66|77|88)\d{7}|(?:86)?400\d{7}|(?:44)?0?80[08]\d{6,7}|(?:886)?0?800\d{6})$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking,
        MatchTimeout
    )]
    private static partial Regex Service();

    [GeneratedRegex(
        @"^\d{4}[-./]\d{1,2}[-./]\d{1,2}|^\d{1,2}[-./]\d{1,2}[-./]\d{4}$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking,
        MatchTimeout
    )]
    private static partial Regex Date();
}
