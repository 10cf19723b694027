using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

#nullable enable

/// <summary>Entities to and from the service's JSON.</summary>
internal static class EntityJson
{
    // The JSON travels over HTTP and is never embedded in HTML: text stays readable and short.
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static ReadOnlyMemory<byte> Write(ITableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        Write(buffer, entity);
        return buffer.WrittenMemory;
    }

    public static void Write(IBufferWriter<byte> buffer, ITableEntity entity)
    {
        using var writer = new Utf8JsonWriter(buffer, Options);
        if (entity is IDictionary<string, object> dictionary)
        {
            DictionaryEntity.Write(writer, dictionary);
        }
        else
        {
            EntityShape.Of(entity.GetType()).Write(writer, entity);
        }
    }

    public static T Read<T>(ReadOnlySpan<byte> json)
        where T : class, ITableEntity
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        return ReadOne<T>(ref reader, ShapeOf<T>());
    }

    /// <summary>Reads the <c>value</c> array of a query's answer.</summary>
    public static List<T> ReadPage<T>(ReadOnlySpan<byte> json)
        where T : class, ITableEntity
    {
        var shape = ShapeOf<T>();
        var page = new List<T>();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = reader.ValueTextEquals("value"u8);
            reader.Read();
            if (!isValue)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                page.Add(ReadOne<T>(ref reader, shape));
            }
        }

        return page;
    }

    private static EntityShape? ShapeOf<T>() =>
        typeof(IDictionary<string, object>).IsAssignableFrom(typeof(T)) ? null : EntityShape.Of(typeof(T));

    private static T ReadOne<T>(ref Utf8JsonReader reader, EntityShape? shape)
        where T : class, ITableEntity
    {
        var entity = Activator.CreateInstance<T>();
        if (shape is null)
        {
            DictionaryEntity.Read(ref reader, (IDictionary<string, object?>)entity);
        }
        else
        {
            shape.Read(ref reader, entity);
        }

        return entity;
    }
}
