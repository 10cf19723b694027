namespace SupportPipeline.Platform;

/// <summary>
/// Why something was decided, including every decision not to act. A closed list: a value that is not here is never stored.
/// The reasons of loop protection are in <see cref="Intake.AutomaticMailReason"/>, those of the playbook in
/// <see cref="Playbook.PlaybookReason"/>; they belong to the same list.
/// </summary>
public static class ReasonCode
{
    // Where a message belongs

    /// <summary>Nothing in the message points to a case: a new one was opened.</summary>
    public const string NoThreadFound = "no-thread-found";

    /// <summary>The address it was sent to carries the signed token of the case.</summary>
    public const string ReplyAddress = "reply-address";

    /// <summary>In-Reply-To or References name a message of the case.</summary>
    public const string References = "references";

    /// <summary>The subject carries the number of the case.</summary>
    public const string SubjectTag = "subject-tag";

    /// <summary>A mail server reports what became of a mail that we did not send.</summary>
    public const string BounceUnmatched = "bounce-unmatched";

    /// <summary>A mail server reports what became of a reply of the case.</summary>
    public const string ReplyBounced = "reply-bounced";

    /// <summary>The message points to a case its sender does not take part in: a new, linked case was opened.</summary>
    public const string SenderNotInCase = "sender-not-in-case";

    /// <summary>The message points to a case that was closed long ago: it opens a new one that is linked to it.</summary>
    public const string ClosedTooLong = "closed-too-long";

    /// <summary>The same message was delivered before, for the same recipient.</summary>
    public const string DuplicateMessage = "duplicate-message";

    /// <summary>The same message came in through another of our addresses as well.</summary>
    public const string SameMessageOtherAddress = "same-message-other-address";

    /// <summary>The message is recorded already; its queue message came again.</summary>
    public const string AlreadyRecorded = "already-recorded";

    /// <summary>The case the message belongs to is being stored at this moment; the message waits a few seconds.</summary>
    public const string CaseNotStoredYet = "case-not-stored-yet";

    // Acknowledgements

    /// <summary>The first message of a case is acknowledged.</summary>
    public const string FirstMessage = "first-message";

    /// <summary>The case was acknowledged before; only its first message is.</summary>
    public const string CaseAlreadyAcknowledged = "case-already-acknowledged";

    /// <summary>The sender's address is missing or unusable.</summary>
    public const string SenderUnknown = "sender-unknown";

    /// <summary>The case has had as many automatic replies as one case may have.</summary>
    public const string CaseCapReached = "case-cap-reached";

    /// <summary>The address has had as many automatic replies today as one address may have.</summary>
    public const string AddressCapReached = "address-cap-reached";

    /// <summary>The master switch for automatic replies is off.</summary>
    public const string AutomaticRepliesOff = "automatic-replies-off";

    /// <summary>The template could not be filled completely; the draft waits for a person.</summary>
    public const string TemplateIncomplete = "template-incomplete";

    // Delivery

    /// <summary>The mail service accepted the reply.</summary>
    public const string AcceptedByMailService = "accepted-by-mail-service";

    /// <summary>The mail service refused the reply for what is in it; a person has to look.</summary>
    public const string RefusedByMailService = "refused-by-mail-service";

    /// <summary>The mail service is down or asked us to slow down; the reply waits.</summary>
    public const string MailServiceUnavailable = "mail-service-unavailable";

    /// <summary>The connection was cut after the request went out, or the process died: nobody knows yet whether the reply was sent.</summary>
    public const string OutcomeUnknown = "outcome-unknown";

    /// <summary>Another process is sending this reply right now.</summary>
    public const string DeliveryInProgress = "delivery-in-progress";

    /// <summary>The reply is in a state in which nothing is to be sent.</summary>
    public const string NothingToSend = "nothing-to-send";

    /// <summary>The mail service could not be reached for longer than a reply is worth sending; a person has to look.</summary>
    public const string DeliveryGivenUp = "delivery-given-up";

    // What the delivery events say

    /// <summary>The recipient's server took the reply.</summary>
    public const string DeliveredToRecipient = "delivered-to-recipient";

    /// <summary>The mail service has processed the reply, so it had accepted it.</summary>
    public const string ProcessedByMailService = "processed-by-mail-service";

    /// <summary>The recipient's server asks the mail service to try again later.</summary>
    public const string DelayedByRecipient = "delayed-by-recipient";

    /// <summary>The recipient's server refused the reply for good because there is no such address.</summary>
    public const string AddressDoesNotExist = "address-does-not-exist";

    /// <summary>The recipient's server refused the reply for good.</summary>
    public const string BouncedByRecipient = "bounced-by-recipient";

    /// <summary>The recipient's server refused the reply, for now or for what it thinks of the sender.</summary>
    public const string BlockedByRecipient = "blocked-by-recipient";

    /// <summary>The mail service did not even try, because of what it knows about the address or the mail.</summary>
    public const string DroppedByMailService = "dropped-by-mail-service";

    /// <summary>The recipient reported our mail as spam.</summary>
    public const string ReportedAsSpam = "reported-as-spam";

    /// <summary>The recipient wants no more mail that was not asked for.</summary>
    public const string Unsubscribed = "unsubscribed";

    // Why a reply does not go out now

    /// <summary>The master switch is off: nothing goes out, replies wait.</summary>
    public const string SendingSwitchedOff = "sending-switched-off";

    /// <summary>Only the addresses of the allow list get mail here, and this is none of them.</summary>
    public const string NotOnAllowList = "not-on-allow-list";

    /// <summary>The desk has sent as much as it may in this minute; the reply waits.</summary>
    public const string SendRateReached = "send-rate-reached";

    /// <summary>The mail service has told of later mails but not of this one: it never took it, and it is sent again.</summary>
    public const string NeverAccepted = "never-accepted";

    /// <summary>Nobody could find out in time whether the reply was sent; a person has to look.</summary>
    public const string OutcomeStaysUnknown = "outcome-stays-unknown";

    // What was odd about a message

    /// <summary>A colleague forwarded a customer's mail: it counts as the customer's.</summary>
    public const string ForwardedByColleague = "forwarded-by-colleague";

    /// <summary>The payload broke off or was not well-formed; what could be read is here, all of it is kept as received.</summary>
    public const string MalformedPayload = "malformed-payload";

    /// <summary>A field named a character set we do not know; it was read as UTF-8 or Latin-1.</summary>
    public const string UnknownCharset = "unknown-charset";

    /// <summary>The message has neither text nor HTML.</summary>
    public const string EmptyBody = "empty-body";

    /// <summary>A field was longer than is kept in the case; the whole is in the payload as received.</summary>
    public const string FieldTruncated = "field-truncated";

    /// <summary>There were more recipients than are kept in the case.</summary>
    public const string RecipientsTruncated = "recipients-truncated";

    /// <summary>The message has no headers; threading and loop protection saw only the envelope.</summary>
    public const string HeadersMissing = "headers-missing";

    /// <summary>The message has no Message-ID; a hash of its content stands in for it.</summary>
    public const string MessageIdMissing = "message-id-missing";

    // Follow-ups

    /// <summary>What was scheduled has been done, cancelled or moved in the meantime.</summary>
    public const string NothingDue = "nothing-due";

    /// <summary>The customer was answered in time.</summary>
    public const string PromiseKept = "promise-kept";

    /// <summary>The case is closed.</summary>
    public const string CaseClosed = "case-closed";

    /// <summary>The case is open again, so nobody is asked whether it is solved.</summary>
    public const string NotSolvedAnyMore = "not-solved-any-more";

    /// <summary>The customer was asked whether it is solved, was warned, and did not answer.</summary>
    public const string NoAnswerToConfirmation = "no-answer-to-confirmation";

    /// <summary>The queue message of a follow-up names no kind or no case we know.</summary>
    public const string FollowUpUnreadable = "follow-up-unreadable";

    // Agents

    /// <summary>An agent did it.</summary>
    public const string ByAgent = "by-agent";

    // Triage

    /// <summary>Azure AI Language answered with an error, or could not be reached; the embedded analyzer answered.</summary>
    public const string LanguageServiceFailed = "language-service-failed";

    /// <summary>Azure AI Language did not answer in time; the embedded analyzer answered.</summary>
    public const string LanguageServiceTimeout = "language-service-timeout";

    /// <summary>Azure AI Language asked us to slow down; the embedded analyzer answered.</summary>
    public const string LanguageServiceThrottled = "language-service-throttled";

    /// <summary>Azure AI Language did not take this text; the embedded analyzer answered.</summary>
    public const string LanguageServiceRejectedDocument = "language-service-rejected-document";

    /// <summary>Azure AI Language is left alone for a while after it failed; the embedded analyzer answered.</summary>
    public const string LanguageCircuitOpen = "language-circuit-open";

    // Customers and screening

    /// <summary>The same person wrote another mail at nearly the same time: it joined the case of the first.</summary>
    public const string NearSimultaneous = "near-simultaneous";

    /// <summary>The same person wrote again under the same subject within a short while: it joined.</summary>
    public const string SameSubject = "same-subject";

    /// <summary>An agent has blocked the sender: the message is held.</summary>
    public const string SenderBlocked = "sender-blocked";

    /// <summary>The sending server may not send for the domain, and no signature vouches for the message: it is held.</summary>
    public const string AuthenticationFailed = "authentication-failed";

    /// <summary>The spam check is sure enough: the message is held.</summary>
    public const string SpamScoreHigh = "spam-score-high";

    /// <summary>An agent released a held message.</summary>
    public const string Released = "released";

    /// <summary>A legal hold is on the customer: nothing is erased.</summary>
    public const string LegalHold = "legal-hold";

    /// <summary>Everything about the customer was erased.</summary>
    public const string CustomerErased = "customer-erased";

    // The status page

    /// <summary>Incidents change faster than the status page can be published; it is published in a moment.</summary>
    public const string StatusKeepsChanging = "status-keeps-changing";

    // Subscriptions to notices

    /// <summary>A confirmation went to the address a few minutes ago; another is not sent so soon.</summary>
    public const string SubscriptionAskedLately = "subscription-asked-lately";

    /// <summary>The request waited for so long that its link would not work any more.</summary>
    public const string SubscriptionTooOld = "subscription-too-old";

    /// <summary>The address under which customers reach our pages is not configured, so there is no link to confirm with.</summary>
    public const string SubscriptionLinkMissing = "subscription-link-missing";

    /// <summary>Every code, with those of loop protection.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        NoThreadFound,
        ReplyAddress,
        References,
        SubjectTag,
        BounceUnmatched,
        ReplyBounced,
        SenderNotInCase,
        ClosedTooLong,
        DuplicateMessage,
        SameMessageOtherAddress,
        AlreadyRecorded,
        CaseNotStoredYet,
        StatusKeepsChanging,
        FirstMessage,
        CaseAlreadyAcknowledged,
        SenderUnknown,
        CaseCapReached,
        AddressCapReached,
        AutomaticRepliesOff,
        TemplateIncomplete,
        AcceptedByMailService,
        RefusedByMailService,
        MailServiceUnavailable,
        OutcomeUnknown,
        DeliveryInProgress,
        NothingToSend,
        DeliveryGivenUp,
        DeliveredToRecipient,
        ProcessedByMailService,
        DelayedByRecipient,
        AddressDoesNotExist,
        BouncedByRecipient,
        BlockedByRecipient,
        DroppedByMailService,
        ReportedAsSpam,
        Unsubscribed,
        SendingSwitchedOff,
        NotOnAllowList,
        SendRateReached,
        NeverAccepted,
        OutcomeStaysUnknown,
        ForwardedByColleague,
        MalformedPayload,
        UnknownCharset,
        EmptyBody,
        FieldTruncated,
        RecipientsTruncated,
        HeadersMissing,
        MessageIdMissing,
        NothingDue,
        PromiseKept,
        CaseClosed,
        NotSolvedAnyMore,
        NoAnswerToConfirmation,
        FollowUpUnreadable,
        ByAgent,
        LanguageServiceFailed,
        LanguageServiceTimeout,
        LanguageServiceThrottled,
        LanguageServiceRejectedDocument,
        LanguageCircuitOpen,
        NearSimultaneous,
        SameSubject,
        SenderBlocked,
        AuthenticationFailed,
        SpamScoreHigh,
        Released,
        LegalHold,
        CustomerErased,
        SubscriptionAskedLately,
        SubscriptionTooOld,
        SubscriptionLinkMissing,
        .. Intake.AutomaticMailReason.All,
        .. Playbook.PlaybookReason.All,
        .. FollowUps.FollowUpReason.All,
        .. Outages.Notices.NoticeReason.All,
        .. Social.SocialReason.All,
    ];
}
