namespace SupportPipeline.Triage;

/// <summary>The words a value rests on.</summary>
/// <param name="Text">The words as the customer wrote them, at most 120 characters.</param>
/// <param name="Offset">Where they begin in the customer's own words, in UTF-16 code units.</param>
/// <param name="Length">Their length in UTF-16 code units.</param>
/// <param name="Source">What made them count: a line of a cue file (<c>en/delivery.cues:42</c>), a rule (<c>rule:sarcasm</c>) or the service (<c>azure</c>).</param>
public sealed record Evidence(string Text, int Offset, int Length, string Source);

/// <summary>What was understood in one dimension.</summary>
/// <typeparam name="T">The closed list of values.</typeparam>
/// <param name="Best">The likeliest value.</param>
/// <param name="Confidence">How sure it is, 0 to 1.</param>
/// <param name="IsUnsure">True when the confidence is below the threshold: a person looks, and rules treat the dimension as unknown.</param>
/// <param name="Evidence">What it rests on; empty for a value that means "nothing found".</param>
public sealed record Finding<T>(T Best, double Confidence, bool IsUnsure, IReadOnlyList<Evidence> Evidence)
    where T : struct
{
    /// <summary>The value, or null when it is unsure.</summary>
    public T? Value => IsUnsure ? null : Best;

    /// <summary>Whether the value is this one, and sure.</summary>
    public bool Is(T value) => !IsUnsure && EqualityComparer<T>.Default.Equals(Best, value);
}
