using System.Text.Json;

namespace Azure.Data.Tables.Entities;

#nullable enable

/// <summary>How one .NET type is stored.</summary>
internal abstract class EdmConverter<T>
{
    /// <summary>What the service must be told about the type; null when the JSON says it.</summary>
    public virtual string? EdmType => null;

    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Reads a value that is not null.</summary>
    public abstract T Read(ref Utf8JsonReader reader);
}
