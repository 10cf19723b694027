using System.Runtime.CompilerServices;
using System.Text;

namespace SupportPipeline.Outages.Audience.Import;

/// <summary>
/// The rows of a CSV. A row may go over several lines inside quotes. When something about such a row is wrong, only its first line is given up and reading
/// goes on with the second: a quote that nobody closed spoils one row and not the rest of the file.
/// </summary>
internal static class CsvRows
{
    /// <summary>Reads them; blank lines are none.</summary>
    public static async IAsyncEnumerable<CsvRow> ReadAsync(
        IAsyncEnumerable<SourceLine> lines,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var source = lines.GetAsyncEnumerator(cancellationToken);
        var again = new Queue<SourceLine>();
        while (await NextAsync(source, again) is { } first)
        {
            if (first.Problem is not null)
            {
                yield return new(first.Number, [], first.Problem);
            }
            else if (!string.IsNullOrWhiteSpace(first.Text))
            {
                var (row, unused) = await ReadRowAsync(first, source, again);
                if (unused.Count > 0)
                {
                    again = new Queue<SourceLine>(unused.Concat(again));
                }

                yield return row;
            }
        }
    }

    private static async Task<(CsvRow Row, List<SourceLine> Unused)> ReadRowAsync(
        SourceLine first,
        IAsyncEnumerator<SourceLine> source,
        Queue<SourceLine> again
    )
    {
        var cells = new CsvCells();
        var further = new List<SourceLine>();
        var size = Encoding.UTF8.GetByteCount(first.Text);
        cells.Add(first.Text);
        while (cells.IsOpen)
        {
            var next = await NextAsync(source, again);
            if (next is not null)
            {
                further.Add(next);
                size += 1 + Encoding.UTF8.GetByteCount(next.Text);
            }

            if (next is not { Problem: null } || size > SourceLines.MaxBytes)
            {
                return (Wrong(first, "A quote is not closed."), further);
            }

            cells.Add(next.Text);
        }

        return cells.Mistake is { } mistake ? (Wrong(first, mistake), further) : (new(first.Number, cells.Cells, null), []);
    }

    private static CsvRow Wrong(SourceLine line, string detail) => new(line.Number, [], ImportProblem.QuoteInvalid(line.Number, detail));

    private static async Task<SourceLine?> NextAsync(IAsyncEnumerator<SourceLine> source, Queue<SourceLine> again) =>
        again.TryDequeue(out var line) ? line
        : await source.MoveNextAsync() ? source.Current
        : null;
}

/// <summary>A row.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Problem">Why it could not be read; null when it could.</param>
internal sealed record CsvRow(long Line, List<string> Cells, ImportProblem? Problem);
