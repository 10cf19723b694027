using System.Text.Json;

namespace Azure.Data.Tables.Entities;

#nullable enable

/// <summary>Entities that are dictionaries: the value decides the stored type, the service's annotation the type read back.</summary>
internal static class DictionaryEntity
{
    private const string TypeSuffix = "@odata.type";

    public static void Write(Utf8JsonWriter writer, IDictionary<string, object> entity)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in entity)
        {
            if (value is not null && name is not (TableEntity.ETagKey or nameof(ITableEntity.Timestamp)))
            {
                WriteProperty(writer, name, value);
            }
        }

        writer.WriteEndObject();
    }

    public static void Read(ref Utf8JsonReader reader, IDictionary<string, object?> entity)
    {
        Dictionary<string, string>? announced = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name.EndsWith(TypeSuffix, StringComparison.Ordinal))
            {
                Announce(entity, ref announced, name[..^TypeSuffix.Length], reader.GetString()!);
            }
            else if (name == nameof(ITableEntity.Timestamp))
            {
                entity[name] = EdmJson.ReadDate(ref reader);
            }
            else if (name != "odata.metadata")
            {
                entity[name] = ReadValue(ref reader, announced?.GetValueOrDefault(name));
            }
        }
    }

    private static void WriteProperty(Utf8JsonWriter writer, string name, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteString(name, text);
                break;
            case bool flag:
                writer.WriteBoolean(name, flag);
                break;
            case int number:
                writer.WriteNumber(name, number);
                break;
            case long number:
                Annotate(writer, name, EdmJson.Int64);
                EdmJson.WriteInt64(writer, number);
                break;
            case double number:
                Annotate(writer, name, EdmJson.Double);
                EdmJson.WriteDouble(writer, number);
                break;
            case Guid id:
                Annotate(writer, name, EdmJson.Guid);
                writer.WriteStringValue(id);
                break;
            case DateTimeOffset date:
                Annotate(writer, name, EdmJson.Date);
                EdmJson.WriteDate(writer, date.UtcDateTime);
                break;
            case DateTime date:
                Annotate(writer, name, EdmJson.Date);
                EdmJson.WriteDate(writer, date);
                break;
            case byte[] bytes:
                Annotate(writer, name, EdmJson.Binary);
                writer.WriteBase64StringValue(bytes);
                break;
            case BinaryData data:
                Annotate(writer, name, EdmJson.Binary);
                writer.WriteBase64StringValue(data.ToMemory().Span);
                break;
            case Enum:
                throw new NotSupportedException($"{name} is an enum; only entity types of your own may have enum properties.");
            default:
                throw new NotSupportedException($"{name} is a {value.GetType()}, which Table Storage cannot hold.");
        }
    }

    private static void Annotate(Utf8JsonWriter writer, string name, string edmType)
    {
        writer.WriteString(name + TypeSuffix, edmType);
        writer.WritePropertyName(name);
    }

    // The annotation comes before its value; JSON does not promise that, so the other order works too.
    private static void Announce(
        IDictionary<string, object?> entity,
        ref Dictionary<string, string>? announced,
        string name,
        string edmType
    )
    {
        if (entity.TryGetValue(name, out var early))
        {
            entity.Remove(name);
            entity[name] = early is string text ? EdmJson.Typed(text, edmType) : Widened(early, edmType);
            return;
        }

        (announced ??= [])[name] = edmType;
    }

    private static object? Widened(object? value, string edmType) =>
        value is int number && edmType == EdmJson.Double ? (double)number : value;

    private static object? ReadValue(ref Utf8JsonReader reader, string? edmType)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.True or JsonTokenType.False:
                return reader.GetBoolean();
            case JsonTokenType.Number when edmType is EdmJson.Double:
                return reader.GetDouble();
            case JsonTokenType.Number when edmType is EdmJson.Int64:
                return reader.GetInt64();
            case JsonTokenType.Number:
                return reader.TryGetInt32(out var number) ? (object)number
                    : reader.TryGetInt64(out var large) ? (object)large
                    : reader.GetDouble();
            case JsonTokenType.String when edmType is EdmJson.Binary:
                return reader.GetBytesFromBase64();
            case JsonTokenType.String:
                return edmType is null ? reader.GetString() : EdmJson.Typed(reader.GetString()!, edmType);
            default:
                throw new JsonException($"The service answered with a {reader.TokenType} where a property value belongs.");
        }
    }
}
