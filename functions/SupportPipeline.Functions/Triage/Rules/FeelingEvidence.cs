namespace SupportPipeline.Triage.Rules;

/// <summary>The strongest feelings of a message, as evidence.</summary>
internal static class FeelingEvidence
{
    private const int Most = 5;

    /// <summary>The strongest of the sides asked for, in the order of their strength.</summary>
    public static IReadOnlyList<Evidence> Of(Reading reading, bool praise, bool criticism)
    {
        // Places instead of the feelings themselves: those hold references, which the stack cannot.
        Span<int> strongest = stackalloc int[Most];
        Span<double> strengths = stackalloc double[Most];
        var count = 0;
        for (var at = 0; at < reading.Feelings.Count; at++)
        {
            var value = reading.Feelings[at].Value;
            if (value > 0 ? praise : value < 0 && criticism)
            {
                count = Strongest.Insert(strongest, strengths, count, at, Math.Abs(value));
            }
        }

        if (count == 0)
        {
            return [];
        }

        var evidence = new Evidence[count];
        for (var at = 0; at < count; at++)
        {
            var feeling = reading.Feelings[strongest[at]];
            evidence[at] = reading.EvidenceOf(feeling.First, feeling.End, feeling.Source);
        }

        return evidence;
    }
}
