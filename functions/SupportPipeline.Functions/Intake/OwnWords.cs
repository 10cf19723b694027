namespace SupportPipeline.Intake;

/// <summary>A message taken apart. Every line of the message that is not blank stands in exactly one of the three, as it was written.</summary>
/// <param name="Own">What the customer wrote this time, answers between quoted parts included.</param>
/// <param name="Quoted">What is quoted from earlier mails, with the lines that introduce it.</param>
/// <param name="Signature">Signatures, what a phone adds, legal notices.</param>
internal sealed record MessageText(string Own, string Quoted, string Signature)
{
    /// <summary>The first quotation is introduced as a forwarded mail.</summary>
    internal bool IsForward { get; init; }
}

/// <summary>Separates a customer's own words from quotations and signatures, in time proportional to the length of the message.</summary>
internal static class OwnWords
{
    /// <summary>
    /// When no own words would remain, everything is quoted and the caller decides; a mail that only forwards another, though, is what its
    /// sender wants to say, so all of it is own. Below a comment a forwarded mail is quoted like any other.
    /// </summary>
    internal static MessageText Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = lines[i].TrimEnd('\r');
        }

        var parts = new LinePart[lines.Length];
        var isForward = QuoteFinder.Mark(lines, parts);
        SignatureFinder.Mark(lines, parts);
        var own = Join(Of(lines, parts, LinePart.Own));
        if (own.Length == 0)
        {
            return isForward ? new(Join(lines), "", "") { IsForward = true } : new("", Join(lines), "");
        }

        return new(own, Join(Of(lines, parts, LinePart.Quoted)), Join(Of(lines, parts, LinePart.Signature))) { IsForward = isForward };
    }

    // A blank line stays where the lines around it are of one part, and separates what was apart.
    private static List<string> Of(string[] lines, LinePart[] parts, LinePart wanted)
    {
        var kept = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]) || parts[i] != wanted)
            {
                if (kept is [.., { Length: > 0 }])
                {
                    kept.Add("");
                }
            }
            else
            {
                kept.Add(lines[i]);
            }
        }

        return kept;
    }

    private static string Join(IReadOnlyList<string> lines)
    {
        var first = 0;
        var last = lines.Count - 1;
        while (first <= last && string.IsNullOrWhiteSpace(lines[first]))
        {
            first++;
        }

        while (last >= first && string.IsNullOrWhiteSpace(lines[last]))
        {
            last--;
        }

        return string.Join('\n', lines.Skip(first).Take(last - first + 1));
    }
}
