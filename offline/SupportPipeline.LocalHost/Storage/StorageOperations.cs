namespace SupportPipeline.LocalHost.Storage;

/// <summary>Requests to storage by service and operation, at one moment or between two.</summary>
internal sealed record StorageOperations(IReadOnlyDictionary<string, long> Counts)
{
    public long Total => Counts.Values.Sum();

    /// <summary>What was added since an earlier snapshot; operations that were not used are left out.</summary>
    public StorageOperations Since(StorageOperations earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return new(
            Counts
                .Select(count => (count.Key, Added: count.Value - earlier.Counts.GetValueOrDefault(count.Key)))
                .Where(count => count.Added != 0)
                .ToDictionary(count => count.Key, count => count.Added, StringComparer.Ordinal)
        );
    }
}
