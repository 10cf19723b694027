using SupportPipeline.Outages.Audience;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Outages.Notices;

public sealed class SliceRulesTests
{
    private static readonly DateTimeOffset Now = Ids.Time;
    private static readonly NoticesOptions Options = new();

    [Fact]
    public void Everybody_who_is_planned_is_told() => Assert.IsType<SliceVerdict.Send>(Decide(Slice("PPP")));

    [Theory]
    [InlineData(NoticeState.Cancelled, null, 0, "Cancelled notice-cancelled")]
    [InlineData(NoticeState.Sending, "newer", 0, "Skipped notice-superseded")]
    [InlineData(NoticeState.Sending, null, 7, "Skipped notice-stale")]
    public void Nobody_is_told_any_more(NoticeState state, string? supersededBy, int hoursLater, string expected)
    {
        var verdict = SliceRules.Decide(Slice("PP"), Of(state, supersededBy), null, Options, Now.AddHours(hoursLater));

        var settle = Assert.IsType<SliceVerdict.Settle>(verdict);
        Assert.Equal(expected, $"{settle.State} {settle.Reason}");
    }

    [Fact]
    public void A_paused_notice_leaves_its_slices_as_they_are() =>
        Assert.Equal(
            new SliceVerdict.Nothing(NoticeReason.NoticePaused),
            SliceRules.Decide(Slice("PP"), Of(NoticeState.Paused), null, Options, Now)
        );

    [Fact]
    public void A_claim_is_waited_for_and_then_lost()
    {
        var claimed = Slice("CC") with { ClaimedAt = Now };

        Assert.Equal(new SliceVerdict.Wait(TimeSpan.FromSeconds(60), NoticeReason.SliceClaimed), Decide(claimed));
        Assert.IsType<SliceVerdict.Lose>(SliceRules.Decide(claimed, Of(), null, Options, Now.AddSeconds(60)));
    }

    [Theory]
    [InlineData(NoticeKind.Opening, "Repeat unknown-repeated")]
    [InlineData(NoticeKind.Resolution, "Repeat unknown-repeated")]
    [InlineData(NoticeKind.Maintenance, "Repeat unknown-repeated")]
    [InlineData(NoticeKind.Update, "Leave unknown-not-repeated")]
    [InlineData(NoticeKind.Correction, "Leave unknown-not-repeated")]
    public void Of_what_nobody_knows_the_first_and_the_last_word_are_said_again(NoticeKind kind, string expected)
    {
        var unknown = Slice("UU") with { UnknownSince = Now };

        var verdict = SliceRules.Decide(unknown, Of() with { Kind = kind }, null, Options, Now.AddMinutes(5));

        Assert.Equal(
            expected,
            verdict is SliceVerdict.Repeat repeat ? $"Repeat {repeat.Reason}" : $"Leave {((SliceVerdict.Leave)verdict).Reason}"
        );
    }

    [Fact]
    public void Who_is_left_unknown_is_left_once_and_forgotten_when_somebody_knows()
    {
        var unknown = Slice("UU") with { UnknownSince = Now, Attempt = 1 };

        var left = SliceRules.Explain(unknown, NoticeReason.UnknownNotRepeated);
        var verdict = SliceRules.Decide(left, Of() with { Kind = NoticeKind.Update }, null, Options, Now.AddMinutes(6));
        var told = SliceRules.Told(left, [new(0, 1, RecipientState.Delivered, null)]);

        Assert.Equal(new SliceVerdict.Nothing(NoticeReason.SliceSettled), verdict);
        Assert.Equal([RecipientState.Delivered, RecipientState.Submitted], told.States);
        Assert.Empty(told.Reasons);
    }

    [Fact]
    public void A_clock_that_is_ahead_makes_nobody_wait_for_longer()
    {
        var claimed = Slice("CC") with { ClaimedAt = Now.AddHours(6) };
        var unknown = Slice("UU") with { UnknownSince = Now.AddHours(6) };

        Assert.Equal(new SliceVerdict.Wait(TimeSpan.FromSeconds(60), NoticeReason.SliceClaimed), Decide(claimed));
        Assert.Equal(new SliceVerdict.Wait(TimeSpan.FromMinutes(5), ReasonCode.OutcomeUnknown), Decide(unknown));
    }

    [Fact]
    public void An_update_the_mail_service_never_had_is_said_again()
    {
        var unknown = Slice("UU") with { UnknownSince = Now };

        var verdict = SliceRules.Decide(unknown, Of() with { Kind = NoticeKind.Update }, Now.AddMinutes(4), Options, Now.AddMinutes(5));

        Assert.Equal(new SliceVerdict.Repeat(ReasonCode.NeverAccepted), verdict);
    }

    [Fact]
    public void What_nobody_knows_is_not_repeated_once_the_notice_is_cancelled()
    {
        var unknown = Slice("UU") with { UnknownSince = Now };

        var verdict = SliceRules.Decide(unknown, Of(NoticeState.Cancelled), null, Options, Now.AddMinutes(5));

        Assert.Equal(NoticeReason.UnknownNotRepeated, Assert.IsType<SliceVerdict.Leave>(verdict).Reason);
    }

    [Fact]
    public void A_claim_leaves_out_who_is_held_back_and_says_why()
    {
        var held = new Dictionary<int, (RecipientState, string)> { [1] = (RecipientState.Suppressed, NoticeReason.AddressSuppressed) };

        var (claimed, places) = SliceRules.Claim(Slice("PPSP"), [0, 1, 2, 3], held, Now);

        Assert.Equal(("CXSC", 1, Now), (Letters(claimed), claimed.Attempt, claimed.ClaimedAt));
        Assert.Equal([0, 3], places);
        Assert.Equal(NoticeReason.AddressSuppressed, claimed.Reasons[1]);
    }

    [Fact]
    public void A_bad_address_without_a_place_is_found_by_halving_and_the_others_are_told()
    {
        // Eight people, the mail service refuses every request with the sixth and never says why.
        var (slice, requests, told) = (Slice("PPPPPPPP"), 0, new List<int>());
        while (SliceRules.Next(slice) is { Count: > 0 } next)
        {
            (slice, var places) = SliceRules.Claim(slice, next, new Dictionary<int, (RecipientState, string)>(), Now);
            requests++;
            if (places.Contains(5))
            {
                slice = SliceRules.Refused(slice, places, [], NoticeReason.AddressRefused);
            }
            else
            {
                told.AddRange(places);
                slice = SliceRules.Taken(slice);
            }
        }

        Assert.Equal(("SSSSSFSS", 8), (Letters(slice), requests));
        Assert.Equal([0, 1, 2, 3, 4, 6, 7], told.Order());
        Assert.Equal(NoticeReason.AddressRefused, Assert.Single(slice.Reasons).Value);
    }

    [Fact]
    public void A_bad_address_that_is_named_is_put_aside_at_once()
    {
        var (claimed, places) = SliceRules.Claim(Slice("PPP"), [0, 1, 2], new Dictionary<int, (RecipientState, string)>(), Now);

        var refused = SliceRules.Refused(claimed, places, [1], NoticeReason.AddressRefused);

        Assert.Equal(("PFP", 0), (Letters(refused), refused.Part));
    }

    [Fact]
    public void An_event_about_one_recipient_tells_that_the_whole_request_was_taken()
    {
        var unknown = Slice("UUS") with { Attempt = 2, UnknownSince = Now };

        var told = SliceRules.Told(unknown, [new(0, 2, RecipientState.Delivered, null)]);

        Assert.Equal(("DSS", null), (Letters(told), told.UnknownSince));
    }

    [Fact]
    public void An_event_about_an_earlier_request_proves_nothing_about_this_one()
    {
        var unknown = Slice("UU") with { Attempt = 2, UnknownSince = Now };

        var told = SliceRules.Told(unknown, [new(0, 1, RecipientState.Delivered, null)]);

        Assert.Equal("DU", Letters(told));
    }

    [Fact]
    public void Nothing_goes_back()
    {
        var news = new RecipientNews[] { new(0, 1, RecipientState.Submitted, null), new(1, 1, RecipientState.Delivered, null) };
        var slice = Slice("DB") with { Attempt = 1 };

        Assert.Same(slice, SliceRules.Told(slice, news));
        Assert.Same(slice, SliceRules.Told(slice, [new(7, 1, RecipientState.Delivered, null)]));
    }

    [Fact]
    public void A_mail_that_was_delivered_may_bounce_later()
    {
        var told = SliceRules.Told(Slice("D") with { Attempt = 1 }, [new(0, 1, RecipientState.Bounced, NoticeReason.MailBounced)]);

        Assert.Equal(("B", NoticeReason.MailBounced), (Letters(told), told.Reasons[0]));
    }

    private static SliceVerdict Decide(NoticeSlice slice) => SliceRules.Decide(slice, Of(), null, Options, Now);

    private static Notice Of(NoticeState state = NoticeState.Sending, string? supersededBy = null) =>
        new()
        {
            Id = "notice",
            IncidentId = "incident",
            Kind = NoticeKind.Opening,
            State = state,
            Audience = new AudienceRule(),
            Author = "olga",
            CreatedAt = Now,
            ValidUntil = Now.AddHours(6),
            TextHash = "hash",
            SupersededBy = supersededBy,
        };

    private static NoticeSlice Slice(string letters) =>
        new()
        {
            NoticeId = "notice",
            Number = 0,
            Language = "en",
            States =
            [
                .. letters.Select(letter =>
                    letter switch
                    {
                        'P' => RecipientState.Planned,
                        'C' => RecipientState.Claimed,
                        'U' => RecipientState.Unknown,
                        'D' => RecipientState.Delivered,
                        'B' => RecipientState.Bounced,
                        _ => RecipientState.Submitted,
                    }
                ),
            ],
        };

    private static string Letters(NoticeSlice slice) =>
        string.Concat(slice.States.Select(state => state == RecipientState.Suppressed ? 'X' : state.ToString()[0]));
}
