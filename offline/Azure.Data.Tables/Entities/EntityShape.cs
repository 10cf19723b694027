using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;

namespace Azure.Data.Tables.Entities;

#nullable enable

/// <summary>The properties of one entity type, looked up once: after that reading and writing go through typed delegates.</summary>
internal sealed class EntityShape
{
    private static readonly ConcurrentDictionary<Type, EntityShape> Shapes = new();

    private static readonly string[] SystemNames =
    [
        nameof(ITableEntity.PartitionKey),
        nameof(ITableEntity.RowKey),
        nameof(ITableEntity.Timestamp),
        nameof(ITableEntity.ETag),
    ];

    // Through the interface, so that explicit implementations work. What the service alone decides is read and never written.
    private static readonly EntityProperty[] SystemProperties =
    [
        System(nameof(ITableEntity.PartitionKey), static e => e.PartitionKey, static (e, value) => e.PartitionKey = value),
        System(nameof(ITableEntity.RowKey), static e => e.RowKey, static (e, value) => e.RowKey = value),
        System<DateTimeOffset?>(nameof(ITableEntity.Timestamp), null, static (e, value) => e.Timestamp = value),
        System<ETag>(TableEntity.ETagKey, null, static (e, value) => e.ETag = value),
    ];

    private readonly EntityProperty[] _properties;

    private EntityShape(Type type)
    {
        if (type.IsValueType)
        {
            throw new NotSupportedException($"{type} is a struct; entities must be classes.");
        }

        _properties =
        [
            .. SystemProperties,
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property =>
                    property.GetIndexParameters().Length == 0
                    && !SystemNames.Contains(property.Name, StringComparer.Ordinal)
                    && !property.IsDefined(typeof(IgnoreDataMemberAttribute))
                )
                .Select(property => Own(type, property)),
        ];
    }

    public static EntityShape Of(Type type) => Shapes.GetOrAdd(type, static t => new(t));

    public static string StoredName(MemberInfo member) => member.GetCustomAttribute<DataMemberAttribute>()?.Name ?? member.Name;

    public void Write(Utf8JsonWriter writer, ITableEntity entity)
    {
        writer.WriteStartObject();
        foreach (var property in _properties)
        {
            property.Write(writer, entity);
        }

        writer.WriteEndObject();
    }

    /// <summary>Reads the object the reader stands on. Names the type does not have are skipped.</summary>
    public void Read(ref Utf8JsonReader reader, ITableEntity entity)
    {
        var expected = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = Find(ref reader, expected);
            reader.Read();
            if (found < 0)
            {
                reader.Skip();
                continue;
            }

            _properties[found].Read(ref reader, entity);
            expected = found + 1;
        }
    }

    // The service keeps the order in which properties were written, so the next name is nearly always the next property.
    private int Find(ref Utf8JsonReader reader, int expected)
    {
        for (var i = 0; i < _properties.Length; i++)
        {
            var index = expected + i;
            index = index < _properties.Length ? index : index - _properties.Length;
            if (_properties[index].IsNamed(ref reader))
            {
                return index;
            }
        }

        return -1;
    }

    private static EntityProperty<ITableEntity, T> System<T>(string name, Func<ITableEntity, T>? get, Action<ITableEntity, T?> set) =>
        new(name, get, set, (EdmConverter<T>)EdmConverters.For(typeof(T))!);

    private static EntityProperty Own(Type owner, PropertyInfo property)
    {
        var converter =
            EdmConverters.For(property.PropertyType)
            ?? throw new NotSupportedException($"{owner}.{property.Name} is a {property.PropertyType}, which Table Storage cannot hold.");
        var type = property.PropertyType;
        var get = property.GetGetMethod()?.CreateDelegate(typeof(Func<,>).MakeGenericType(owner, type));
        var set = property.GetSetMethod()?.CreateDelegate(typeof(Action<,>).MakeGenericType(owner, type));
        return (EntityProperty)
            Activator.CreateInstance(typeof(EntityProperty<,>).MakeGenericType(owner, type), StoredName(property), get, set, converter)!;
    }
}
