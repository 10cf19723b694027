using Azure.Core;
using Azure.Data.Tables.Filters;

namespace Azure.Data.Tables.Wire;

#nullable enable

/// <summary>What a write looks like on the wire, alone or inside a transaction.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">The encoded path below the endpoint.</param>
/// <param name="Entity">What is sent; null for a delete.</param>
/// <param name="IfMatch">The version that must be stored; null for none.</param>
internal readonly record struct EntityRequest(RequestMethod Method, string Path, ITableEntity? Entity, string? IfMatch)
{
    public const string NoContent = "return-no-content";

    /// <summary>Only an insert would answer with the entity it was just given.</summary>
    public bool WantsNoContent => Method == RequestMethod.Post;

    public static EntityRequest Add(string table, ITableEntity entity) => new(RequestMethod.Post, table, entity, null);

    public static EntityRequest Update(string table, ITableEntity entity, TableUpdateMode mode, ETag ifMatch) =>
        new(
            mode == TableUpdateMode.Replace ? RequestMethod.Put : RequestMethod.Patch,
            PathOf(table, entity.PartitionKey, entity.RowKey),
            entity,
            ifMatch == default ? null : ifMatch.ToString()
        );

    public static EntityRequest Delete(string table, string partitionKey, string rowKey, ETag ifMatch) =>
        new(RequestMethod.Delete, PathOf(table, partitionKey, rowKey), null, (ifMatch == default ? ETag.All : ifMatch).ToString());

    public static EntityRequest Of(string table, TableTransactionAction action) =>
        action.ActionType switch
        {
            TableTransactionActionType.Add => Add(table, action.Entity),
            TableTransactionActionType.UpdateMerge => Update(table, action.Entity, TableUpdateMode.Merge, action.ETag),
            TableTransactionActionType.UpdateReplace => Update(table, action.Entity, TableUpdateMode.Replace, action.ETag),
            TableTransactionActionType.UpsertMerge => Update(table, action.Entity, TableUpdateMode.Merge, default),
            TableTransactionActionType.UpsertReplace => Update(table, action.Entity, TableUpdateMode.Replace, default),
            TableTransactionActionType.Delete => Delete(table, action.Entity.PartitionKey, action.Entity.RowKey, action.ETag),
            _ => throw new InvalidOperationException($"There is no action {action.ActionType}."),
        };

    /// <summary>Where an entity is: keys in quotes, quotes doubled, then encoded.</summary>
    /// <exception cref="ArgumentNullException">A key is null.</exception>
    public static string PathOf(string table, string partitionKey, string rowKey)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return $"{table}(PartitionKey='{Encode(partitionKey)}',RowKey='{Encode(rowKey)}')";
    }

    private static string Encode(string key) => Uri.EscapeDataString(ODataLiteral.Escape(key));
}
