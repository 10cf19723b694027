using System.Text.RegularExpressions;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>
/// A value on its way into a template. Control characters go, and so do the bidirectional overrides and isolates with which a stranger's
/// words could turn round the words that follow them. What a customer wrote stays on one line, so that it cannot pretend to be a
/// paragraph of ours; only what the desk wrote may have several.
/// </summary>
internal static partial class InsertedValue
{
    private static readonly HashSet<string> OfSeveralLines = new(StringComparer.Ordinal)
    {
        "steps",
        "incidentSummary",
        "incidentUpdate",
        "mistake",
        "remedy",
        "meanwhile",
        "possible",
        "reason",
        "alternative",
        "decision",
        "solution",
        "progress",
        "cause",
        "helpline",
        "surveyLinks",
    };

    /// <summary>The value as it is inserted; empty when nothing of it can be.</summary>
    public static string Of(string name, string value)
    {
        var text = Turning().Replace(value, "");
        return name == "handle" ? Mention(text.Trim())
            : OfSeveralLines.Contains(name) ? StoredText.Clean(text.ReplaceLineEndings("\n"), StoredText.MaxPropertyLength).Trim()
            : StoredText.CleanLine(text, StoredText.MaxPropertyLength);
    }

    /// <summary>One account with one at sign in front; nothing when it is not an account, because a mention reaches a person.</summary>
    private static string Mention(string handle) =>
        Account().Match(handle) is { Success: true } account ? "@" + account.Groups["account"].Value : "";

    [GeneratedRegex(@"[\u202A-\u202E\u2066-\u2069]", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Turning();

    [GeneratedRegex(@"\A@?(?<account>[\w.-]{1,64}(?:@[\w.-]{1,128})?)\z", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Account();
}
