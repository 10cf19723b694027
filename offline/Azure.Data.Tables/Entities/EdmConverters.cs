using System.Text.Json;

namespace Azure.Data.Tables.Entities;

#nullable enable

/// <summary>The types a property may have.</summary>
internal static class EdmConverters
{
    private static readonly Dictionary<Type, object> Known = new()
    {
        [typeof(string)] = new OfString(),
        [typeof(bool)] = new OfBoolean(),
        [typeof(int)] = new OfInt32(),
        [typeof(long)] = new OfInt64(),
        [typeof(double)] = new OfDouble(),
        [typeof(Guid)] = new OfGuid(),
        [typeof(DateTime)] = new OfDateTime(),
        [typeof(DateTimeOffset)] = new OfDateTimeOffset(),
        [typeof(byte[])] = new OfBytes(),
        [typeof(BinaryData)] = new OfBinaryData(),
        [typeof(ETag)] = new OfETag(),
    };

    /// <summary>The <see cref="EdmConverter{T}"/> of a type; null when the service has no place for it.</summary>
    public static object? For(Type type)
    {
        if (Known.TryGetValue(type, out var converter))
        {
            return converter;
        }

        if (type.IsEnum)
        {
            return Activator.CreateInstance(typeof(OfEnum<>).MakeGenericType(type));
        }

        return Nullable.GetUnderlyingType(type) is { } underlying && For(underlying) is { } inner
            ? Activator.CreateInstance(typeof(OfNullable<>).MakeGenericType(underlying), inner)
            : null;
    }

    private sealed class OfString : EdmConverter<string>
    {
        public override void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

        public override string Read(ref Utf8JsonReader reader) => reader.GetString()!;
    }

    private sealed class OfBoolean : EdmConverter<bool>
    {
        public override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

        public override bool Read(ref Utf8JsonReader reader) => reader.GetBoolean();
    }

    private sealed class OfInt32 : EdmConverter<int>
    {
        public override void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

        public override int Read(ref Utf8JsonReader reader) => reader.GetInt32();
    }

    private sealed class OfInt64 : EdmConverter<long>
    {
        public override string EdmType => EdmJson.Int64;

        public override void Write(Utf8JsonWriter writer, long value) => EdmJson.WriteInt64(writer, value);

        public override long Read(ref Utf8JsonReader reader) => EdmJson.ReadInt64(ref reader);
    }

    private sealed class OfDouble : EdmConverter<double>
    {
        public override string EdmType => EdmJson.Double;

        public override void Write(Utf8JsonWriter writer, double value) => EdmJson.WriteDouble(writer, value);

        public override double Read(ref Utf8JsonReader reader) => EdmJson.ReadDouble(ref reader);
    }

    private sealed class OfGuid : EdmConverter<Guid>
    {
        public override string EdmType => EdmJson.Guid;

        public override void Write(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

        public override Guid Read(ref Utf8JsonReader reader) => reader.TryGetGuid(out var value) ? value : Guid.Parse(reader.GetString()!);
    }

    private sealed class OfDateTime : EdmConverter<DateTime>
    {
        public override string EdmType => EdmJson.Date;

        public override void Write(Utf8JsonWriter writer, DateTime value) => EdmJson.WriteDate(writer, value);

        public override DateTime Read(ref Utf8JsonReader reader) => EdmJson.ReadDate(ref reader).UtcDateTime;
    }

    private sealed class OfDateTimeOffset : EdmConverter<DateTimeOffset>
    {
        public override string EdmType => EdmJson.Date;

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value) => EdmJson.WriteDate(writer, value.UtcDateTime);

        public override DateTimeOffset Read(ref Utf8JsonReader reader) => EdmJson.ReadDate(ref reader);
    }

    private sealed class OfBytes : EdmConverter<byte[]>
    {
        public override string EdmType => EdmJson.Binary;

        public override void Write(Utf8JsonWriter writer, byte[] value) => writer.WriteBase64StringValue(value);

        public override byte[] Read(ref Utf8JsonReader reader) => reader.GetBytesFromBase64();
    }

    private sealed class OfBinaryData : EdmConverter<BinaryData>
    {
        public override string EdmType => EdmJson.Binary;

        public override void Write(Utf8JsonWriter writer, BinaryData value) => writer.WriteBase64StringValue(value.ToMemory().Span);

        public override BinaryData Read(ref Utf8JsonReader reader) => BinaryData.FromBytes(reader.GetBytesFromBase64());
    }

    private sealed class OfETag : EdmConverter<ETag>
    {
        public override void Write(Utf8JsonWriter writer, ETag value) => writer.WriteStringValue(value.ToString());

        public override ETag Read(ref Utf8JsonReader reader) => new(reader.GetString()!);
    }

    private sealed class OfEnum<T> : EdmConverter<T>
        where T : struct, Enum
    {
        public override void Write(Utf8JsonWriter writer, T value) => writer.WriteStringValue(value.ToString());

        public override T Read(ref Utf8JsonReader reader) => Enum.Parse<T>(reader.GetString()!);
    }

    private sealed class OfNullable<T>(EdmConverter<T> inner) : EdmConverter<T?>
        where T : struct
    {
        public override string? EdmType => inner.EdmType;

        public override void Write(Utf8JsonWriter writer, T? value) => inner.Write(writer, value!.Value);

        public override T? Read(ref Utf8JsonReader reader) => inner.Read(ref reader);
    }
}
