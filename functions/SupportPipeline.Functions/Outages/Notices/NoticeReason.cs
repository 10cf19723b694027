namespace SupportPipeline.Outages.Notices;

/// <summary>Why a notice or a recipient is where it is; part of the closed list of <see cref="Platform.ReasonCode"/>.</summary>
public static class NoticeReason
{
    /// <summary>The notice was cancelled.</summary>
    public const string NoticeCancelled = "notice-cancelled";

    /// <summary>The notice was stopped and can go on.</summary>
    public const string NoticePaused = "notice-paused";

    /// <summary>A newer notice about the same incident takes its place.</summary>
    public const string NoticeSuperseded = "notice-superseded";

    /// <summary>It was too late to tell.</summary>
    public const string NoticeStale = "notice-stale";

    /// <summary>The address is on the list of suppressed addresses.</summary>
    public const string AddressSuppressed = "address-suppressed";

    /// <summary>The recipient wants no notices, or none about these components.</summary>
    public const string NoticesUnwanted = "notices-unwanted";

    /// <summary>The customer wants to hear of his matter by another way than mail; an agent was asked to tell him.</summary>
    public const string OtherChannelWanted = "other-channel-wanted";

    /// <summary>The mail service refused the address.</summary>
    public const string AddressRefused = "address-refused";

    /// <summary>The mail service refused the content, so nobody was told.</summary>
    public const string ContentRefused = "content-refused";

    /// <summary>The mail service was not there too often in a row.</summary>
    public const string MailServiceFailing = "mail-service-failing";

    /// <summary>Nobody knows whether it went out, and an update is not worth telling twice.</summary>
    public const string UnknownNotRepeated = "unknown-not-repeated";

    /// <summary>Nobody knows whether it went out; rather twice than not at all.</summary>
    public const string UnknownRepeated = "unknown-repeated";

    /// <summary>The recipient's server refused it.</summary>
    public const string MailBounced = "mail-bounced";

    /// <summary>The mail service did not try.</summary>
    public const string MailDropped = "mail-dropped";

    /// <summary>The slice is being sent by another worker.</summary>
    public const string SliceClaimed = "slice-claimed";

    /// <summary>Everybody in the slice is settled.</summary>
    public const string SliceSettled = "slice-settled";

    /// <summary>Every code.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        NoticeCancelled,
        NoticePaused,
        NoticeSuperseded,
        NoticeStale,
        AddressSuppressed,
        NoticesUnwanted,
        OtherChannelWanted,
        AddressRefused,
        ContentRefused,
        MailServiceFailing,
        UnknownNotRepeated,
        UnknownRepeated,
        MailBounced,
        MailDropped,
        SliceClaimed,
        SliceSettled,
    ];
}
