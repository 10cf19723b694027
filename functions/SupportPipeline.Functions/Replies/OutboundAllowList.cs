using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>The addresses and domains that may get mail outside production. Pure.</summary>
internal sealed class OutboundAllowList
{
    private readonly HashSet<string> _addresses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _domains = new(StringComparer.Ordinal);

    private OutboundAllowList() { }

    /// <summary>Reads the setting: addresses and <c>@domain</c>s, separated by commas; an empty one lets everybody.</summary>
    /// <exception cref="FormatException">An entry is neither; the message names the setting and the entry's place.</exception>
    public static OutboundAllowList Parse(string text)
    {
        var list = new OutboundAllowList();
        var entries = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < entries.Length; i++)
        {
            // A domain is read as the domain of somebody's address, so that both spellings of an international one are the same.
            var isDomain = entries[i].StartsWith('@');
            if (!EmailAddress.TryParse(isDomain ? "x" + entries[i] : entries[i], out var address))
            {
                throw new FormatException(
                    $"{RepliesOptions.Section}:{nameof(RepliesOptions.AllowList)}: entry {i + 1} is neither an address nor '@' and a domain."
                );
            }

            _ = isDomain ? list._domains.Add(DomainKey(address)) : list._addresses.Add(address.Key);
        }

        return list;
    }

    /// <summary>Whether an address may get mail.</summary>
    public bool Lets(EmailAddress address) =>
        (_addresses.Count == 0 && _domains.Count == 0) || _addresses.Contains(address.Key) || _domains.Contains(DomainKey(address));

    private static string DomainKey(EmailAddress address) => address.Key[(address.Key.LastIndexOf('@') + 1)..];
}
