namespace SupportPipeline.LocalHost.Audit;

/// <summary>Every rule of the audit, in one list.</summary>
internal static class AuditRules
{
    public static IReadOnlyList<AuditRule> All { get; } =
    [
        new(Finding.Lost, SubjectKind.Message, MessageRules.EndsSomewhere),
        new(Finding.Lost, SubjectKind.Message, MessageRules.AnsweredIsKept),
        new(Finding.Lost, SubjectKind.Message, MessageRules.ClaimLeadsToMessage),
        new(Finding.Lost, SubjectKind.Message, MessageRules.OriginalIsKept),
        new(Finding.Lost, SubjectKind.Message, MessageRules.AttachmentsAreKept),
        new(Finding.DuplicateMessage, SubjectKind.Message, MessageRules.StandsInOneCase),
        new(Finding.DuplicateMessage, SubjectKind.Delivery, MessageRules.IsClaimedOnce),
        new(Finding.Unexplained, SubjectKind.Message, MessageRules.EndsInOneWay),
        new(Finding.Unexplained, SubjectKind.Message, MessageRules.HasItsPayload),
        new(Finding.Unexplained, SubjectKind.Message, MessageRules.StandsWhereClaimed),
        new(Finding.Unexplained, SubjectKind.Case, CaseRules.HasSnapshot),
        new(Finding.Unexplained, SubjectKind.Case, CaseRules.CountsItsMessages),
        new(Finding.Unexplained, SubjectKind.Case, CaseRules.IsFoundByItsNumber),
        new(Finding.Unexplained, SubjectKind.Case, CaseRules.IsListedOnce),
        new(Finding.Unexplained, SubjectKind.Case, CaseRules.ListSaysWhatCaseSays),
        new(Finding.Lost, SubjectKind.WakeUp, CaseRules.WakeUpIsScheduled),
        new(Finding.Unexplained, SubjectKind.Number, CaseRules.NumberIsUsedOnce),
        new(Finding.Lost, SubjectKind.Reply, ReplyRules.ApprovedIsGoingToBeSent),
        new(Finding.Unexplained, SubjectKind.Reply, ReplyRules.UnknownIsExplained),
        new(Finding.Unexplained, SubjectKind.Reply, ReplyRules.SentIsInOutbox),
        new(Finding.Unexplained, SubjectKind.Reply, ReplyRules.UnsentIsNotInOutbox),
        new(Finding.Unexplained, SubjectKind.Reply, ReplyRules.MailHasReply),
        new(Finding.Unexplained, SubjectKind.Reply, ReplyRules.HasOneSlot),
        new(Finding.DuplicateReply, SubjectKind.Reply, ReplyRules.IsSentOnce),
        new(Finding.DuplicateReply, SubjectKind.Mail, ReplyRules.MessageIdIsUsedOnce),
        new(Finding.Unexplained, SubjectKind.Mail, ReplyRules.MailNamesItsCause),
        new(Finding.Lost, SubjectKind.Recipient, RecipientRules.IsTold),
        new(Finding.DuplicateNotice, SubjectKind.Recipient, RecipientRules.IsToldOnce),
        new(Finding.DuplicateNotice, SubjectKind.Recipient, RecipientRules.StandsOnce),
        new(Finding.Unexplained, SubjectKind.Recipient, RecipientRules.IsExplained),
        new(Finding.Unexplained, SubjectKind.Other, CaseRules.IsReadable),
    ];

    /// <summary>What is wrong with one subject.</summary>
    public static IEnumerable<AuditProblem> Judge(Evidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return All.Where(rule => rule.Kind == evidence.Subject.Kind)
            .SelectMany(rule => rule.Check(evidence).Select(why => new AuditProblem(rule.Finding, evidence.Subject, why)));
    }
}
