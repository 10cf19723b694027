namespace SupportPipeline.Outages.Audience.Customers;

/// <summary>What becomes of a bucket. Pure.</summary>
/// <param name="After">The customers from now on, by id.</param>
/// <param name="Changed">How many are new or different.</param>
/// <param name="Removed">How many are gone.</param>
/// <param name="Index">What the parts of the index that are touched say of the bucket from now on; nobody any more when empty.</param>
internal sealed record BucketChange(
    List<AudienceCustomer> After,
    int Changed,
    int Removed,
    IReadOnlyDictionary<AudienceKey, List<IndexedCustomer>> Index
)
{
    /// <summary>Whether nothing is to be written.</summary>
    public bool IsNothing => Changed == 0 && Removed == 0;

    /// <summary>Puts customers in.</summary>
    /// <param name="before">The customers so far.</param>
    /// <param name="news">The customers of an import, by id.</param>
    /// <param name="isComplete">Whether whoever is not among them is to go.</param>
    public static BucketChange Of(
        IReadOnlyCollection<AudienceCustomer> before,
        IReadOnlyDictionary<string, AudienceCustomer> news,
        bool isComplete
    )
    {
        var after = new Dictionary<string, AudienceCustomer>(StringComparer.Ordinal);
        var touched = new HashSet<AudienceKey>();
        var (changed, removed) = (0, 0);
        foreach (var old in before)
        {
            if (isComplete && !news.ContainsKey(old.Id))
            {
                touched.UnionWith(old.Keys);
                removed++;
                continue;
            }

            after[old.Id] = old;
        }

        foreach (var (id, customer) in news)
        {
            if (after.TryGetValue(id, out var old))
            {
                if (old.IsSame(customer))
                {
                    continue;
                }

                touched.UnionWith(old.Keys);
            }

            touched.UnionWith(customer.Keys);
            after[id] = customer;
            changed++;
        }

        var sorted = after.Values.OrderBy(customer => customer.Id, StringComparer.Ordinal).ToList();
        return new(sorted, changed, removed, IndexOf(sorted, touched));
    }

    /// <summary>Takes customers out.</summary>
    public static BucketChange Without(IReadOnlyCollection<AudienceCustomer> before, Func<AudienceCustomer, bool> isGone)
    {
        var kept = before.Where(customer => !isGone(customer)).ToList();
        var touched = before.Where(isGone).SelectMany(customer => customer.Keys).ToHashSet();
        return new(kept, 0, before.Count - kept.Count, IndexOf(kept, touched));
    }

    private static Dictionary<AudienceKey, List<IndexedCustomer>> IndexOf(List<AudienceCustomer> customers, HashSet<AudienceKey> touched)
    {
        var index = touched.ToDictionary(key => key, _ => new List<IndexedCustomer>());
        foreach (var customer in customers)
        {
            foreach (var key in customer.Keys)
            {
                if (index.TryGetValue(key, out var members))
                {
                    members.Add(customer.Indexed);
                }
            }
        }

        return index;
    }
}
