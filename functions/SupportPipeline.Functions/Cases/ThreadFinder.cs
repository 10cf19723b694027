using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>
/// Finds the case a message belongs to, in this order: signed reply address; In-Reply-To and References (our own ids decode by themselves, others are
/// looked up, nearest first); case number in the subject. A hit counts only when the sender takes part in that case.
/// </summary>
public sealed partial class ThreadFinder(
    ThreadStore threads,
    CaseStore cases,
    CaseViewStore views,
    CaseTokens tokens,
    IOptions<CasesOptions> options
)
{
    /// <summary>Where the message belongs.</summary>
    internal async Task<Placement> FindAsync(InboundEmail email, CancellationToken cancellationToken)
    {
        // A mail server takes part in no case; the signed id of the reply it returns is what lets its report in.
        if (
            email.Bounce is { OriginalMessageId: { } original }
            && tokens.ReadMessageId(original) is { } bounced
            && await LoadAsync(bounced, cancellationToken) is { } sentFrom
        )
        {
            return new Placement.Existing(sentFrom, ReasonCode.ReplyBounced);
        }

        TimeOrderedId? strangerTo = null;
        TimeOrderedId? closedLongAgo = null;
        var tried = new HashSet<TimeOrderedId>();
        await foreach (var (caseId, reason) in CandidatesAsync(email, cancellationToken))
        {
            if (!tried.Add(caseId))
            {
                continue;
            }

            if (await LoadAsync(caseId, cancellationToken) is not { } found)
            {
                // A link without a case: the message it names is being stored at this moment, or its number was never used.
                if (reason == ReasonCode.References)
                {
                    return new Placement.NotStoredYet(caseId);
                }

                continue;
            }

            if (email.From is { } from && found.Case.Participants.Contains(from.Address.Hash, StringComparer.Ordinal))
            {
                var own = await FollowSplitAsync(found, email, from.Address, cancellationToken);
                if (!IsClosedTooLong(own.Case, email.ReceivedAt))
                {
                    return new Placement.Existing(own, reason);
                }

                closedLongAgo ??= own.Case.Id;
                continue;
            }

            strangerTo ??= caseId;
        }

        if (closedLongAgo is not null)
        {
            return new Placement.New(closedLongAgo, ReasonCode.ClosedTooLong);
        }

        return new Placement.New(strangerTo, strangerTo is null ? ReasonCode.NoThreadFound : ReasonCode.SenderNotInCase);
    }

    private bool IsClosedTooLong(CaseSnapshot found, DateTimeOffset at) =>
        found.State == CaseState.Closed && found.ClosedAt is { } closed && at - closed > TimeSpan.FromDays(options.Value.ReopenWithinDays);

    /// <summary>A case; when it was joined into another, that one.</summary>
    private async Task<StoredCase?> LoadAsync(TimeOrderedId caseId, CancellationToken cancellationToken)
    {
        var found = await cases.LoadAsync(caseId, cancellationToken);
        return found?.Case.MergedInto is { } into ? await cases.LoadAsync(into, cancellationToken) : found;
    }

    /// <summary>An answer to a message that became a case of its own, or to a reply that message had had, belongs to that case.</summary>
    private async Task<StoredCase> FollowSplitAsync(
        StoredCase found,
        InboundEmail email,
        EmailAddress from,
        CancellationToken cancellationToken
    )
    {
        if (found.Case.SplitOff.Count == 0)
        {
            return found;
        }

        foreach (var ancestor in email.Ancestors.Take(options.Value.MaxAncestorLookups))
        {
            var isOurs = tokens.ReadMessageId(ancestor) is not null;
            var split = isOurs
                ? found.Case.SplitOff.FirstOrDefault(one => one.Replies.Contains(ReplyIdOf(ancestor), StringComparer.Ordinal))?.CaseId
                : await threads.FindAsync(MessageIds.Normalize(ancestor), cancellationToken);
            if (split is { } caseId && found.Case.SplitOff.Any(one => one.CaseId == caseId))
            {
                return
                    await LoadAsync(caseId, cancellationToken) is { } own
                    && own.Case.Participants.Contains(from.Hash, StringComparer.Ordinal)
                    ? own
                    : found;
            }

            if (isOurs || split is not null)
            {
                return found;
            }
        }

        return found;
    }

    private static string ReplyIdOf(string ownMessageId) => ownMessageId.Split('.', 2)[0].ToLowerInvariant();

    private async IAsyncEnumerable<(TimeOrderedId CaseId, string Reason)> CandidatesAsync(
        InboundEmail email,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var address in email.AllRecipients)
        {
            if (tokens.ReadReplyAddress(address) is { } caseId)
            {
                yield return (caseId, ReasonCode.ReplyAddress);
            }
        }

        var foreign = new List<string>();
        foreach (var ancestor in email.Ancestors)
        {
            if (tokens.ReadMessageId(ancestor) is { } caseId)
            {
                yield return (caseId, ReasonCode.References);
            }
            else
            {
                foreign.Add(ancestor);
            }
        }

        foreach (var ancestor in foreign.Take(options.Value.MaxAncestorLookups))
        {
            if (await threads.FindAsync(MessageIds.Normalize(ancestor), cancellationToken) is { } caseId)
            {
                yield return (caseId, ReasonCode.References);
            }
        }

        foreach (Match tag in SubjectTag().Matches(email.Subject))
        {
            if (
                CaseNumber.TryParse(tag.Groups["number"].Value, out var number)
                && await views.FindByNumberAsync(number, cancellationToken) is { } caseId
            )
            {
                yield return (caseId, ReasonCode.SubjectTag);
            }
        }
    }

    /// <summary>The tag we put into subjects, <c>[#4821-7739]</c>; people and mail programs lose the brackets or the dash.</summary>
    [GeneratedRegex(
        @"#\s?(?<number>\d{4}[-\u2011\u2013 ]?\d{4}([-\u2011\u2013 ]?\d{4})?)(?!\d)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        200
    )]
    private static partial Regex SubjectTag();
}

/// <summary>Where a message belongs.</summary>
internal abstract record Placement
{
    private Placement() { }

    /// <summary>In a case there is.</summary>
    public sealed record Existing(StoredCase Found, string Reason) : Placement;

    /// <summary>In a new case.</summary>
    /// <param name="LinkedCaseId">The case it points to although its sender takes no part in it, or it was closed long ago.</param>
    /// <param name="Reason">Why no case was found.</param>
    /// <param name="HeldReason">Why the case is held; null when it is open.</param>
    public sealed record New(TimeOrderedId? LinkedCaseId, string Reason, string? HeldReason = null) : Placement;

    /// <summary>In a case that is claimed and not stored yet.</summary>
    public sealed record NotStoredYet(TimeOrderedId CaseId) : Placement;
}
