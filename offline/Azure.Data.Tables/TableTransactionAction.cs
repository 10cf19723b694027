namespace Azure.Data.Tables;

/// <summary>One action of an entity-group transaction.</summary>
public class TableTransactionAction
{
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default) { }

    /// <summary>One action and the stored version it expects.</summary>
    /// <param name="actionType">What to do.</param>
    /// <param name="entity">The entity; a delete uses its keys only.</param>
    /// <param name="etag">The version that must be stored. Without one an update is unconditional and creates what is missing; a delete is unconditional.</param>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
    {
        ActionType = actionType;
        Entity = entity ?? throw new ArgumentNullException(nameof(entity));
        ETag = etag;
    }

    public TableTransactionActionType ActionType { get; }

    public ITableEntity Entity { get; }

    public ETag ETag { get; }
}
