using System.Text.RegularExpressions;

namespace SupportPipeline.Intake;

/// <summary>Finds status codes in what servers say.</summary>
internal static partial class BounceCodes
{
    /// <summary>The enhanced status code in a text (RFC 3463, 2): <c>5.1.1</c>; null when there is none. Addresses of hosts are none.</summary>
    internal static string? Enhanced(string? text) =>
        text is not null && EnhancedCode().Match(text) is { Success: true } match ? match.Groups["code"].Value : null;

    /// <summary>The enhanced code, or else the class of the SMTP reply code (RFC 5321, 4.2.1) in that form: <c>550</c> gives <c>5.0.0</c>.</summary>
    internal static string? Of(string? text) =>
        Enhanced(text)
        ?? (text is not null && ReplyCode().Match(text) is { Success: true } match ? $"{match.Groups["class"].Value}.0.0" : null);

    [GeneratedRegex(
        @"(^|[^0-9.])(?<code>[245]\.[0-9]{1,3}\.[0-9]{1,3})($|[^0-9.]|\.$|\.[^0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex EnhancedCode();

    [GeneratedRegex(
        @"(^|[^0-9.,/:-])(?<class>[45])[0-9]{2}([ :)\]-]|$)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex ReplyCode();
}
