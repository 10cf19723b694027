using System.Runtime.CompilerServices;
using SupportPipeline.Outages.Audience;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Outages.Notices;

/// <summary>
/// Whom a notice is for, each address once, in the language he is told in, with those who get no mail marked as such. A resolution goes to those who were
/// told of the incident or wrote to us about it, and to nobody else. Who wrote hears of his own matter also when he wants no notices.
/// </summary>
public sealed class NoticeAudience(
    IAudienceSource source,
    NoticeHistory history,
    NoticeExclusions exclusions,
    Organisation organisation,
    TimeProvider clock
)
{
    private static readonly AudienceRule s_onlyCases = new() { Subscribers = false };

    /// <summary>The time, for who uses this.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Lets the earlier notices of the incident tell nobody more; false while somebody is being told.</summary>
    public Task<bool> StopEarlierAsync(Notice notice, CancellationToken cancellationToken) =>
        history.StopEarlierAsync(notice.IncidentId, notice.Id, cancellationToken);

    /// <summary>Finds them.</summary>
    public async IAsyncEnumerable<FoundRecipient> FindAsync(
        Notice notice,
        IReadOnlyList<string> languages,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var excluded = await exclusions.LoadAsync(notice.Audience, Now, cancellationToken);
        var seen = new HashSet<UInt128>();
        var members =
            notice.Kind == NoticeKind.Resolution
                ? ConcernedAsync(notice, cancellationToken)
                : source.FindAsync(notice.Audience, notice.IncidentId, cancellationToken);
        await foreach (var member in members.WithCancellation(cancellationToken))
        {
            var hash = member.Address.Hash;
            if (
                !seen.Add(
                    UInt128.Parse(hash, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture)
                )
            )
            {
                continue;
            }

            var language = organisation.AnswerLanguage(member.Language);
            var reason = excluded.GetValueOrDefault(hash);
            reason = reason == NoticeReason.NoticesUnwanted && member.Segment == AudienceMember.OfCase ? null : reason;
            reason ??= notice.Kind == NoticeKind.Resolution && member.WantsOtherChannel ? NoticeReason.OtherChannelWanted : null;
            yield return new(
                new(member.Address.Value, member.Name),
                hash,
                languages.Contains(language, StringComparer.Ordinal) ? language : organisation.DefaultLanguage,
                member.Segment,
                reason is null ? RecipientState.Planned : RecipientState.Suppressed,
                reason
            );
        }
    }

    private async IAsyncEnumerable<AudienceMember> ConcernedAsync(
        Notice notice,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var member in source.FindAsync(s_onlyCases, notice.IncidentId, cancellationToken))
        {
            yield return member;
        }

        await foreach (var member in history.ToldAsync(notice.IncidentId, notice.Id, cancellationToken))
        {
            yield return member;
        }
    }
}

/// <summary>Who gets no notices, at the moment an audience is frozen.</summary>
public sealed class NoticeExclusions(SuppressionList suppressions, INoticeOptOuts optOuts)
{
    /// <summary>The hashes of addresses, each with its reason.</summary>
    public async Task<IReadOnlyDictionary<string, string>> LoadAsync(
        AudienceRule rule,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var excluded = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var hash in suppressions.HashesAsync(now, cancellationToken))
        {
            excluded[hash] = NoticeReason.AddressSuppressed;
        }

        await foreach (var optOut in optOuts.AllAsync(cancellationToken))
        {
            if (optOut.Components.Count == 0 || optOut.Components.Intersect(rule.Components, StringComparer.Ordinal).Any())
            {
                excluded.TryAdd(optOut.AddressHash, NoticeReason.NoticesUnwanted);
            }
        }

        return excluded;
    }
}

/// <summary>Who was told of an incident by the notices before.</summary>
public sealed class NoticeHistory(NoticeStore notices, SliceStore slices)
{
    /// <summary>Everybody to whom a mail of an earlier notice went out, or may have gone out.</summary>
    public async IAsyncEnumerable<AudienceMember> ToldAsync(
        string incidentId,
        string before,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var (notice, _) in await notices.OfIncidentAsync(incidentId, cancellationToken))
        {
            if (notice.Frozen is not { } frozen || string.CompareOrdinal(notice.Id, before) >= 0)
            {
                continue;
            }

            await foreach (var slice in slices.AllAsync(frozen, cancellationToken))
            {
                if (!slice.States.Any(IsTold))
                {
                    continue;
                }

                var recipients = await slices.RecipientsAsync(notice.Id, frozen, slice.Number, cancellationToken);
                for (var place = 0; place < recipients.Count; place++)
                {
                    if (IsTold(slice.States[place]) && EmailAddress.TryParse(recipients[place].Address, out var address))
                    {
                        yield return new(address, recipients[place].Name, slice.Language, "told");
                    }
                }
            }
        }
    }

    /// <summary>Lets earlier notices tell nobody more, because a newer one takes their place.</summary>
    /// <returns>Whether nobody is being told at this moment.</returns>
    public async Task<bool> StopEarlierAsync(string incidentId, string newer, CancellationToken cancellationToken)
    {
        var isQuiet = true;
        foreach (var stored in await notices.OfIncidentAsync(incidentId, cancellationToken))
        {
            var notice = stored.Notice;
            if (string.CompareOrdinal(notice.Id, newer) >= 0)
            {
                continue;
            }

            if (notice.IsActive && notice.SupersededBy is null)
            {
                var after = notice with { SupersededBy = newer };
                isQuiet &= await notices.TryReplaceAsync(stored, after, cancellationToken) is not null;
            }

            if (notice.Frozen is { } frozen && notice.ApprovedAt is not null)
            {
                await foreach (var slice in slices.AllAsync(frozen, cancellationToken))
                {
                    isQuiet &= !slice.Has(RecipientState.Claimed);
                }
            }
        }

        return isQuiet;
    }

    private static bool IsTold(RecipientState state) =>
        state is RecipientState.Submitted or RecipientState.Delivered or RecipientState.Unknown or RecipientState.Claimed;
}
