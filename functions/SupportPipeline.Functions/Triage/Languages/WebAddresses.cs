namespace SupportPipeline.Triage.Languages;

/// <summary>Links, mail addresses and names of accounts are in Latin letters whatever the language.</summary>
internal static class WebAddresses
{
    /// <summary>Whether there is one.</summary>
    /// <param name="part">What stands between two blanks.</param>
    internal static bool IsIn(ReadOnlySpan<char> part)
    {
        var sign = part.IndexOfAny('@', '/');
        if (sign < 0)
        {
            return part.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        }

        // "either/or" is no address; "t.example/x" and "https://x" are.
        return part[sign] == '@'
            || part[sign..].StartsWith("//", StringComparison.Ordinal)
            || part[..sign].Contains('.')
            || part[sign..].Contains('@');
    }
}
