namespace Azure.Data.Tables;

/// <summary>What every entity has: its two keys, and what the service says about the stored version.</summary>
public interface ITableEntity
{
    string PartitionKey { get; set; }

    string RowKey { get; set; }

    /// <summary>When the service last wrote the entity; never sent.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>The stored version; never sent as a property.</summary>
    ETag ETag { get; set; }
}
