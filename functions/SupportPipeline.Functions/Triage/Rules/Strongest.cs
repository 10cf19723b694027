namespace SupportPipeline.Triage.Rules;

/// <summary>Keeps the few strongest of many, in one pass.</summary>
internal static class Strongest
{
    /// <summary>Inserts an item behind those that are stronger or as strong; when there is no room the weakest gives way.</summary>
    /// <param name="items">The strongest so far, the strongest first.</param>
    /// <param name="strengths">How strong each of them is.</param>
    /// <param name="count">How many there are so far.</param>
    /// <param name="item">The next.</param>
    /// <param name="strength">How strong it is.</param>
    /// <returns>How many there are now.</returns>
    public static int Insert<T>(Span<T> items, Span<double> strengths, int count, in T item, double strength)
    {
        var at = count;
        while (at > 0 && strengths[at - 1] < strength)
        {
            at--;
        }

        if (at == items.Length)
        {
            return count;
        }

        var moved = Math.Min(count, items.Length - 1) - at;
        items.Slice(at, moved).CopyTo(items[(at + 1)..]);
        strengths.Slice(at, moved).CopyTo(strengths[(at + 1)..]);
        (items[at], strengths[at]) = (item, strength);
        return Math.Min(count + 1, items.Length);
    }
}
