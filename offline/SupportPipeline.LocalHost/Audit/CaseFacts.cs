namespace SupportPipeline.LocalHost.Audit;

/// <summary>A case's partition, read from its first row to its last.</summary>
/// <param name="Case">Its id.</param>
/// <param name="Messages">How many messages stand in it.</param>
/// <param name="Snapshot">What its snapshot says; null when there is none.</param>
/// <param name="Lists">The lists it belongs in.</param>
internal sealed record CaseStored(string Case, int Messages, CaseLine? Snapshot, IReadOnlyList<string> Lists) : Fact
{
    public override Subject Subject => Subject.Case(Case);
}

/// <summary>What a snapshot and its row in a list have to agree on.</summary>
internal sealed record CaseLine(
    string Number,
    string State,
    int Urgency,
    int MessageCount,
    string Subject,
    string? Customer,
    DateTimeOffset LastMessageAt
);

/// <summary>A number leads to a case.</summary>
internal sealed record CaseNumbered(string Case, string Number) : Fact
{
    public override Subject Subject => Subject.Case(Case);
}

/// <summary>A case stands in a list.</summary>
/// <param name="Case">Its id.</param>
/// <param name="List">The list, as <see cref="CaseLists"/> names it.</param>
/// <param name="Row">The row.</param>
/// <param name="Line">What the row says.</param>
internal sealed record CaseListed(string Case, string List, string Row, CaseLine Line) : Fact
{
    public override Subject Subject => Subject.Case(Case);
}

/// <summary>A case has a number.</summary>
internal sealed record NumberTaken(string Number, string Case) : Fact
{
    public override Subject Subject => new(SubjectKind.Number, Number);
}

/// <summary>A row that its own feature cannot read.</summary>
internal sealed record RowUnreadable(string Row, string Problem) : Fact
{
    public override Subject Subject => new(SubjectKind.Other, Row);
}

/// <summary>A dead letter of which nobody can say what it was about.</summary>
internal sealed record UnknownDead(string Letter, string Where) : Fact
{
    public override Subject Subject => new(SubjectKind.Other, Letter);
}

/// <summary>A queue message of a kind the rules say nothing about.</summary>
internal sealed record OtherQueued(string Letter) : Fact
{
    public override Subject Subject => new(SubjectKind.Other, Letter);
}

/// <summary>A case waits for a time.</summary>
internal sealed record WakeUpWanted(string Case, string Kind, string Cause, DateTimeOffset At) : Fact
{
    public override Subject Subject => Subject.WakeUp(Case, Kind, Cause);
}

/// <summary>Something will wake a case: a row that comes due, or a queue message.</summary>
internal sealed record WakeUpScheduled(string Case, string Kind, string Cause) : Fact
{
    public override Subject Subject => Subject.WakeUp(Case, Kind, Cause);
}

/// <summary>A dead letter waits for a person; what it is about is a fact of its own.</summary>
internal sealed record DeadLetterWaits(string Letter) : Fact
{
    public override Subject Subject => new(SubjectKind.Other, Letter);
}
