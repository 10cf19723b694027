namespace SupportPipeline.LocalHost.Email;

/// <summary>A sender or recipient: <c>Name &lt;address&gt;</c> or an address alone.</summary>
internal sealed record Mailbox(string? Name, string Address)
{
    /// <summary>Reads one mailbox; null when there is no address in it.</summary>
    public static Mailbox? TryParse(string? text)
    {
        var trimmed = (text ?? string.Empty).Trim();
        var open = trimmed.LastIndexOf('<');
        var close = trimmed.LastIndexOf('>');
        var address = open >= 0 && close > open ? trimmed[(open + 1)..close].Trim() : trimmed;
        var name = open > 0 ? trimmed[..open].Trim().Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal) : null;
        var at = address.LastIndexOf('@');
        var plausible =
            at > 0 && at < address.Length - 1 && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '<' or '>' or ',');
        return plausible ? new Mailbox(string.IsNullOrEmpty(name) ? null : name, address) : null;
    }

    /// <summary>Splits a list at the commas that are not inside quotes or angle brackets.</summary>
    public static IReadOnlyList<string> Split(string list)
    {
        ArgumentNullException.ThrowIfNull(list);
        var parts = new List<string>();
        var (start, quoted, angled) = (0, false, false);
        for (var i = 0; i < list.Length; i++)
        {
            switch (list[i])
            {
                case '\\' when quoted:
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case '<' or '>' when !quoted:
                    angled = list[i] == '<';
                    break;
                case ',' when !quoted && !angled:
                    parts.Add(list[start..i]);
                    start = i + 1;
                    break;
            }
        }

        parts.Add(list[start..]);
        return [.. parts.Select(part => part.Trim()).Where(part => part.Length > 0)];
    }

    /// <summary>The mailboxes of a list, without what is none.</summary>
    public static IReadOnlyList<Mailbox> ParseList(string? list) => [.. Split(list ?? string.Empty).Select(TryParse).OfType<Mailbox>()];

    public string ToHeader()
    {
        if (Name is null)
        {
            return Address;
        }

        var plain = Name.All(c => c is >= ' ' and <= '~');
        var needsQuotes = plain && Name.Any(c => "()<>[]:;@\\,.\"".Contains(c, StringComparison.Ordinal));
        var name = needsQuotes
            ? $"\"{Name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""
            : EncodedWords.Encode(Name);
        return $"{name} <{Address}>";
    }
}
