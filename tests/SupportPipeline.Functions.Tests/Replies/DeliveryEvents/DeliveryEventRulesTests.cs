using SupportPipeline.Cases;
using SupportPipeline.Testing;

namespace SupportPipeline.Replies.DeliveryEvents;

public sealed class DeliveryEventRulesTests
{
    /// <summary>Where a reply stands after one event, from wherever it stood.</summary>
    [Theory]
    [InlineData("Unknown", "Processed", "Sent", "processed-by-mail-service")]
    [InlineData("Unknown", "Delivered", "Delivered", "delivered-to-recipient")]
    [InlineData("Unknown", "Bounced", "Bounced", "bounced-by-recipient")]
    [InlineData("Unknown", "Dropped", "Bounced", "dropped-by-mail-service")]
    [InlineData("Unknown", "Deferred", "Unknown", "first-message")]
    [InlineData("Approved", "Processed", "Sent", "processed-by-mail-service")]
    [InlineData("Approved", "Delivered", "Delivered", "delivered-to-recipient")]
    [InlineData("Drafted", "Delivered", "Delivered", "delivered-to-recipient")]
    [InlineData("Sent", "Processed", "Sent", "first-message")]
    [InlineData("Sent", "Deferred", "Sent", "first-message")]
    [InlineData("Sent", "Delivered", "Delivered", "delivered-to-recipient")]
    [InlineData("Sent", "Bounced", "Bounced", "bounced-by-recipient")]
    [InlineData("Sent", "Blocked", "Bounced", "blocked-by-recipient")]
    [InlineData("Sent", "SpamReport", "Delivered", "reported-as-spam")]
    [InlineData("Sent", "Other", "Sent", "first-message")]
    public void One_event_moves_a_reply(string from, string kind, string to, string reason)
    {
        var reply = OutboxRows.Approved() with { State = Enum.Parse<ReplyState>(from) };

        var after = Fold(reply, Event(kind));

        Assert.Equal((Enum.Parse<ReplyState>(to), reason), (after.State, after.Reason));
    }

    [Theory]
    [InlineData("Delivered Processed", "Delivered")]
    [InlineData("Bounced Delivered Processed", "Bounced")]
    [InlineData("Delivered Bounced", "Bounced")]
    [InlineData("SpamReport Delivered", "Delivered")]
    [InlineData("Bounced SpamReport", "Bounced")]
    [InlineData("SpamReport Bounced", "Bounced")]
    [InlineData("Processed Deferred Delivered", "Delivered")]
    public void It_ends_in_the_same_place_in_every_order_and_packing(string kinds, string expected)
    {
        var events = kinds.Split(' ').Select((kind, at) => Event(kind, at)).ToArray();

        foreach (var order in Orders(events))
        {
            Assert.Equal(Enum.Parse<ReplyState>(expected), Fold(Sent(), order).State);
            Assert.Equal(Enum.Parse<ReplyState>(expected), order.Aggregate(Sent(), (reply, one) => Fold(reply, one)).State);
        }
    }

    [Fact]
    public void The_first_refusal_stays_and_the_later_one_only_gets_its_entry()
    {
        var first = Event("Blocked") with { Status = "4.7.1" };
        var second = Event("Bounced", 60) with { Status = "5.1.1" };

        var after = Fold(Fold(Sent(), first), second);

        Assert.Equal(("blocked-by-recipient", "4.7.1"), (after.Reason, after.Fate.Failure!.Status));
        var news = DeliveryEventRules.Decide(after, [second]);
        Assert.Equal(["reply-bounced"], news.Happenings.Select(happening => happening.Kind));
        Assert.Equal(["address-does-not-exist"], news.Suppressions.Select(suppression => suppression.Code));
    }

    [Fact]
    public void An_event_that_comes_twice_in_one_request_has_one_entry()
    {
        var news = DeliveryEventRules.Decide(Sent(), [Event("Bounced"), Event("Bounced"), Event("Deferred", 1)]);

        Assert.Equal(
            [("delivery:Bounced-0", "reply-bounced"), ("delivery:Deferred-1", "reply-delayed")],
            news.Happenings.Select(happening => (happening.Key, happening.Kind))
        );
        Assert.Single(news.Suppressions);
    }

    [Fact]
    public void The_entry_has_the_time_of_the_event_and_what_the_server_said()
    {
        var bounce = Event("Bounced", 7) with { Status = "5.1.1", Detail = "550 5.1.1 unknown user", Classification = "Invalid Address" };

        var entry = Assert.Single(DeliveryEventRules.Decide(Sent(), [bounce]).Happenings);

        Assert.Equal(
            (SampleEvents.At.AddSeconds(7), "reply-bounced", "address-does-not-exist", "Invalid Address 550 5.1.1 unknown user"),
            (entry.At, entry.Kind, entry.Reason, entry.Evidence)
        );
    }

    [Fact]
    public void What_tells_nothing_writes_nothing()
    {
        Assert.True(DeliveryEventRules.Decide(null, [Event("Other")]).IsEmpty);
        Assert.False(DeliveryEventRules.Decide(null, [Event("Processed")]).IsEmpty);
    }

    [Theory]
    [InlineData("Processed Delivered Deferred Unsubscribed Resubscribed Other", false)]
    [InlineData("Delivered Bounced", true)]
    [InlineData("Blocked", true)]
    [InlineData("Dropped", true)]
    [InlineData("SpamReport", true)]
    public void Only_failures_need_the_reply(string kinds, bool expected) =>
        Assert.Equal(expected, DeliveryEventRules.NeedsReply([.. kinds.Split(' ').Select(kind => Event(kind))]));

    [Fact]
    public void A_reply_that_events_found_first_gets_its_time_and_its_id_from_them()
    {
        var reply = OutboxRows.Approved() with { ClaimedAt = Ids.Time };

        var after = Fold(reply, Event("Delivered", 2));

        Assert.Equal((SampleEvents.At.AddSeconds(2), null), (after.SentAt, after.ClaimedAt));
        Assert.Equal("sg-1", DeliveryEventRules.Decide(null, [Event("Delivered")]).Fate.ProviderMessageId);
    }

    private static Reply Sent() => OutboxRows.Approved() with { State = ReplyState.Sent };

    /// <summary>The reply as it would be read after the events were written.</summary>
    private static Reply Fold(Reply reply, params DeliveryEvent[] events)
    {
        var row = CaseRows.FromReply(reply);
        return CaseRows.ToReply(DeliveryFates.Write(row, DeliveryEventRules.Decide(reply, events).Fate));
    }

    private static DeliveryEvent Event(string kind, int seconds = 0) =>
        new()
        {
            Kind = Enum.Parse<DeliveryEventKind>(kind),
            At = SampleEvents.At.AddSeconds(seconds),
            Key = $"{kind}-{seconds}",
            ProviderMessageId = "sg-1",
        };

    private static IEnumerable<DeliveryEvent[]> Orders(DeliveryEvent[] events) =>
        events.Length == 1
            ? [events]
            : events.SelectMany(first => Orders([.. events.Where(one => one != first)]).Select(rest => (DeliveryEvent[])[first, .. rest]));
}
