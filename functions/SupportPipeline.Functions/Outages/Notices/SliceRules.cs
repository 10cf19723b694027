namespace SupportPipeline.Outages.Notices;

/// <summary>What becomes of a slice. Pure. A recipient is claimed before the mail service is asked and never goes back on a guess.</summary>
public static class SliceRules
{
    /// <summary>Decides what is to be done with a slice now.</summary>
    /// <param name="slice">The slice.</param>
    /// <param name="notice">Its notice as it stands now.</param>
    /// <param name="latestEvent">The time of the latest delivery event of any mail; null when none ever came.</param>
    /// <param name="options">The waits.</param>
    /// <param name="now">Now.</param>
    public static SliceVerdict Decide(
        NoticeSlice slice,
        Notice notice,
        DateTimeOffset? latestEvent,
        NoticesOptions options,
        DateTimeOffset now
    )
    {
        if (slice.Has(RecipientState.Claimed))
        {
            var most = TimeSpan.FromSeconds(options.ClaimSeconds);
            var left = slice.ClaimedAt!.Value + most - now;
            return left > TimeSpan.Zero ? new SliceVerdict.Wait(AtMost(left, most), NoticeReason.SliceClaimed) : new SliceVerdict.Lose();
        }

        if (slice.Has(RecipientState.Unknown) && DecideUnknown(slice, notice, latestEvent, options, now) is { } unknown)
        {
            return unknown;
        }

        return !slice.Has(RecipientState.Planned) ? new SliceVerdict.Nothing(NoticeReason.SliceSettled)
            : notice.State == NoticeState.Cancelled ? new SliceVerdict.Settle(RecipientState.Cancelled, NoticeReason.NoticeCancelled)
            : notice.SupersededBy is not null ? new SliceVerdict.Settle(RecipientState.Skipped, NoticeReason.NoticeSuperseded)
            : notice.State != NoticeState.Sending ? new SliceVerdict.Nothing(NoticeReason.NoticePaused)
            : now > notice.ValidUntil ? new SliceVerdict.Settle(RecipientState.Skipped, NoticeReason.NoticeStale)
            : new SliceVerdict.Send();
    }

    /// <summary>Claims everybody who is still to be told, but for those who are held back, of which the reason is noted.</summary>
    public static (NoticeSlice Claimed, IReadOnlyList<int> Places) Claim(
        NoticeSlice slice,
        IReadOnlyList<int> candidates,
        IReadOnlyDictionary<int, (RecipientState State, string Reason)> heldBack,
        DateTimeOffset now
    )
    {
        var states = slice.States.ToArray();
        var reasons = new Dictionary<int, string>(slice.Reasons);
        var places = new List<int>(candidates.Count);
        foreach (var place in candidates)
        {
            if (states[place] != RecipientState.Planned)
            {
                continue;
            }

            if (heldBack.TryGetValue(place, out var held))
            {
                (states[place], reasons[place]) = (held.State, held.Reason);
            }
            else
            {
                states[place] = RecipientState.Claimed;
                places.Add(place);
            }
        }

        return (
            slice with
            {
                States = states,
                Reasons = reasons,
                Attempt = slice.Attempt + (places.Count > 0 ? 1 : 0),
                ClaimedAt = places.Count > 0 ? now : null,
            },
            places
        );
    }

    /// <summary>Moves everybody in one state to another.</summary>
    public static NoticeSlice Move(NoticeSlice slice, RecipientState from, RecipientState to, string? reason = null)
    {
        var states = slice.States.ToArray();
        var reasons = new Dictionary<int, string>(slice.Reasons);
        for (var place = 0; place < states.Length; place++)
        {
            if (states[place] != from)
            {
                continue;
            }

            states[place] = to;
            if (reason is not null)
            {
                reasons[place] = reason;
            }
        }

        return slice with
        {
            States = states,
            Reasons = reasons,
            ClaimedAt = from == RecipientState.Claimed ? null : slice.ClaimedAt,
            UnknownSince = from == RecipientState.Unknown ? null : slice.UnknownSince,
        };
    }

    /// <summary>Says of those of whom nobody knows why nothing more is done.</summary>
    public static NoticeSlice Explain(NoticeSlice slice, string reason) =>
        Move(slice, RecipientState.Unknown, RecipientState.Unknown, reason) with
        {
            UnknownSince = slice.UnknownSince,
        };

    /// <summary>Who is asked for next.</summary>
    public static IReadOnlyList<int> Next(NoticeSlice slice)
    {
        var planned = Enumerable.Range(0, slice.States.Count).Where(place => slice.States[place] == RecipientState.Planned);
        return [.. slice.Part > 0 ? planned.Take(slice.Part) : planned];
    }

    /// <summary>The mail service took them; while somebody is looked for the next part is larger.</summary>
    public static NoticeSlice Taken(NoticeSlice slice) =>
        Move(slice, RecipientState.Claimed, RecipientState.Submitted) with
        {
            Failures = 0,
            Part = slice.Part * 2,
        };

    /// <summary>
    /// Notes that the mail service refuses some addresses; the others of the request were not told either and are to be told still. When it did not say
    /// which ones, the next part is half of this one.
    /// </summary>
    public static NoticeSlice Refused(NoticeSlice slice, IReadOnlyList<int> places, IReadOnlyList<int> bad, string reason)
    {
        var known = bad.Count == 0 && places.Count == 1 ? places : bad;
        var states = slice.States.ToArray();
        var reasons = new Dictionary<int, string>(slice.Reasons);
        foreach (var place in known)
        {
            (states[place], reasons[place]) = (RecipientState.Failed, reason);
        }

        return Move(slice with { States = states, Reasons = reasons }, RecipientState.Claimed, RecipientState.Planned) with
        {
            Part = known.Count == 0 ? places.Count / 2 : 0,
        };
    }

    /// <summary>
    /// What delivery events tell. A request is taken or refused as a whole, so an event about one recipient of it is the mail service's word about all of
    /// them. Nothing goes back: a delivery that is told after a bounce, or twice, changes nothing.
    /// </summary>
    public static NoticeSlice Told(NoticeSlice slice, IReadOnlyList<RecipientNews> news)
    {
        var isTaken = news.Any(one => one.Attempt == slice.Attempt);
        var told = slice;
        if (isTaken && (slice.Has(RecipientState.Unknown) || slice.Has(RecipientState.Claimed)))
        {
            told = Move(told, RecipientState.Unknown, RecipientState.Submitted);
            told = Move(told, RecipientState.Claimed, RecipientState.Submitted);
        }

        var states = told.States.ToArray();
        var reasons = told
            .Reasons.Where(reason => reason.Value != NoticeReason.UnknownNotRepeated || states[reason.Key] == RecipientState.Unknown)
            .ToDictionary(reason => reason.Key, reason => reason.Value);
        var isChanged = !ReferenceEquals(told, slice);
        foreach (var one in news.Where(one => one.Place >= 0 && one.Place < states.Length))
        {
            if (Rank(one.State) > Rank(states[one.Place]))
            {
                states[one.Place] = one.State;
                isChanged = true;
                if (one.Reason is { } reason)
                {
                    reasons[one.Place] = reason;
                }
            }
        }

        return isChanged ? told with { States = states, Reasons = reasons } : slice;
    }

    private static SliceVerdict? DecideUnknown(
        NoticeSlice slice,
        Notice notice,
        DateTimeOffset? latestEvent,
        NoticesOptions options,
        DateTimeOffset now
    )
    {
        var since = slice.UnknownSince ?? now;
        var left = since + options.UnknownWait - now;
        if (left > TimeSpan.Zero)
        {
            return new SliceVerdict.Wait(AtMost(left, options.UnknownWait), Platform.ReasonCode.OutcomeUnknown);
        }

        if (notice.State == NoticeState.Paused)
        {
            return null;
        }

        // Events about later mails came and none about these: the mail service never had them. Otherwise nothing is known.
        var isOver = notice.State != NoticeState.Sending || notice.SupersededBy is not null || now > notice.ValidUntil;
        var isNeverTaken = latestEvent >= since + options.UnknownWait / 3;
        return !isOver && isNeverTaken ? new SliceVerdict.Repeat(Platform.ReasonCode.NeverAccepted)
            : !isOver && notice.Kind is (NoticeKind.Opening or NoticeKind.Resolution or NoticeKind.Maintenance)
                ? new SliceVerdict.Repeat(NoticeReason.UnknownRepeated)
            : IsLeft(slice) ? null
            : new SliceVerdict.Leave(NoticeReason.UnknownNotRepeated);
    }

    /// <summary>Whether everybody of whom nobody knows is to stay so.</summary>
    private static bool IsLeft(NoticeSlice slice) =>
        Enumerable
            .Range(0, slice.States.Count)
            .All(place =>
                slice.States[place] != RecipientState.Unknown || slice.Reasons.GetValueOrDefault(place) == NoticeReason.UnknownNotRepeated
            );

    /// <summary>A time that a server wrote whose clock is ahead makes nobody wait for longer.</summary>
    private static TimeSpan AtMost(TimeSpan left, TimeSpan most) => left < most ? left : most;

    private static int Rank(RecipientState state) =>
        state switch
        {
            RecipientState.Planned or RecipientState.Claimed => 0,
            RecipientState.Unknown => 1,
            RecipientState.Submitted => 2,
            RecipientState.Delivered => 3,
            RecipientState.Bounced => 4,

            // Decided by us: no event is about them.
            _ => 5,
        };
}

/// <summary>What a delivery event tells about one recipient.</summary>
/// <param name="Place">The place in the slice.</param>
/// <param name="Attempt">The request it was part of.</param>
/// <param name="State">Where it stands at least.</param>
/// <param name="Reason">A value of <see cref="NoticeReason"/>, when there is something to say.</param>
public sealed record RecipientNews(int Place, int Attempt, RecipientState State, string? Reason);

/// <summary>What is to be done with a slice.</summary>
public abstract record SliceVerdict
{
    private SliceVerdict() { }

    /// <summary>Those who are still to be told are told now.</summary>
    public sealed record Send : SliceVerdict;

    /// <summary>There is nothing to do.</summary>
    public sealed record Nothing(string Reason) : SliceVerdict;

    /// <summary>Somebody looks again later.</summary>
    public sealed record Wait(TimeSpan After, string Reason) : SliceVerdict;

    /// <summary>Whoever claimed it is gone: nobody knows the answer.</summary>
    public sealed record Lose : SliceVerdict;

    /// <summary>Those of whom nobody knows are told again.</summary>
    public sealed record Repeat(string Reason) : SliceVerdict;

    /// <summary>Those of whom nobody knows stay so.</summary>
    public sealed record Leave(string Reason) : SliceVerdict;

    /// <summary>Those who are still to be told never will be.</summary>
    public sealed record Settle(RecipientState State, string Reason) : SliceVerdict;
}
