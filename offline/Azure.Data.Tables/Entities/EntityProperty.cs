using System.Text.Json;

namespace Azure.Data.Tables.Entities;

#nullable enable

/// <summary>One property of an entity type, under the name it is stored by.</summary>
internal abstract class EntityProperty(string name)
{
    private readonly byte[] _utf8 = EdmJson.Utf8(name);

    public string Name { get; } = name;

    public bool IsNamed(ref Utf8JsonReader reader) => reader.ValueTextEquals(_utf8);

    public abstract void Write(Utf8JsonWriter writer, object entity);

    public abstract void Read(ref Utf8JsonReader reader, object entity);
}

/// <inheritdoc/>
internal sealed class EntityProperty<TOwner, TValue>(
    string name,
    Func<TOwner, TValue>? get,
    Action<TOwner, TValue?>? set,
    EdmConverter<TValue> converter
) : EntityProperty(name)
    where TOwner : class
{
    private readonly JsonEncodedText _name = EdmJson.Encode(name);
    private readonly JsonEncodedText _typeName = EdmJson.Encode(name + "@odata.type");
    private readonly JsonEncodedText? _edmType = converter.EdmType is { } type ? EdmJson.Encode(type) : null;

    /// <summary>Writes the value unless it is null: the service stores no nulls, and a merge with null changes nothing.</summary>
    public override void Write(Utf8JsonWriter writer, object entity)
    {
        if (get is null || get((TOwner)entity) is not { } value)
        {
            return;
        }

        if (_edmType is { } type)
        {
            writer.WriteString(_typeName, type);
        }

        writer.WritePropertyName(_name);
        converter.Write(writer, value);
    }

    public override void Read(ref Utf8JsonReader reader, object entity)
    {
        if (set is null)
        {
            reader.Skip();
            return;
        }

        set((TOwner)entity, reader.TokenType == JsonTokenType.Null ? default : converter.Read(ref reader));
    }
}
