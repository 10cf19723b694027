using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>The machine-readable part of a delivery report (RFC 3464, 2.1): groups of fields, one group for each recipient.</summary>
internal static class DeliveryStatus
{
    /// <summary>More recipients than this no mail of ours has.</summary>
    private const int MaxRecipients = 50;

    private const int MaxDiagnostic = 500;

    /// <summary>The recipients of a report; none when the text holds no such groups. Text around the groups does no harm.</summary>
    internal static IReadOnlyList<BouncedRecipient> Read(string text)
    {
        var recipients = new List<BouncedRecipient>();
        var group = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var last = "";
        foreach (var line in text.AsSpan().EnumerateLinesByLineFeed())
        {
            if (line.IsWhiteSpace())
            {
                Add(recipients, group);
                last = "";
            }
            else if (line is [' ' or '\t', ..] && group.TryGetValue(last, out var value) && value.Length < MaxDiagnostic)
            {
                group[last] = $"{value} {line.Trim()}";
            }
            else
            {
                last = Take(recipients, group, line);
            }
        }

        Add(recipients, group);
        return recipients;
    }

    private static string Take(List<BouncedRecipient> recipients, Dictionary<string, string> group, ReadOnlySpan<char> line)
    {
        var colon = line.IndexOf(':');
        var name = colon > 0 ? line[..colon].Trim().ToString() : "";
        if (name.Length is 0 or > 40 || name.Contains(' ', StringComparison.Ordinal))
        {
            return "";
        }

        // Some systems leave no blank line between two recipients.
        if (group.ContainsKey(name) && name.Equals("Final-Recipient", StringComparison.OrdinalIgnoreCase))
        {
            Add(recipients, group);
        }

        group.TryAdd(name, line[(colon + 1)..].Trim().ToString());
        return name;
    }

    private static void Add(List<BouncedRecipient> recipients, Dictionary<string, string> group)
    {
        if (group.Count == 0)
        {
            return;
        }

        var final = Address(group.GetValueOrDefault("Final-Recipient"));
        var original = Address(group.GetValueOrDefault("Original-Recipient"));
        var status = BounceCodes.Enhanced(group.GetValueOrDefault("Status"));
        var action = BounceActions.Read(group.GetValueOrDefault("Action"));
        var isRecipient = final is not null || original is not null || (action is not null && status is not null);
        if (isRecipient && recipients.Count < MaxRecipients)
        {
            var diagnostic = Diagnostic(group.GetValueOrDefault("Diagnostic-Code"));
            recipients.Add(
                new(
                    action ?? (status?.StartsWith('2') == true ? BounceActions.Delivered : BounceActions.Failed),
                    MoreExact(status, BounceCodes.Of(diagnostic)),
                    diagnostic,
                    final ?? original,
                    original == final ? null : original
                )
            );
        }

        group.Clear();
    }

    // Postfix and Exchange copy the code of the other server; many write 5.0.0 and leave that code in the diagnostic.
    private static string? MoreExact(string? status, string? fromDiagnostic) =>
        status is null || (status.EndsWith(".0.0", StringComparison.Ordinal) && fromDiagnostic?[0] == status[0])
            ? fromDiagnostic ?? status
            : status;

    private static string? Diagnostic(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        var type = value.IndexOf(';', StringComparison.Ordinal);
        return StoredText.CleanLine(type is > 0 and < 20 ? value[(type + 1)..] : value, MaxDiagnostic);
    }

    // "rfc822; jo@example.org", "rfc822;<jo@example.org>", "utf-8; …", or the address alone.
    private static EmailAddress? Address(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var type = value.IndexOf(';', StringComparison.Ordinal);
        var text = (type >= 0 ? value[(type + 1)..] : value).Trim().Trim('<', '>');
        return EmailAddress.TryParse(text, out var address) ? address : SenderText.Read(text).Address;
    }
}
