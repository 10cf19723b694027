using SupportPipeline.FollowUps.Greetings;
using SupportPipeline.FollowUps.Purchases;
using SupportPipeline.FollowUps.Surveys;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.FollowUps;

/// <summary>Follow-ups that look at more than their case: surveys, check-ins after a purchase, greetings.</summary>
public sealed class MailsOutsideCases(SurveySending surveys, PurchaseCheckIns purchases, CustomerGreetings greetings)
{
    /// <summary>Does what is due; null when it is about the case alone.</summary>
    internal async Task<Outcome?> ProcessAsync(FollowUp due, CancellationToken cancellationToken) =>
        due switch
        {
            { Kind: FollowUpKind.Survey, CaseId: { } caseId } => await surveys.ProcessAsync(caseId, due.Cause, cancellationToken),
            { Kind: FollowUpKind.PurchaseCheckIn, CustomerId: not null } => await purchases.ProcessAsync(due.Cause, cancellationToken),
            { Kind: FollowUpKind.BirthdayGreeting or FollowUpKind.AnniversaryGreeting, CustomerId: not null } =>
                await greetings.ProcessAsync(due, cancellationToken),
            _ => null,
        };
}
