namespace SupportPipeline.LocalHost.Audit;

/// <summary>A case's partition, read from its first row to its last.</summary>
/// <param name="Case">Its id.</param>
/// <param name="Messages">How many messages stand in it.</param>
/// <param name="Snapshot">What its snapshot says; null when there is none.</param>
internal sealed record CaseStored(string Case, int Messages, CaseLine? Snapshot) : Fact
{
    public override Subject Subject => Subject.Case(Case);
}

/// <summary>What a snapshot and its row in a list have to agree on.</summary>
internal sealed record CaseLine(
    string Number,
    string State,
    string Team,
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

/// <summary>A case stands in a team's list of open cases.</summary>
internal sealed record CaseListed(string Case, string Row, CaseLine Line) : Fact
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
