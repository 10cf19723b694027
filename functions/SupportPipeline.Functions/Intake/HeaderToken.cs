using System.Text;

namespace SupportPipeline.Intake;

/// <summary>Reads structured header values (RFC 2045, 5.1): a token, then parameters; comments in parentheses mean nothing.</summary>
internal static class HeaderToken
{
    /// <summary>What stands before the first semicolon, without comments and white space around it.</summary>
    internal static string First(string value) => WithoutComments(value).Split(';', 2)[0].Trim().Trim('"');

    /// <summary>The words of a list separated by commas, semicolons or white space.</summary>
    internal static string[] List(string value) =>
        WithoutComments(value).Split([',', ';', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The value of a parameter, without its quotes; null when it is absent.</summary>
    internal static string? Parameter(string value, string name)
    {
        foreach (var part in WithoutComments(value).Split(';').Skip(1))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && part[..equals].Trim().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return part[(equals + 1)..].Trim().Trim('"');
            }
        }

        return null;
    }

    private static string WithoutComments(string value)
    {
        if (!value.Contains('(', StringComparison.Ordinal))
        {
            return value;
        }

        var kept = new StringBuilder(value.Length);
        var depth = 0;
        foreach (var c in value)
        {
            depth += c == '(' ? 1 : 0;
            if (depth == 0)
            {
                kept.Append(c);
            }

            depth -= c == ')' && depth > 0 ? 1 : 0;
        }

        return kept.ToString();
    }
}
