namespace Azure.Data.Tables.Models;

/// <summary>A table in a list of tables.</summary>
public class TableItem
{
    public TableItem(string name)
    {
        Name = name ?? throw new ArgumentNullException(nameof(name));
    }

    public string Name { get; }
}
