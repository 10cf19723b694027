using System.Text.Json;

namespace SupportPipeline.Intake;

/// <summary>
/// The fields of one Inbound Parse request in default mode, as bytes; every field is decoded with its own character set, which the
/// field <c>charsets</c> names. Part order is not fixed, so decoding waits until all parts have been read.
/// </summary>
internal sealed class InboundParseForm
{
    private readonly Dictionary<string, byte[]> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedSet<string> _problems = new(StringComparer.Ordinal);
    private Dictionary<string, string>? _charsets;

    /// <summary>Whether anything of a mail was found: without it the request is not one that SendGrid would send.</summary>
    public bool HasMail => _fields.Keys.Any(name => name is "headers" or "from" or "envelope" or "text" or "html" or "subject" or "to");

    /// <summary>The attachments in the order of their parts.</summary>
    public List<AttachmentPart> Attachments { get; } = [];

    /// <summary>What was odd, as reason codes.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    /// <summary>Adds a field; of a field that comes twice the first counts.</summary>
    public void Add(string name, byte[] value) => _fields.TryAdd(name, value);

    /// <summary>Notes something odd.</summary>
    public void Note(string reason) => _problems.Add(reason);

    /// <summary>A field as text; null when it is not there.</summary>
    public string? Text(string name) => _fields.TryGetValue(name, out var bytes) ? Decode(bytes, Charset(name)) : null;

    /// <summary>A field that holds JSON; null when it is missing or is not an object.</summary>
    public JsonElement? Json(string name)
    {
        if (!_fields.TryGetValue(name, out var bytes))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                ReadStrings(document.RootElement);
                return document.RootElement.Clone();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Fall through: noted below.
        }

        Note(Platform.ReasonCode.MalformedPayload);
        return null;
    }

    /// <summary>The parser looks at strings only when they are asked for; one that is no text would throw far from here.</summary>
    /// <exception cref="InvalidOperationException">A string or name is no valid UTF-8 or holds half a surrogate pair.</exception>
    private static void ReadStrings(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    ReadStrings(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    _ = property.Name;
                    ReadStrings(property.Value);
                }

                break;
        }
    }

    private string? Charset(string name)
    {
        _charsets ??= ReadCharsets();
        return _charsets.GetValueOrDefault(name);
    }

    private Dictionary<string, string> ReadCharsets()
    {
        var charsets = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (Json("charsets") is { } json)
        {
            foreach (var property in json.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.String))
            {
                charsets[property.Name] = property.Value.GetString()!;
            }
        }

        return charsets;
    }

    private string Decode(byte[] bytes, string? charset)
    {
        var text = FieldCharset.Decode(bytes, charset, out var isKnown);
        if (!isKnown)
        {
            Note(Platform.ReasonCode.UnknownCharset);
        }

        return text;
    }
}

/// <summary>One attachment of a request.</summary>
/// <param name="FieldName">The part's name, <c>attachment1</c> and so on.</param>
/// <param name="FileName">The file name as the sender gave it; not safe as a path.</param>
/// <param name="ContentType">The media type as the sender gave it.</param>
/// <param name="Length">The size in bytes.</param>
internal sealed record AttachmentPart(string FieldName, string FileName, string ContentType, long Length)
{
    /// <summary>The beginning of the content when the part is a report about another mail, or that mail; null for every other attachment.</summary>
    public byte[]? Report { get; init; }
}
