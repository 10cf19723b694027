using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace SupportPipeline.Social.Connectors;

/// <summary>
/// A value somewhere in a platform's JSON, or the lack of one. What is missing or of another type than expected is null, false or empty, never an
/// exception: platforms add fields and change types, and one odd item must not lose the others.
/// </summary>
internal readonly struct PayloadNode
{
    /// <summary>The most characters of an id.</summary>
    public const int MaxId = 300;

    /// <summary>Larger numbers are milliseconds: as seconds they would lie beyond the year 5000.</summary>
    private const long MostSeconds = 100_000_000_000;

    private const long MostMilliseconds = 253_402_300_799_999;

    private readonly JsonElement _element;

    private PayloadNode(JsonElement element) => _element = element;

    /// <summary>Reads a payload.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static PayloadNode Parse(ReadOnlySpan<byte> body) => new(JsonElement.Parse(body));

    /// <summary>Whether it is there and not null.</summary>
    public bool Exists => _element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>Whether it is an object.</summary>
    public bool IsObject => _element.ValueKind == JsonValueKind.Object;

    /// <summary>Whether it is an array.</summary>
    public bool IsArray => _element.ValueKind == JsonValueKind.Array;

    /// <summary>Whether it says yes: <c>true</c>, 1, or one of them as text.</summary>
    public bool IsTrue =>
        _element.ValueKind == JsonValueKind.True || Whole == 1 || string.Equals(Text, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The elements of an array; none when it is no array.</summary>
    public IEnumerable<PayloadNode> Items => IsArray ? _element.EnumerateArray().Select(item => new PayloadNode(item)) : [];

    /// <summary>A text; null when it is none. Half a surrogate pair, which is left where a platform cut an emoji in two, becomes U+FFFD.</summary>
    public string? Text
    {
        get
        {
            if (_element.ValueKind != JsonValueKind.String)
            {
                return null;
            }

            try
            {
                return _element.GetString();
            }
            catch (InvalidOperationException)
            {
                return Unescape(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(_element)[1..^1]));
            }
        }
    }

    /// <summary>What a text says, or a number as it is written; null for anything else.</summary>
    public string? Words => _element.ValueKind == JsonValueKind.Number ? _element.GetRawText() : Text;

    /// <summary>Whether it is <c>true</c> or <c>false</c>, not written as text.</summary>
    public bool IsTruthValue => _element.ValueKind is JsonValueKind.True or JsonValueKind.False;

    /// <summary>The fields of an object in their order; none when it is none.</summary>
    /// <exception cref="InvalidOperationException">The name of one is no text.</exception>
    public IEnumerable<(string Name, PayloadNode Value)> Fields =>
        IsObject ? _element.EnumerateObject().Select(one => (one.Name, new PayloadNode(one.Value))) : [];

    /// <summary>A whole number, also one written as text.</summary>
    public long? Whole =>
        _element.ValueKind switch
        {
            JsonValueKind.Number when _element.TryGetInt64(out var number) => number,
            JsonValueKind.String when long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) =>
                number,
            _ => null,
        };

    /// <summary>A whole number in digits, for ids that are always numbers.</summary>
    public string? Number => Whole?.ToString(CultureInfo.InvariantCulture);

    /// <summary>An id of 1 to <see cref="MaxId"/> characters; platforms write ids as text or as a number.</summary>
    public string? Id =>
        _element.ValueKind switch
        {
            JsonValueKind.String when Text is { Length: > 0 and <= MaxId } text => text,
            JsonValueKind.Number when _element.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };

    /// <summary>A moment: seconds or milliseconds since 1970, or ISO 8601.</summary>
    public DateTimeOffset? Time =>
        Whole switch
        {
            >= 0 and < MostSeconds and { } seconds => DateTimeOffset.FromUnixTimeSeconds(seconds),
            >= MostSeconds and <= MostMilliseconds and { } milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
            null when DateTimeOffset.TryParse(Text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time,
            _ => null,
        };

    /// <summary>An address with http or https.</summary>
    public Uri? Link => Uri.TryCreate(Text, UriKind.Absolute, out var link) && link.Scheme is "https" or "http" ? link : null;

    /// <summary>A field of an object; a node that does not exist when there is none, or this is no object.</summary>
    public PayloadNode this[string name]
    {
        get
        {
            try
            {
                return IsObject && _element.TryGetProperty(name, out var value) ? new(value) : default;
            }
            catch (InvalidOperationException)
            {
                // The name of another field holds half a surrogate pair.
                return FindAmongOddNames(name);
            }
        }
    }

    private PayloadNode FindAmongOddNames(string name)
    {
        var found = default(PayloadNode);
        foreach (var field in _element.EnumerateObject())
        {
            try
            {
                found = field.NameEquals(name) ? new(field.Value) : found;
            }
            catch (InvalidOperationException)
            {
                // Not the one that is looked for.
            }
        }

        return found;
    }

    private static string Unescape(string raw)
    {
        var text = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] != '\\')
            {
                text.Append(raw[at]);
                continue;
            }

            at++;
            if (raw[at] == 'u')
            {
                text.Append((char)ushort.Parse(raw.AsSpan(at + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                at += 4;
                continue;
            }

            text.Append(
                raw[at] switch
                {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'b' => '\b',
                    'f' => '\f',
                    var itself => itself,
                }
            );
        }

        // Encoding puts U+FFFD where half a pair is.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
