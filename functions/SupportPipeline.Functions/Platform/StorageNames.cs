namespace SupportPipeline.Platform;

/// <summary>The names of everything in storage, in one place: code, local host, tests and Bicep checks read them from here.</summary>
public static class StorageNames
{
    /// <summary>The configuration name of the storage connection: a connection string, or a section with service URIs and a credential.</summary>
    public const string Connection = "SupportStorage";

    /// <summary>The connection of the account that serves the status page, where that is another one; like <see cref="Connection"/>.</summary>
    public const string StatusConnection = "StatusStorage";

    /// <summary>Queue of received messages that are to be processed.</summary>
    public const string InboundMessagesQueue = "inbound-messages";

    /// <summary>Queue of replies that could not be delivered right after their commit.</summary>
    public const string OutboundRepliesQueue = "outbound-replies";

    /// <summary>Queue of follow-ups that are due.</summary>
    public const string FollowUpsQueue = "follow-ups";

    /// <summary>Table of cases: snapshot, messages, timeline and outbox in one partition per case.</summary>
    public const string CasesTable = "Cases";

    /// <summary>Table of list views and of the case number index, repaired from <see cref="CasesTable"/>.</summary>
    public const string CaseViewsTable = "CaseViews";

    /// <summary>Table of external message ids: deduplication and threading.</summary>
    public const string ThreadsTable = "Threads";

    /// <summary>Table of customers and of what was sent to each address.</summary>
    public const string CustomersTable = "Customers";

    /// <summary>Table of counters and sequences.</summary>
    public const string CountersTable = "Counters";

    /// <summary>Table of everything scheduled, by the hour in which it is due.</summary>
    public const string FollowUpsTable = "FollowUps";

    /// <summary>Table of timed jobs and when they last ran.</summary>
    public const string JobsTable = "Jobs";

    /// <summary>Container of payloads exactly as they were received.</summary>
    public const string RawMessagesContainer = "raw-messages";

    /// <summary>Container of attachments and of texts too long for a table row.</summary>
    public const string AttachmentsContainer = "attachments";

    // Delivery and dead letters

    /// <summary>Queue of kept requests of the mail service with delivery events.</summary>
    public const string DeliveryEventsQueue = "delivery-events";

    /// <summary>Container of the mail service's delivery events exactly as they were received.</summary>
    public const string DeliveryEventsContainer = "delivery-payloads";

    /// <summary>Table of queue messages that could not be processed, with the reason.</summary>
    public const string DeadLettersTable = "DeadLetters";

    // Customers

    /// <summary>Queue of erasures, a part each.</summary>
    public const string CustomerErasuresQueue = "customer-erasures";

    // Outages: incidents

    /// <summary>Table of incidents and maintenances with what was said of them, of components, and of what leads to them.</summary>
    public const string IncidentsTable = "Incidents";

    // Outages: status page

    /// <summary>Queue of changes after which the status page is to be published.</summary>
    public const string StatusPublicationsQueue = "status-publications";

    /// <summary>Container of the status page; everybody may read its blobs.</summary>
    public const string StatusContainer = "status";

    // Outages: audience

    /// <summary>Queue of requests for notices that need a confirmation.</summary>
    public const string SubscriptionMailsQueue = "subscription-mails";

    /// <summary>Table of imported customers and of what they use.</summary>
    public const string AudienceTable = "Audience";

    /// <summary>Table of subscribers of notices, and of who wants none.</summary>
    public const string SubscribersTable = "Subscribers";

    // Outages: notices

    /// <summary>Queue of notices whose audience is to be frozen.</summary>
    public const string NoticeFreezesQueue = "notice-freezes";

    /// <summary>Queue of slices of notices that are to be told.</summary>
    public const string NoticeBatchesQueue = "notice-batches";

    /// <summary>Table of notices.</summary>
    public const string NoticesTable = "Notices";

    /// <summary>Table of the slices of frozen audiences, with how each recipient stands.</summary>
    public const string NoticeRecipientsTable = "NoticeRecipients";

    /// <summary>Container of the texts of notices and of frozen audiences.</summary>
    public const string NoticesContainer = "notices";

    // Social

    /// <summary>Queue of kept payloads of platforms.</summary>
    public const string InboundMentionsQueue = "inbound-mentions";

    /// <summary>Queue of public replies that are to be posted.</summary>
    public const string PublicRepliesQueue = "public-replies";

    /// <summary>Queue of alerts about mentions that are to be told.</summary>
    public const string MentionAlertsQueue = "mention-alerts";

    /// <summary>Table of mentions by brand and day, with their timelines, answers and counts.</summary>
    public const string MentionsTable = "Mentions";

    /// <summary>Table of what leads to mentions: external ids, and what copies are known by.</summary>
    public const string MentionIndexTable = "MentionIndex";

    /// <summary>Table of connectors' keys and of how far the polled ones have read.</summary>
    public const string ConnectorsTable = "Connectors";

    /// <summary>Table of alerts, mutings and saved searches.</summary>
    public const string SocialAlertsTable = "SocialAlerts";

    /// <summary>Container of platforms' payloads exactly as they were received.</summary>
    public const string SocialPayloadsContainer = "social-payloads";

    /// <summary>What comes behind a queue's name for its dead letters; the Functions host's own convention.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>All queues.</summary>
    public static IReadOnlyList<string> Queues { get; } =
    [
        InboundMessagesQueue,
        OutboundRepliesQueue,
        FollowUpsQueue,
        DeliveryEventsQueue,
        CustomerErasuresQueue,
        StatusPublicationsQueue,
        SubscriptionMailsQueue,
        NoticeFreezesQueue,
        NoticeBatchesQueue,
        InboundMentionsQueue,
        PublicRepliesQueue,
        MentionAlertsQueue,
    ];

    /// <summary>All tables.</summary>
    public static IReadOnlyList<string> Tables { get; } =
    [
        CasesTable,
        CaseViewsTable,
        ThreadsTable,
        CustomersTable,
        CountersTable,
        FollowUpsTable,
        JobsTable,
        DeadLettersTable,
        IncidentsTable,
        AudienceTable,
        SubscribersTable,
        NoticesTable,
        NoticeRecipientsTable,
        MentionsTable,
        MentionIndexTable,
        ConnectorsTable,
        SocialAlertsTable,
    ];

    /// <summary>All blob containers.</summary>
    public static IReadOnlyList<string> Containers { get; } =
    [RawMessagesContainer, AttachmentsContainer, DeliveryEventsContainer, StatusContainer, NoticesContainer, SocialPayloadsContainer];
}
