using System.Globalization;
using SupportPipeline.Outages.Audience.Import;

namespace SupportPipeline.LocalHost.Spikes;

/// <summary>Counts over time, read from CSV rows <c>timestamp,count</c> with a header.</summary>
/// <param name="Start">When the first count begins.</param>
/// <param name="Step">How long each lasts.</param>
/// <param name="Counts">The counts; a time without a row had none.</param>
internal sealed record CountSeries(DateTimeOffset Start, TimeSpan Step, IReadOnlyList<int> Counts)
{
    private const int MaxCounts = 10_000_000;

    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_usual = TimeSpan.FromMinutes(15);

    /// <summary>Reads them. Rows that are closer than 15 minutes are added up to quarters of an hour.</summary>
    /// <exception cref="FormatException">A row cannot be read, or the times do not fit together; the message names the line.</exception>
    public static async Task<CountSeries> ReadAsync(Stream csv, CancellationToken cancellationToken)
    {
        var rows = new List<(DateTimeOffset At, int Count)>();
        await foreach (var row in CsvRows.ReadAsync(SourceLines.ReadAsync(csv, cancellationToken), cancellationToken))
        {
            if (row.Problem is not null)
            {
                throw new FormatException($"Line {row.Line}: this is no CSV.");
            }

            if (rows.Count == 0 && row.Line == 1 && !char.IsAsciiDigit(row.Cells[0].FirstOrDefault()))
            {
                continue;
            }

            rows.Add(Read(row));
        }

        return rows.Count < 2 ? throw new FormatException("There are fewer than two rows with a timestamp and a count.") : Of(rows);
    }

    private static (DateTimeOffset At, int Count) Read(CsvRow row)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        if (row.Cells.Count < 2 || !DateTimeOffset.TryParse(row.Cells[0], CultureInfo.InvariantCulture, Utc, out var at))
        {
            throw new FormatException($"Line {row.Line}: a row is a timestamp (ISO 8601; UTC when it says nothing else) and a count.");
        }

        return
            double.TryParse(row.Cells[1], CultureInfo.InvariantCulture, out var count)
            && count is >= 0 and <= int.MaxValue
            && count == Math.Floor(count)
            ? (at, (int)count)
            : throw new FormatException($"Line {row.Line}: the count is a whole number, 0 or more.");
    }

    private static CountSeries Of(List<(DateTimeOffset At, int Count)> rows)
    {
        rows.Sort((one, other) => one.At.CompareTo(other.At));
        var found = rows.Zip(rows.Skip(1), (one, next) => next.At - one.At)
            .Where(step => step > TimeSpan.Zero)
            .DefaultIfEmpty(s_longest)
            .Min();
        var step =
            found >= s_longest ? s_longest
            : found <= s_usual ? s_usual
            : s_longest.Ticks % found.Ticks == 0 ? found
            : s_longest;
        var places = (long)((rows[^1].At - rows[0].At) / step) + 1;
        if (places > MaxCounts)
        {
            throw new FormatException($"From {rows[0].At:O} to {rows[^1].At:O} there are more than {MaxCounts} steps of {step}.");
        }

        var counts = new int[places];
        foreach (var (at, count) in rows)
        {
            var place = (int)((at - rows[0].At) / step);
            counts[place] = (int)Math.Min(int.MaxValue, (long)counts[place] + count);
        }

        return new(rows[0].At, step, counts);
    }
}
