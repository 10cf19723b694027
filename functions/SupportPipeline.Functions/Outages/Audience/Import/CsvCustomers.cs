using System.Runtime.CompilerServices;

namespace SupportPipeline.Outages.Audience.Import;

/// <summary>Customers in a CSV with a header.</summary>
internal static class CsvCustomers
{
    private static readonly string[] Known = ["id", "email", "name", "language", "region", "plan", "products", "components", "tags"];

    /// <summary>Reads them.</summary>
    /// <exception cref="ImportFormatException">The header cannot be used.</exception>
    public static async IAsyncEnumerable<ImportRow> ReadAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<string, int>? columns = null;
        await foreach (var row in CsvRows.ReadAsync(SourceLines.ReadAsync(body, cancellationToken), cancellationToken))
        {
            if (columns is null)
            {
                columns = Header(row);
            }
            else if (row.Problem is not null)
            {
                yield return new(null, row.Problem);
            }
            else if (row.Cells.Count != columns.Count)
            {
                yield return new(null, ImportProblem.ColumnsInvalid(row.Line, columns.Count, row.Cells.Count));
            }
            else
            {
                yield return ImportRules.Check(ToRaw(row.Cells, columns), row.Line);
            }
        }

        if (columns is null)
        {
            throw new ImportFormatException("The body is empty: the first row names the columns.");
        }
    }

    private static Dictionary<string, int> Header(CsvRow row)
    {
        if (row.Problem is { } problem)
        {
            throw new ImportFormatException($"The header cannot be read. {problem.Detail}");
        }

        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var cell in row.Cells)
        {
            var name = cell.Trim().ToLowerInvariant();
            if (Array.IndexOf(Known, name) < 0 || !columns.TryAdd(name, columns.Count))
            {
                throw new ImportFormatException(
                    $"Column {columns.Count + 1} of the header is unknown or there twice; the columns are {string.Join(",", Known)}."
                );
            }
        }

        return columns.ContainsKey("id") && columns.ContainsKey("email")
            ? columns
            : throw new ImportFormatException("The header needs at least the columns id and email.");
    }

    private static RawCustomer ToRaw(List<string> cells, Dictionary<string, int> columns)
    {
        return new()
        {
            Id = Cell("id"),
            Email = Cell("email"),
            Name = Cell("name"),
            Language = Cell("language"),
            Region = Cell("region"),
            Plan = Cell("plan"),
            Products = Split("products"),
            Components = Split("components"),
            Tags = Split("tags"),
        };

        string Cell(string name) => columns.TryGetValue(name, out var at) ? cells[at] : "";

        string[] Split(string name) => Cell(name).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}

/// <summary>A body that cannot be imported as a whole; the message says why.</summary>
internal sealed class ImportFormatException(string message) : Exception(message);
