using System.Globalization;

namespace SupportPipeline.LocalHost.History;

/// <summary>What history costs, as a table, and whether it costs too much.</summary>
internal static class HistoryText
{
    private const double MostSlowDown = 1.3;

    public static IEnumerable<string> Lines(HistorySize before, HistorySize after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        yield return Row("", before.Name, after.Name, "ratio");
        foreach (var line in Rows("next email", before.Email, after.Email).Concat(Rows("page of open cases", before.Page, after.Page)))
        {
            yield return line;
        }

        yield return Time("Azurite alone: point read", before.BarePoint, after.BarePoint);
        yield return Time("Azurite alone: page query", before.BarePage, after.BarePage);
        yield return Time("Azurite alone: insert", before.BareWrite, after.BareWrite);
        yield return $"operations of the next email: {after.Email.Kinds}";
        yield return $"operations of a page: {after.Page.Kinds}";
        yield return Against("next email", Slower(before.Email, after.Email), BareEmail(before, after));
        yield return Against("page of open cases", Slower(before.Page, after.Page), Slower(before.BarePage, after.BarePage));
        yield return IsFlat(before, after) ? "verdict: cost does not grow with history" : "verdict: cost grows with history";
    }

    /// <summary>Same operations, same entities, and no more slow-down than Azurite's own times 1.3.</summary>
    public static bool IsFlat(HistorySize before, HistorySize after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return IsSame(before.Email, after.Email)
            && IsSame(before.Page, after.Page)
            && Slower(before.Email, after.Email) <= MostSlowDown * BareEmail(before, after)
            && Slower(before.Page, after.Page) <= MostSlowDown * Math.Max(1, Slower(before.BarePage, after.BarePage));
    }

    /// <summary>Whether one costs as many operations and entities as the other; rows that are written together may fall together differently.</summary>
    public static bool IsSame(Measured before, Measured after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Math.Abs(after.OperationCount - before.OperationCount) < 0.1 && Math.Abs(after.Entities - before.Entities) < 0.1;
    }

    /// <summary>An email mostly writes: Azurite's own slow-down for it is that of its reads or of its writes, whichever is greater.</summary>
    private static double BareEmail(HistorySize before, HistorySize after) =>
        Math.Max(1, Math.Max(Slower(before.BarePoint, after.BarePoint), Slower(before.BareWrite, after.BareWrite)));

    private static double Slower(Measured before, Measured after) => after.Median / before.Median;

    private static IEnumerable<string> Rows(string name, Measured before, Measured after) =>
        [
            Row(
                $"{name}: storage operations",
                Number(before.OperationCount),
                Number(after.OperationCount),
                Ratio(before.OperationCount, after.OperationCount)
            ),
            Row($"{name}: entities read", Number(before.Entities), Number(after.Entities), Ratio(before.Entities, after.Entities)),
            Time($"{name}: time", before, after),
        ];

    private static string Time(string name, Measured before, Measured after) =>
        Row(name, Times(before), Times(after), Number(Slower(before, after)));

    private static string Against(string name, double slower, double bare) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {slower:0.00} times the time, Azurite alone {bare:0.00}: {slower / Math.Max(1, bare):0.00}"
        );

    private static string Times(Measured measured) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{measured.Median.TotalMilliseconds:0.0} ms ({measured.Times[0].TotalMilliseconds:0.0} to {measured.Times[^1].TotalMilliseconds:0.0})"
        );

    private static string Ratio(double before, double after) =>
        before == 0
            ? after == 0
                ? "1"
                : "-"
            : Number(after / before);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Row(string name, string before, string after, string ratio) => $"{name, -40} {before, -26} {after, -26} {ratio}";
}
