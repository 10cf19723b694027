using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Outages.Notices;

/// <summary>Claims the recipients of a slice, asks the mail service and records its answer.</summary>
public sealed partial class SliceDelivery(
    SliceParts parts,
    SliceHolding holding,
    SliceRate rate,
    IMailingTransport transport,
    IOptions<RepliesOptions> replies
)
{
    /// <summary>Delivers.</summary>
    /// <returns>How it ended; null when there may be more to do.</returns>
    public async Task<Outcome?> DeliverAsync(Notice notice, string frozen, StoredSlice stored, CancellationToken cancellationToken)
    {
        if (!replies.Value.Enabled)
        {
            return new Outcome.Deferred(TimeSpan.FromMinutes(1), ReasonCode.SendingSwitchedOff);
        }

        var recipients = await parts.RecipientsAsync(notice, frozen, stored.Slice.Number, cancellationToken);
        var held = await holding.HoldBackAsync(notice, recipients, cancellationToken);
        var candidates = SliceRules.Next(stored.Slice);
        await rate.WaitAsync(candidates.Count, cancellationToken);
        if (await parts.ClaimAsync(stored, candidates, held, frozen, cancellationToken) is not (var claimed, { Count: > 0 } places))
        {
            return null;
        }

        var mailing = await parts.WriteAsync(notice, claimed.Slice, recipients, places, cancellationToken);
        switch (await transport.SendAsync(mailing, cancellationToken))
        {
            case SendResult.Accepted:
                await parts.RecordAsync(claimed, frozen, SliceRules.Taken);
                return null;
            case SendResult.Unknown:
                await parts.LoseAsync(claimed, frozen);
                return null;
            case SendResult.Refused refused:
                await RefusedAsync(notice, frozen, claimed, places, refused);
                return null;
            case SendResult.Unavailable unavailable:
                return await UnavailableAsync(notice, frozen, claimed, unavailable);
            default:
                throw new InvalidOperationException("A send ended in a way nobody has thought of.");
        }
    }

    /// <summary>
    /// The mail service refuses a request as a whole, and names what was wrong by its place, or not. Named addresses are put aside; else the request is halved
    /// until one is left. What is wrong with the content is wrong for everybody.
    /// </summary>
    private async Task RefusedAsync(
        Notice notice,
        string frozen,
        StoredSlice claimed,
        IReadOnlyList<int> places,
        SendResult.Refused refused
    )
    {
        if (refused.Fields.Count > 0 && !refused.Fields.Any(field => field.StartsWith("personalizations", StringComparison.Ordinal)))
        {
            await parts.RecordAsync(claimed, frozen, slice => SliceRules.Move(slice, RecipientState.Claimed, RecipientState.Planned));
            await parts.PauseAsync(notice, NoticeReason.ContentRefused);
            return;
        }

        var bad = refused
            .Fields.Select(field => Place().Match(field))
            .Where(match => match.Success)
            .Select(match => int.Parse(match.Groups["place"].ValueSpan, CultureInfo.InvariantCulture))
            .Where(at => at < places.Count)
            .Select(at => places[at])
            .Distinct()
            .ToList();
        await parts.RecordAsync(claimed, frozen, slice => SliceRules.Refused(slice, places, bad, NoticeReason.AddressRefused));
    }

    private async Task<Outcome> UnavailableAsync(Notice notice, string frozen, StoredSlice claimed, SendResult.Unavailable unavailable)
    {
        var failures = claimed.Slice.Failures + 1;
        await parts.RecordAsync(
            claimed,
            frozen,
            slice => SliceRules.Move(slice, RecipientState.Claimed, RecipientState.Planned) with { Failures = failures }
        );
        if (failures >= parts.MaxFailures)
        {
            await parts.PauseAsync(notice, NoticeReason.MailServiceFailing);
        }

        var wait = unavailable.RetryAfter ?? TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(failures, 6))));
        return new Outcome.Deferred(
            wait + TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(1_000)),
            ReasonCode.MailServiceUnavailable
        );
    }

    [GeneratedRegex(@"^personalizations\.(?<place>\d{1,4})\b", RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
