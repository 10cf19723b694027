using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>Builds subscribers with readable defaults.</summary>
internal static class Subscribers
{
    public static Subscriber Of(EmailAddress address, DateTimeOffset mailedAt, params string[] asked) =>
        new()
        {
            Address = address,
            Language = "en",
            Asked = asked,
            RequestId = "00000000000000000000000000",
            MailedAt = mailedAt,
            Mail = ConfirmationState.Sent,
        };
}
