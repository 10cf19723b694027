using SupportPipeline.Customers;
using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>
/// Decides with the stores' help where a message belongs and claims it, so that the answer stays the same when the message comes again. First what the
/// message itself names, then whether it is held, then what the same person has just written, and a new case only when all of that leads nowhere.
/// </summary>
public sealed class MessagePlacing(ThreadFinder finder, ThreadStore threads, CaseStore cases, SenderGrouping grouping, TimeProvider clock)
{
    /// <summary>How long a message waits for the case it belongs to, which another process is storing.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>Where the message belongs.</summary>
    internal async Task<PlacedMessage> PlaceAsync(InboundEmail email, CancellationToken cancellationToken)
    {
        var sender = await grouping.FindSenderAsync(email, cancellationToken);
        var mayWait = clock.GetUtcNow() - email.ReceivedAt < LongestWait;
        var placement = await finder.FindAsync(email, cancellationToken);
        if (placement is Placement.NotStoredYet && !mayWait)
        {
            placement = new Placement.New(null, ReasonCode.NoThreadFound);
        }

        placement = await grouping.PlaceAsync(placement, email, sender, mayWait, cancellationToken);
        if (placement is Placement.NotStoredYet)
        {
            return new PlacedMessage.TooEarly();
        }

        var caseId = placement is Placement.Existing { Found.Case.Id: var existing } ? existing : email.Id;
        switch (await threads.ClaimAsync(Key(email), email.Id, caseId, cancellationToken))
        {
            case ThreadClaim.Duplicate duplicate:
                await grouping.ForgetAsync(placement, email, sender, cancellationToken);
                return new PlacedMessage.Duplicate(duplicate.CaseId, duplicate.FirstMessageId, duplicate.Reason);
            case ThreadClaim.Ours ours when ours.CaseId != caseId:
                await grouping.ForgetAsync(placement, email, sender, cancellationToken);
                return new PlacedMessage.Placed(await AsClaimedAsync(ours.CaseId, email, cancellationToken), sender?.Facts);
            default:
                return new PlacedMessage.Placed(placement, sender?.Facts);
        }
    }

    /// <summary>A claim from an earlier delivery of the queue message counts more than what is found now.</summary>
    private async Task<Placement> AsClaimedAsync(TimeOrderedId caseId, InboundEmail email, CancellationToken cancellationToken) =>
        caseId == email.Id || await cases.LoadForAsync(caseId, email.Id, cancellationToken) is not { } found
            ? new Placement.New(null, ReasonCode.NoThreadFound)
            : new Placement.Existing(found, ReasonCode.References);

    /// <summary>What makes two deliveries of a mail the same message.</summary>
    internal static ThreadKey Key(InboundEmail email)
    {
        var recipients = string.Join(' ', email.EnvelopeTo.Select(address => address.Key).Order(StringComparer.Ordinal));
        var externalId = email.MessageId is { } id ? MessageIds.Normalize(id) : "sha256:" + email.Fingerprint;
        return new(externalId, StableHash.Of(recipients), email.Fingerprint);
    }
}

/// <summary>Where a message belongs, claimed.</summary>
internal abstract record PlacedMessage
{
    private PlacedMessage() { }

    /// <summary>In a case; <see cref="Placement.Existing"/> or <see cref="Placement.New"/>.</summary>
    public sealed record Placed(Placement Placement, CustomerFacts? Customer) : PlacedMessage;

    /// <summary>It was delivered before.</summary>
    public sealed record Duplicate(TimeOrderedId CaseId, TimeOrderedId FirstMessageId, string Reason) : PlacedMessage;

    /// <summary>Its case is being stored at this moment.</summary>
    public sealed record TooEarly : PlacedMessage;
}
