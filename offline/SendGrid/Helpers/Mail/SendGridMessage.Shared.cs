namespace SendGrid.Helpers.Mail;

/// <content>What all copies share.</content>
public partial class SendGridMessage
{
    public void SetGlobalSubject(string subject) => Subject = subject;

    /// <summary>Unix seconds.</summary>
    public void SetGlobalSendAt(int sendAt) => SendAt = sendAt;

    public void SetTemplateId(string templateID) => TemplateId = templateID;

    public void SetBatchId(string batchId) => BatchId = batchId;

    public void SetIpPoolName(string ipPoolName) => IpPoolName = ipPoolName;

    public void SetAsm(int groupID, List<int> groupsToDisplay = null) =>
        Asm = new ASM { GroupId = groupID, GroupsToDisplay = groupsToDisplay };

    public void AddContent(string mimeType, string text) => AddContents([new Content(mimeType, text)]);

    public void AddContents(List<Content> contents) => Contents = [.. Contents ?? [], .. contents];

    public void AddCategory(string category) => AddCategories([category]);

    public void AddCategories(List<string> categories) => Categories = [.. Categories ?? [], .. categories];

    /// <inheritdoc cref="AddGlobalHeaders"/>
    public void AddGlobalHeader(string key, string value) => Headers = Append(Headers, One(key, value));

    /// <summary>Adds to all copies.</summary>
    /// <exception cref="ArgumentException">A key is there already, be it with the same value.</exception>
    public void AddGlobalHeaders(Dictionary<string, string> headers) => Headers = Append(Headers, headers);

    /// <inheritdoc cref="AddGlobalCustomArgs"/>
    public void AddGlobalCustomArg(string key, string value) => CustomArgs = Append(CustomArgs, One(key, value));

    /// <summary>Adds to all copies.</summary>
    /// <exception cref="ArgumentException">A key is there already, be it with the same value.</exception>
    public void AddGlobalCustomArgs(Dictionary<string, string> customArgs) => CustomArgs = Append(CustomArgs, customArgs);

    /// <inheritdoc cref="AddSections"/>
    public void AddSection(string key, string value) => Sections = Append(Sections, One(key, value));

    /// <summary>Adds to all copies.</summary>
    /// <exception cref="ArgumentException">A key is there already, be it with the same value.</exception>
    public void AddSections(Dictionary<string, string> sections) => Sections = Append(Sections, sections);

    /// <summary>Reads a stream to its end and attaches it; does nothing without a name or a readable stream.</summary>
    public async Task AddAttachmentAsync(
        string filename,
        Stream contentStream,
        string type = null,
        string disposition = null,
        string content_id = null,
        CancellationToken cancellationToken = default
    )
    {
        if (string.IsNullOrWhiteSpace(filename) || contentStream is not { CanRead: true })
        {
            return;
        }

        using var bytes = new MemoryStream();
        await contentStream.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
        AddAttachment(filename, Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length), type, disposition, content_id);
    }

    /// <summary>Attaches a file; does nothing when its name or content is blank.</summary>
    public void AddAttachment(
        string filename,
        string base64Content,
        string type = null,
        string disposition = null,
        string content_id = null
    )
    {
        if (string.IsNullOrWhiteSpace(filename) || string.IsNullOrWhiteSpace(base64Content))
        {
            return;
        }

        AddAttachment(
            new Attachment
            {
                Filename = filename,
                Content = base64Content,
                Type = type,
                Disposition = disposition,
                ContentId = content_id,
            }
        );
    }

    public void AddAttachment(Attachment attachment) => AddAttachments([attachment]);

    public void AddAttachments(IEnumerable<Attachment> attachments) => Attachments = [.. Attachments ?? [], .. attachments];

    private static Dictionary<string, string> Append(Dictionary<string, string> present, Dictionary<string, string> added)
    {
        var result = new Dictionary<string, string>(present ?? [], StringComparer.Ordinal);
        foreach (var pair in added)
        {
            result.Add(pair.Key, pair.Value);
        }

        return result;
    }
}
