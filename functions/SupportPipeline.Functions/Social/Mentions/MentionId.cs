using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Mentions;

/// <summary>
/// The id of a mention, <c>brand.</c> and a <see cref="TimeOrderedId"/> of the moment it counts for. It leads to the mention's partition, and the same
/// delivery always gives it to the same post.
/// </summary>
[JsonConverter(typeof(JsonText))]
internal readonly record struct MentionId
{
    /// <summary>The most characters of a brand.</summary>
    public const int MaxBrandLength = 30;

    private static readonly SearchValues<char> s_brandCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    private readonly string? _brand;

    private MentionId(string brand, TimeOrderedId id) => (_brand, Order) = (brand, id);

    /// <summary>Whose mention it is.</summary>
    public string Brand => _brand ?? "";

    /// <summary>The part that orders mentions in time; unique by itself.</summary>
    public TimeOrderedId Order { get; }

    /// <summary>When the mention counts as made, to the millisecond.</summary>
    public DateTimeOffset At => Order.CreatedAt;

    /// <summary>Brand and day, UTC: where the mention and all that belongs to it lie.</summary>
    public string Partition => PartitionOf(Brand, DateOnly.FromDateTime(At.UtcDateTime));

    /// <summary>The order turned round, so that storage lists the newest first.</summary>
    public string Inverted => Invert(Order);

    /// <summary>An order turned round; see <see cref="Inverted"/>.</summary>
    public static string Invert(TimeOrderedId order) =>
        string.Create(TimeOrderedId.Length, order.Value, (inverted, value) => Invert(value, inverted));

    /// <summary>What stands before every <see cref="Inverted"/> of that moment and behind every later one.</summary>
    public static string InvertedAt(DateTimeOffset at) => Invert(TimeOrderedId.Create(at, new byte[10]));

    /// <summary>The partition of a brand's day.</summary>
    public static string PartitionOf(string brand, DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{brand}|{day:yyyyMMdd}");

    /// <summary>The id of a post that came with a delivery.</summary>
    /// <param name="brand">Whose.</param>
    /// <param name="at">The moment it counts for.</param>
    /// <param name="key">What makes the post unique.</param>
    /// <param name="delivery">What makes the delivery unique.</param>
    public static MentionId Create(string brand, DateTimeOffset at, string key, string delivery)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{delivery}\n{key}"));
        return new(brand, TimeOrderedId.Create(at, hash.AsSpan(0, 10)));
    }

    /// <summary>Whether a text can be the name of a brand: 1 to 30 small letters, digits and dashes.</summary>
    public static bool IsBrand([NotNullWhen(true)] string? brand) =>
        brand is { Length: >= 1 and <= MaxBrandLength } && !brand.AsSpan().ContainsAnyExcept(s_brandCharacters);

    /// <summary>Reads the text form; anything else is refused.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out MentionId id)
    {
        id = default;
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot < 0 || !IsBrand(text![..dot]) || !TimeOrderedId.TryParse(text[(dot + 1)..], out var order))
        {
            return false;
        }

        id = new(text[..dot], order);
        return true;
    }

    /// <summary>Reads the text form of an id that this software wrote itself.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static MentionId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("Not the id of a mention.");

    /// <summary>Reads what <see cref="Inverted"/> wrote.</summary>
    /// <exception cref="FormatException">It is not that.</exception>
    public static MentionId FromInverted(string brand, string inverted) =>
        new(brand, TimeOrderedId.Parse(string.Create(inverted.Length, inverted, (order, text) => Invert(text, order))));

    /// <summary>The text form; it says nothing about a person, so it may be logged.</summary>
    public override string ToString() => _brand is null ? "" : $"{_brand}.{Order.Value}";

    private static void Invert(string from, Span<char> to)
    {
        for (var place = 0; place < from.Length; place++)
        {
            to[place] = TimeOrderedId.Alphabet[31 - TimeOrderedId.Alphabet.IndexOf(from[place], StringComparison.Ordinal)];
        }
    }

    internal sealed class JsonText : JsonConverter<MentionId>
    {
        public override MentionId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var id) ? id : throw new JsonException("Not the id of a mention.");

        public override void Write(Utf8JsonWriter writer, MentionId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
