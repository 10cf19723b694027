using System.Globalization;
using SupportPipeline.LocalHost.Storage;

namespace SupportPipeline.LocalHost.History;

/// <summary>What doing one thing many times cost.</summary>
/// <param name="Operations">Storage operations of one, by kind.</param>
/// <param name="Entities">Table entities read for one.</param>
/// <param name="Times">How long each took, shortest first.</param>
internal sealed record Measured(IReadOnlyDictionary<string, double> Operations, double Entities, IReadOnlyList<TimeSpan> Times)
{
    public double OperationCount => Operations.Values.Sum();

    public TimeSpan Median => Times[Times.Count / 2];

    /// <summary>Does a thing again and again.</summary>
    /// <param name="times">How often.</param>
    /// <param name="counter">What counts its storage operations.</param>
    /// <param name="act">Does it once, the number given; returns when the caller would go on.</param>
    /// <param name="settle">Waits for what goes on behind it; not timed, but counted.</param>
    public static async Task<Measured> OfAsync(int times, StorageOperationCounter counter, Func<int, Task> act, Func<Task>? settle = null)
    {
        ArgumentNullException.ThrowIfNull(counter);
        ArgumentNullException.ThrowIfNull(act);
        var (before, entities) = (counter.Snapshot(), counter.EntitiesRead);
        var took = new List<TimeSpan>(times);
        for (var time = 0; time < times; time++)
        {
            var started = TimeProvider.System.GetTimestamp();
            await act(time);
            took.Add(TimeProvider.System.GetElapsedTime(started));
            await (settle?.Invoke() ?? Task.CompletedTask);
        }

        took.Sort();
        var operations = counter
            .Snapshot()
            .Since(before)
            .Counts.Where(count => !IsListening(count.Key))
            .ToDictionary(count => count.Key, count => count.Value / (double)times, StringComparer.Ordinal);
        return new(operations, (counter.EntitiesRead - entities) / (double)times, took);
    }

    /// <summary>The kinds, most frequent first: <c>table insert 2, blob put 1</c>.</summary>
    public string Kinds =>
        string.Join(
            ", ",
            Operations
                .OrderByDescending(operation => operation.Value)
                .ThenBy(operation => operation.Key, StringComparer.Ordinal)
                .Select(operation => string.Create(CultureInfo.InvariantCulture, $"{operation.Key} {operation.Value:0.##}"))
        );

    /// <summary>What a host does while nothing comes, and what looking at it costs, is no cost of the thing.</summary>
    private static bool IsListening(string operation) => operation is StorageOperationCounter.EmptyQueueGet or "queue properties";
}
