namespace Azure.Data.Tables;

/// <summary>An entity without a type of its own: property names and values. Numbers keep their stored type; dates read from the service are <see cref="DateTimeOffset"/>.</summary>
public sealed partial class TableEntity : ITableEntity
{
    internal const string ETagKey = "odata.etag";
    private const string TimestampKey = "Timestamp";

    private readonly Dictionary<string, object> _properties;

    public TableEntity()
        : this(null) { }

    public TableEntity(string partitionKey, string rowKey)
        : this(null)
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public TableEntity(IDictionary<string, object> values)
    {
        _properties = values is null ? new(StringComparer.Ordinal) : new(values, StringComparer.Ordinal);
    }

    public string PartitionKey
    {
        get => GetString(nameof(PartitionKey));
        set => _properties[nameof(PartitionKey)] = value;
    }

    public string RowKey
    {
        get => GetString(nameof(RowKey));
        set => _properties[nameof(RowKey)] = value;
    }

    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(TimestampKey);
        set => _properties[TimestampKey] = value;
    }

    public ETag ETag
    {
        get => new(GetString(ETagKey));
        set => _properties[ETagKey] = value.ToString();
    }

    public string GetString(string key) => Get<string>(key);

    public byte[] GetBinary(string key) => Find(key) is BinaryData data ? data.ToArray() : Get<byte[]>(key);

    public BinaryData GetBinaryData(string key) => Find(key) is byte[] bytes ? BinaryData.FromBytes(bytes) : Get<BinaryData>(key);

    public bool? GetBoolean(string key) => Get<bool?>(key);

    public DateTime? GetDateTime(string key) => Find(key) is DateTimeOffset date ? date.UtcDateTime : Get<DateTime?>(key);

    public DateTimeOffset? GetDateTimeOffset(string key) => Find(key) is DateTime date ? new(date) : Get<DateTimeOffset?>(key);

    public double? GetDouble(string key) => Get<double?>(key);

    public Guid? GetGuid(string key) => Get<Guid?>(key);

    public int? GetInt32(string key) => Get<int?>(key);

    public long? GetInt64(string key) => Get<long?>(key);

    private object Find(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _properties.GetValueOrDefault(key);
    }

    private T Get<T>(string key) =>
        Find(key) switch
        {
            null => default,
            T value => value,
            var other => throw new InvalidOperationException($"Cannot return {typeof(T)} type for a {other.GetType()} typed property."),
        };

    // A property keeps its type: an Int32 may become Int64 or Double, and an Int32 given to an Int64 or Double is widened. Anything else is a mistake.
    private static object Coerce(object existing, object value) =>
        (existing, value) switch
        {
            (int, double or long) => value,
            (double, int number) => (double)number,
            (long, int number) => (long)number,
            _ when existing.GetType().IsInstanceOfType(value) => value,
            _ => throw new InvalidOperationException($"A {existing.GetType()} property cannot be set to a {value.GetType()}."),
        };
}
