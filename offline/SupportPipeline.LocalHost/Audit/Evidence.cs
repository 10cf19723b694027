namespace SupportPipeline.LocalHost.Audit;

/// <summary>What a problem means.</summary>
internal enum Finding
{
    /// <summary>Something that was accepted is in no case and nobody is told, or a reply nobody will ever send.</summary>
    Lost,

    /// <summary>One message stands in storage as two.</summary>
    DuplicateMessage,

    /// <summary>One reply went out twice.</summary>
    DuplicateReply,

    /// <summary>Somebody was told of something twice by a notice.</summary>
    DuplicateNotice,

    /// <summary>Two places contradict each other, or one of them says nothing.</summary>
    Unexplained,
}

/// <summary>Something that is wrong.</summary>
/// <param name="Finding">What it means.</param>
/// <param name="Subject">Whom it concerns.</param>
/// <param name="Why">A sentence; ids only.</param>
internal sealed record AuditProblem(Finding Finding, Subject Subject, string Why);

/// <summary>A rule of the audit. Pure: it sees the facts of one subject and nothing else.</summary>
/// <param name="Finding">What it means when it is broken.</param>
/// <param name="Kind">Whom it judges.</param>
/// <param name="Check">Says what is wrong; nothing when the rule is kept.</param>
internal sealed record AuditRule(Finding Finding, SubjectKind Kind, Func<Evidence, IEnumerable<string>> Check);

/// <summary>What the rules have to know of the account as a whole.</summary>
/// <param name="Since">What is younger may be in the middle of its way, and is not asked for its whereabouts.</param>
/// <param name="KnowsOutbox">Whether the mails that went out were given to the audit.</param>
/// <param name="QueuesHoldMore">Whether a queue holds messages the audit cannot read, any of which may be about anything.</param>
internal sealed record AuditScope(DateTimeOffset Since, bool KnowsOutbox, bool QueuesHoldMore);

/// <summary>All the facts of one subject.</summary>
internal sealed record Evidence(Subject Subject, IReadOnlyList<Fact> Facts, AuditScope Scope)
{
    public IEnumerable<T> All<T>()
        where T : Fact => Facts.OfType<T>();

    public T? One<T>()
        where T : Fact => Facts.OfType<T>().FirstOrDefault();

    public bool Has<T>()
        where T : Fact => Facts.OfType<T>().Any();

    public int Count<T>()
        where T : Fact => Facts.OfType<T>().Count();

    /// <summary>Whether something that happened then may still be under way.</summary>
    public bool IsYoung(DateTimeOffset at) => at > Scope.Since;
}
