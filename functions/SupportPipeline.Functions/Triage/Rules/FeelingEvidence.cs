namespace SupportPipeline.Triage.Rules;

/// <summary>The strongest feelings of a message, as evidence.</summary>
internal static class FeelingEvidence
{
    private const int Most = 5;

    /// <summary>The strongest of the sides asked for, in the order of their strength.</summary>
    public static IReadOnlyList<Evidence> Of(Reading reading, bool praise, bool criticism)
    {
        List<Feeling>? found = null;
        foreach (var feeling in reading.Feelings)
        {
            if (feeling.Value > 0 ? praise : feeling.Value < 0 && criticism)
            {
                (found ??= []).Add(feeling);
            }
        }

        if (found is null)
        {
            return [];
        }

        found.Sort(static (a, b) => Math.Abs(b.Value) != Math.Abs(a.Value) ? Math.Abs(b.Value).CompareTo(Math.Abs(a.Value)) : a.First.CompareTo(b.First));
        var evidence = new Evidence[Math.Min(found.Count, Most)];
        for (var at = 0; at < evidence.Length; at++)
        {
            evidence[at] = reading.EvidenceOf(found[at].First, found[at].End, found[at].Source);
        }

        return evidence;
    }
}
