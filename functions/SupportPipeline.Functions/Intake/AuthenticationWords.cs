using System.Text.RegularExpressions;

namespace SupportPipeline.Intake;

/// <summary>Reads the words in which SendGrid, and receiving servers, state the verdicts of <see cref="MailAuthentication"/>.</summary>
internal static partial class AuthenticationWords
{
    /// <summary>A mail with more signatures than this is not read further; real ones have one to three.</summary>
    private const int MaxSignatures = 20;

    private const int MaxLength = 4_000;

    /// <summary>Whose <c>Authentication-Results</c> are read: the author stands first in the header (RFC 8601, 2.2).</summary>
    private const string ReceivingSide = "sendgrid.net";

    /// <summary>One signature and what became of it.</summary>
    internal sealed record Signature(string Domain, AuthenticationVerdict Verdict);

    /// <summary>The verdict that a text begins with: <c>pass</c>, <c>softfail (details)</c>, <c>none</c>.</summary>
    internal static AuthenticationVerdict First(string? text) => text is null ? default : Verdict(FirstWord().Match(Cut(text)).Value);

    /// <summary>
    /// <c>{@example.com : pass}</c>, the shape that SendGrid sends, looks like JSON and is none; several signatures stand in one pair of
    /// braces or in one each.
    /// </summary>
    internal static List<Signature> Signatures(string? dkim) =>
        dkim is null
            ? []
            :
            [
                .. DomainAndWord()
                    .Matches(Cut(dkim))
                    .Take(MaxSignatures)
                    .Select(match => new Signature(match.Groups["domain"].Value.ToLowerInvariant(), Verdict(match.Groups["word"].Value))),
            ];

    /// <summary>Where two headers disagree the fail counts: one of them is a forgery.</summary>
    internal static AuthenticationVerdict Dmarc(EmailHeaders headers)
    {
        var verdicts = headers
            .All("Authentication-Results")
            .Where(IsByReceivingSide)
            .Select(value => DmarcResult().Match(Cut(value)))
            .Where(match => match.Success)
            .Select(match => Verdict(match.Groups["word"].Value))
            .ToList();
        return verdicts.Contains(AuthenticationVerdict.Fail) ? AuthenticationVerdict.Fail : verdicts.FirstOrDefault();
    }

    private static bool IsByReceivingSide(string value)
    {
        var words = HeaderToken.First(value).Split(' ', 2);
        return words[0].Equals(ReceivingSide, StringComparison.OrdinalIgnoreCase)
            || words[0].EndsWith($".{ReceivingSide}", StringComparison.OrdinalIgnoreCase);
    }

    private static AuthenticationVerdict Verdict(string word) =>
        word.ToLowerInvariant() switch
        {
            "none" => AuthenticationVerdict.None,
            "pass" => AuthenticationVerdict.Pass,
            "fail" or "hardfail" => AuthenticationVerdict.Fail,
            "softfail" => AuthenticationVerdict.SoftFail,
            "neutral" or "policy" => AuthenticationVerdict.Neutral,
            "temperror" or "error" => AuthenticationVerdict.TempError,
            "permerror" or "unknown" => AuthenticationVerdict.PermError,
            _ => AuthenticationVerdict.Unknown,
        };

    private static string Cut(string text) => text.Length <= MaxLength ? text : text[..MaxLength];

    [GeneratedRegex("[A-Za-z]+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex FirstWord();

    [GeneratedRegex(
        @"@?(?<domain>[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+)\.?[""']?\s*[:=]\s*[""']?(?<word>[A-Za-z]+)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex DomainAndWord();

    [GeneratedRegex(
        @"[;\s]dmarc\s*=\s*(?<word>[A-Za-z]+)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex DmarcResult();
}
