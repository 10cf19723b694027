namespace SupportPipeline.Customers;

/// <summary>Who does something to a customer's record, when, and which version of it they saw.</summary>
/// <param name="By">Who, as signed in.</param>
/// <param name="At">When.</param>
/// <param name="Key">Makes the act unique: the same request sent again is the same act.</param>
/// <param name="SeenVersion">The version in <c>If-Match</c>; null when the caller did not say.</param>
internal sealed record CustomerAct(string By, DateTimeOffset At, string Key, int? SeenVersion)
{
    /// <summary>The longest note, in UTF-16 units.</summary>
    public const int MaxNoteLength = 2_000;

    /// <summary>An entry for the log.</summary>
    public CustomerLogEntry Entry(string kind, string? evidence, string? note) => new($"{kind}:{Key}", At, kind, evidence, By, note);
}

/// <summary>What was decided about a record.</summary>
internal abstract record CustomerDecision
{
    private CustomerDecision() { }

    /// <summary>It changes.</summary>
    public sealed record Apply(CustomerChange Change) : CustomerDecision;

    /// <summary>It is that way already.</summary>
    public sealed record Nothing : CustomerDecision;

    /// <summary>It must not be done.</summary>
    /// <param name="Status">The HTTP status.</param>
    /// <param name="Reason">A stable code.</param>
    /// <param name="Detail">For people.</param>
    public sealed record Refuse(int Status, string Reason, string Detail) : CustomerDecision;
}
