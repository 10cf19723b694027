namespace SupportPipeline.LocalHost.Email;

/// <summary>A header field as it stands in a mail: unfolded, words that are not ASCII still encoded (RFC 2047).</summary>
internal sealed record TestHeader(string Name, string Raw)
{
    /// <summary>The value as people read it.</summary>
    public string Value => EncodedWords.Decode(Raw);

    /// <summary>A field with a value for people; what is not ASCII is encoded.</summary>
    public static TestHeader Of(string name, string value) => new(name, EncodedWords.Encode(value));

    /// <summary>A field that lists mailboxes: names are encoded, addresses stay.</summary>
    public static TestHeader OfMailboxes(string name, IEnumerable<Mailbox> mailboxes) =>
        new(name, string.Join(", ", mailboxes.Select(mailbox => mailbox.ToHeader())));

    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
