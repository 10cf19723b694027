using SupportPipeline.Testing;

namespace SupportPipeline.Replies.DeliveryEvents;

public sealed class BounceRulesTests
{
    [Theory]
    // no such address: until somebody lifts it
    [InlineData("Bounced", "5.1.1", null, null, "address-does-not-exist", 0)]
    [InlineData("Bounced", "5.1.10", null, null, "address-does-not-exist", 0)]
    [InlineData("Bounced", null, "Invalid Address", null, "address-does-not-exist", 0)]
    // refused for good, for another reason
    [InlineData("Bounced", "5.2.1", null, null, "bounced-by-recipient", 30)]
    [InlineData("Bounced", "5.2.1", "Invalid Address", null, "bounced-by-recipient", 30)]
    [InlineData("Bounced", null, null, null, "bounced-by-recipient", 30)]
    [InlineData("Bounced", "5.11.1", null, null, "bounced-by-recipient", 30)]
    // for now
    [InlineData("Bounced", "4.2.2", null, null, "blocked-by-recipient", 3)]
    [InlineData("Blocked", "5.7.1", null, null, "blocked-by-recipient", 3)]
    [InlineData("Blocked", null, null, null, "blocked-by-recipient", 3)]
    // a complaint is for ever
    [InlineData("SpamReport", null, null, null, "reported-as-spam", 0)]
    // the mail service knows the address
    [InlineData("Dropped", null, null, "Bounced Address", "dropped-by-mail-service", 0)]
    [InlineData("Dropped", null, null, "Invalid", "dropped-by-mail-service", 0)]
    [InlineData("Dropped", null, null, "Spam Reporting Address", "reported-as-spam", 0)]
    public void The_address_rests_for_as_long_as_the_refusal_says(
        string kind,
        string? status,
        string? classification,
        string? detail,
        string code,
        int days
    )
    {
        var suppression = BounceRules.Suppression(Event(kind, status, classification, detail))!;

        Assert.Equal(code, suppression.Code);
        Assert.Equal(SampleEvents.At, suppression.At);
        Assert.Equal(days == 0 ? null : SampleEvents.At.AddDays(days), suppression.Until);
    }

    [Theory]
    [InlineData("Dropped", "Spam Content")]
    [InlineData("Dropped", "Invalid SMTPAPI header")]
    [InlineData("Dropped", "Recipient List over Package Quota")]
    [InlineData("Dropped", "Unsubscribed Address")]
    [InlineData("Dropped", null)]
    [InlineData("Deferred", "451 4.7.1 later")]
    [InlineData("Delivered", null)]
    [InlineData("Processed", null)]
    [InlineData("Unsubscribed", null)]
    [InlineData("Other", null)]
    public void What_is_not_about_the_address_leaves_it_alone(string kind, string? detail) =>
        Assert.Null(BounceRules.Suppression(Event(kind, null, null, detail)));

    [Theory]
    [InlineData("Processed", "processed-by-mail-service")]
    [InlineData("Deferred", "delayed-by-recipient")]
    [InlineData("Delivered", "delivered-to-recipient")]
    [InlineData("Dropped", "dropped-by-mail-service")]
    [InlineData("Unsubscribed", "unsubscribed")]
    public void Every_event_has_its_reason(string kind, string reason) =>
        Assert.Equal(reason, BounceRules.Reason(Event(kind, null, null, null)));

    private static DeliveryEvent Event(string kind, string? status, string? classification, string? detail) =>
        new()
        {
            Kind = Enum.Parse<DeliveryEventKind>(kind),
            At = SampleEvents.At,
            Key = "k",
            Status = status,
            Classification = classification,
            Detail = detail,
        };
}
