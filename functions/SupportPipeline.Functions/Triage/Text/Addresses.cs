namespace SupportPipeline.Triage.Text;

/// <summary>Finds web and mail addresses, which say nothing about how somebody feels.</summary>
internal static class Addresses
{
    private const int MaxLocalPart = 64;

    /// <summary>What ends the sentence around an address rather than the address.</summary>
    private const string Trailing = ".,;:!?)'*";

    /// <summary>The length of an address that begins here, or 0.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int at)
    {
        var rest = text[at..];
        if (
            rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        )
        {
            return EndOf(rest);
        }

        var end = 0;
        while (end < rest.Length && end < MaxLocalPart && (char.IsAsciiLetterOrDigit(rest[end]) || rest[end] is '.' or '_' or '+' or '-'))
        {
            end++;
        }

        return end > 0 && end + 1 < rest.Length && rest[end] == '@' && char.IsAsciiLetterOrDigit(rest[end + 1]) ? EndOf(rest) : 0;
    }

    private static int EndOf(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && rest[end] is > ' ' and < '\u007F' and not ('"' or '<' or '>'))
        {
            end++;
        }

        while (end > 1 && Trailing.Contains(rest[end - 1], StringComparison.Ordinal))
        {
            end--;
        }

        return end;
    }
}
