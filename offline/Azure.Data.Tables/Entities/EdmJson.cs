using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

#nullable enable

/// <summary>The values that JSON has no form of its own for.</summary>
internal static class EdmJson
{
    public const string Int64 = "Edm.Int64";
    public const string Double = "Edm.Double";
    public const string Guid = "Edm.Guid";
    public const string Date = "Edm.DateTime";
    public const string Binary = "Edm.Binary";

    public static void WriteInt64(Utf8JsonWriter writer, long value)
    {
        Span<byte> digits = stackalloc byte[20];
        value.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        writer.WriteStringValue(digits[..length]);
    }

    public static long ReadInt64(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
            ? long.Parse(reader.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : reader.GetInt64();

    public static void WriteDouble(Utf8JsonWriter writer, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    public static double ReadDouble(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
            ? double.Parse(reader.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture)
            : reader.GetDouble();

    /// <summary>Writes a date with all seven digits of its fraction.</summary>
    /// <exception cref="NotSupportedException">The value is not in UTC; the package refuses it too.</exception>
    public static void WriteDate(Utf8JsonWriter writer, DateTime value)
    {
        if (value.Kind != DateTimeKind.Utc)
        {
            throw new NotSupportedException(
                $"DateTime {value:O} has a Kind of {value.Kind}. It must be UTC: call DateTime.SpecifyKind or DateTime.ToUniversalTime first."
            );
        }

        Span<byte> text = stackalloc byte[28];
        value.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    public static DateTimeOffset ReadDate(ref Utf8JsonReader reader) =>
        reader.TryGetDateTimeOffset(out var value)
            ? value
            : DateTimeOffset.Parse(reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>A value that arrived as text before its type did.</summary>
    public static object Typed(string text, string edmType) =>
        edmType switch
        {
            Int64 => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
            Double => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
            Guid => System.Guid.Parse(text),
            Date => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            Binary => Convert.FromBase64String(text),
            _ => text,
        };

    /// <summary>Names of properties, encoded once.</summary>
    public static JsonEncodedText Encode(string name) =>
        JsonEncodedText.Encode(name, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    public static byte[] Utf8(string name) => Encoding.UTF8.GetBytes(name);
}
