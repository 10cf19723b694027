using System.Globalization;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Connectors.Generic;

/// <summary>
/// The fields of one object of an item, as no-code tools fill them: numbers and truth values may be texts, what is not known may be null or empty, and
/// names may be in any case. The first field that is wrong is remembered and what it holds counts as missing.
/// </summary>
internal sealed class GenericFields
{
    private const int MaxAddress = 2_000;
    private const long LastSecond = 253_402_300_799;

    private readonly Dictionary<string, PayloadNode> _fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _prefix;
    private readonly GenericFields _root;

    /// <summary>Reads an item.</summary>
    public GenericFields(PayloadNode item)
        : this(item, null, "") { }

    private GenericFields(PayloadNode item, GenericFields? root, string prefix)
    {
        (_root, _prefix) = (root ?? this, prefix);
        foreach (var (name, value) in item.Fields)
        {
            _fields[name] = value;
        }
    }

    /// <summary>What is wrong, beginning with the field's name; null when nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>Notes that a field is wrong, unless one is already.</summary>
    public void Wrong(string name, string expected) => _root.Problem ??= $"{_prefix}{name}: {expected}";

    /// <summary>A text as it is, or a number's digits; null when it is missing or blank.</summary>
    public string? Text(string name)
    {
        var field = Find(name);
        if (field.Exists && field.Words is null)
        {
            Wrong(name, "a text is expected.");
        }

        return string.IsNullOrWhiteSpace(field.Words) ? null : field.Words;
    }

    /// <summary>A text on one line, cut at a length.</summary>
    public string? Line(string name, int max) =>
        Text(name) is { } text && StoredText.CleanLine(text, max) is { Length: > 0 } line ? line : null;

    /// <summary>An id; one that is too long cannot be cut.</summary>
    public string? Id(string name, int max = 300)
    {
        if (Text(name)?.Trim() is not { } id)
        {
            return null;
        }

        if (id.Length <= max && !id.Any(char.IsControl))
        {
            return id;
        }

        Wrong(name, string.Create(CultureInfo.InvariantCulture, $"1 to {max} characters on one line are expected."));
        return null;
    }

    /// <summary>How many; not negative.</summary>
    public long? Count(string name) =>
        Number(name, 0, long.MaxValue, "a whole number from 0 is expected.") is { } count ? (long)count : null;

    /// <summary>Stars. Of half stars the whole ones count.</summary>
    public int? Stars(string name) =>
        Number(name, 1, 5, "a number from 1 to 5 is expected.", isWhole: false) is { } stars ? (int)stars : null;

    /// <summary>Yes or no.</summary>
    public bool Flag(string name)
    {
        if (Find(name) is { IsTruthValue: true } value)
        {
            return value.IsTrue;
        }

        switch (Text(name)?.Trim().ToUpperInvariant())
        {
            case null or "FALSE" or "NO" or "0":
                return false;
            case "TRUE" or "YES" or "1":
                return true;
            default:
                Wrong(name, "true or false is expected.");
                return false;
        }
    }

    /// <summary>A moment in ISO 8601 or in seconds or milliseconds since 1970. What lies before 1970 is how tools write that they do not know.</summary>
    public DateTimeOffset? Moment(string name)
    {
        if (Text(name)?.Trim() is not { } text)
        {
            return null;
        }

        DateTimeOffset? moment = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var unix)
            ? unix switch
            {
                <= LastSecond / 10 => DateTimeOffset.FromUnixTimeSeconds(unix),
                <= LastSecond * 1_000 => DateTimeOffset.FromUnixTimeMilliseconds(unix),
                _ => null,
            }
            : ReadMoment(text);
        if (moment is null)
        {
            Wrong(name, "a moment in ISO 8601 is expected, such as 2026-11-22T02:23:02Z.");
        }

        return moment >= DateTimeOffset.UnixEpoch ? moment : null;
    }

    /// <summary>A web address.</summary>
    public Uri? Address(string name)
    {
        if (Text(name)?.Trim() is not { } text)
        {
            return null;
        }

        if (
            text.Length <= MaxAddress
            && Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address is { Scheme: "https" or "http", UserInfo: "" }
        )
        {
            return address;
        }

        Wrong(name, "an address that begins with https:// or http:// is expected, of at most 2,000 characters.");
        return null;
    }

    /// <summary>The words of an array, or of a text with commas.</summary>
    public IReadOnlyList<string> Words(string name, int max)
    {
        var words = Find(name) switch
        {
            { Exists: false } => [],
            { IsArray: true } array when array.Items.All(one => !one.Exists || one.Text is not null) => array
                .Items.Select(one => one.Text)
                .OfType<string>(),
            { Text: { } text } => text.Split([',', ';', '，', '、']),
            _ => null,
        };
        if (words is null)
        {
            Wrong(name, "an array of texts is expected.");
            return [];
        }

        var clean = words.Select(word => StoredText.CleanLine(word, max).TrimStart('#', '＃')).Where(word => word.Length > 0);
        return [.. clean.Distinct(StringComparer.Ordinal).Take(30)];
    }

    /// <summary>The fields of an object. A text instead of it counts as the field <paramref name="main"/> of it.</summary>
    public GenericFields? Part(string name, string main)
    {
        var field = Find(name);
        if (field.IsObject)
        {
            return new(field, _root, $"{_prefix}{name}.");
        }

        if (field.Exists && field.Text is null)
        {
            Wrong(name, "an object is expected.");
        }

        if (string.IsNullOrWhiteSpace(field.Text))
        {
            return null;
        }

        var alone = new GenericFields(default, _root, $"{_prefix}{name}.");
        alone._fields[main] = field;
        return alone;
    }

    private PayloadNode Find(string name) => _fields.GetValueOrDefault(name);

    private decimal? Number(string name, long least, long most, string expected, bool isWhole = true)
    {
        if (Text(name)?.Trim() is not { } text)
        {
            return null;
        }

        const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingSign;
        if (
            decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
            && (!isWhole || number == decimal.Truncate(number))
        )
        {
            return number;
        }

        Wrong(name, expected);
        return null;
    }

    /// <summary>ISO 8601 only: in other notations day and month cannot be told apart. UTC where no offset is given.</summary>
    private static DateTimeOffset? ReadMoment(string text) =>
        text.Length is >= 10 and <= 40
        && text[4] == '-'
        && text[7] == '-'
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : null;
}
