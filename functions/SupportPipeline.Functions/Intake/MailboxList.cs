namespace SupportPipeline.Intake;

/// <summary>Reads the address lists of From, To, Cc and Reply-To as they are found in the wild (RFC 5322, 3.4, and what breaks it).</summary>
public static class MailboxList
{
    /// <summary>Reads every mailbox of a header value, in order. Never throws; takes time proportional to the length of the header.</summary>
    /// <param name="header">The header's value, unfolded or not. What is no address is skipped.</param>
    /// <param name="limit">How many mailboxes to return at most.</param>
    /// <param name="dropped">How many further valid mailboxes there were.</param>
    public static IReadOnlyList<Mailbox> Parse(string? header, int limit, out int dropped)
    {
        var entries = new MailboxEntries(limit);
        if (!string.IsNullOrWhiteSpace(header))
        {
            new MailboxScanner(header, entries).Run();
        }

        dropped = entries.Dropped;
        return entries.Mailboxes;
    }
}
