using System.Collections.Frozen;

namespace SupportPipeline.Intake;

/// <summary>What mail programs put in front of the subject when a mail is passed on.</summary>
internal static class ForwardSubjects
{
    private const int MaxPrefix = 24;

    private static readonly FrozenSet<string> Prefixes = (
        "fw|fwd|forward|forwarded|wg|wtr|weitergeleitet|tr|rv|i|enc|res-enc|doorst|fs|pd|vb|vl|vs|vidarebefordrat|videresend|videresendt|пересл|переслать"
        + "|перес|пересылка|перенапр|пд|转发|轉寄|轉發|転送|전달|전송|İlt|ilt|ilet|továbbítás|továbbítva|tov|přeposláno|přeposlat|preposlané|redir|redirecționat|πρθ"
    )
        .Split('|')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// Whether the outermost prefix says that the mail was passed on: "Re: Fwd: …" answers one. <c>VS:</c> is a Danish or Norwegian forward
    /// but a Finnish reply, <c>I:</c> and <c>TR:</c> are letters that a subject may begin with, so callers look for the passed-on mail as well.
    /// </summary>
    internal static bool IsForward(string subject)
    {
        var rest = subject.AsSpan().Trim();
        while (rest is ['[', ..] && rest.IndexOf(']') is var close and > 0)
        {
            // "[EXT] Fwd: …": gateways and lists put a mark in front.
            rest = rest[(close + 1)..].TrimStart();
        }

        var colon = rest.IndexOfAny(':', '：');
        return colon is > 0 and <= MaxPrefix && Prefixes.Contains(rest[..colon].Trim(" .").ToString().ToLowerInvariant());
    }
}
