using SupportPipeline.Customers;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Cases;

/// <summary>
/// What the sender means for where a message belongs: held mail opens a case of its own, near-simultaneous mails share one, and the one that opens it
/// claims it in the sender's record before anything is stored. A mail that loses the claim looks again and joins.
/// </summary>
public sealed class SenderGrouping(CustomerBook customers, CaseStore cases)
{
    private const int MaxTries = 10;

    /// <summary>Who wrote the message; null when nobody usable is named.</summary>
    internal Task<KnownSender?> FindSenderAsync(InboundEmail email, CancellationToken cancellationToken) =>
        customers.FindAsync(email, cancellationToken);

    /// <summary>Where the message belongs after a look at its sender; a new case is claimed.</summary>
    /// <param name="found">Where it belongs by what it names.</param>
    /// <param name="email">The message.</param>
    /// <param name="sender">Its sender.</param>
    /// <param name="mayWait">Whether there is time to wait for a case that is being stored.</param>
    /// <param name="cancellationToken">Stops before the claim.</param>
    /// <exception cref="InvalidOperationException">The record kept changing; the queue message comes again.</exception>
    internal async Task<Placement> PlaceAsync(
        Placement found,
        InboundEmail email,
        KnownSender? sender,
        bool mayWait,
        CancellationToken cancellationToken
    )
    {
        var held = customers.HoldReason(Verdicts(email, found), sender);
        var placement = held is null ? found : Held(found, held);
        if (placement is not Placement.New opening || sender is null)
        {
            return placement;
        }

        var isJoinable = email.Automatic is null && opening.HeldReason is null;
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (
                isJoinable
                && opening.Reason == ReasonCode.NoThreadFound
                && await JoinAsync(sender, email, mayWait, cancellationToken) is { } joined
            )
            {
                return joined;
            }

            if (await customers.ClaimAsync(sender, email, isJoinable, cancellationToken))
            {
                return opening;
            }

            sender = (await customers.FindAsync(email, cancellationToken))!;
        }

        throw new InvalidOperationException($"The record {sender.Facts.Id} kept changing.");
    }

    /// <summary>Takes the claim of a message back that was delivered before.</summary>
    internal async Task ForgetAsync(Placement placement, InboundEmail email, KnownSender? sender, CancellationToken cancellationToken)
    {
        if (placement is Placement.New && sender is not null)
        {
            await customers.ReleaseAsync(sender, email.Id, cancellationToken);
        }
    }

    /// <summary>Held mail never joins a case that agents work on; what it points to is linked. In a held case it may wait with the rest.</summary>
    private static Placement Held(Placement found, string reason) =>
        found switch
        {
            Placement.Existing { Found.Case.State: CaseState.Held } => found,
            Placement.Existing { Found.Case.Id: var linked } existing => new Placement.New(linked, existing.Reason, reason),
            Placement.NotStoredYet { CaseId: var linked } => new Placement.New(linked, ReasonCode.References, reason),
            Placement.New opening => opening with { HeldReason = reason },
            _ => found,
        };

    private async Task<Placement?> JoinAsync(KnownSender sender, InboundEmail email, bool mayWait, CancellationToken cancellationToken)
    {
        if (customers.Candidate(sender, email) is not { } candidate)
        {
            return null;
        }

        if (await cases.LoadAsync(candidate, cancellationToken) is not { } found)
        {
            return mayWait ? new Placement.NotStoredYet(candidate) : null;
        }

        var its = found.Case;
        if (its.State != CaseState.Open || its.MergedInto is not null || !TakesPart(sender, email, its))
        {
            return null;
        }

        var mail = new GroupedMail(email.From?.Name, Matter.SubjectWithoutPrefixes(email.Subject), email.ReceivedAt);
        var grouping = new GroupingCase(its.CustomerName, Matter.SubjectWithoutPrefixes(its.Subject), its.OpenedAt, its.LastMessageAt);
        return customers.JoinReason(mail, grouping) is { } reason ? new Placement.Existing(found, reason) : null;
    }

    private static bool TakesPart(KnownSender sender, InboundEmail email, CaseSnapshot its) =>
        its.Participants.Contains(sender.Identity.ParticipantHash, StringComparer.Ordinal)
        || (email.Social is not null && sender.Profile is { } profile && its.CustomerId == profile.Id);

    /// <summary>What the receiving server said.</summary>
    private static ScreeningVerdicts Verdicts(InboundEmail email, Placement found) =>
        new(
            email.SpamScore,
            email.Authentication.Spf == AuthenticationVerdict.Fail,
            email.Authentication.Dkim == AuthenticationVerdict.Pass,
            email.Automatic?.IsBounce == true && found is Placement.New
        );
}
