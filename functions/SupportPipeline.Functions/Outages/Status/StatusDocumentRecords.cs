using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace SupportPipeline.Outages.Status;

/// <summary>Whose page it is; stands in every document.</summary>
internal sealed record StatusPageRecord(string Id, string Name, string Url, string TimeZone, string UpdatedAt);

/// <summary>How everything together stands.</summary>
internal sealed record StatusRecord(string Indicator, string Description);

/// <summary>A component.</summary>
internal sealed record StatusComponent(
    string Id,
    string Name,
    string Status,
    string CreatedAt,
    string UpdatedAt,
    int Position,
    string? Description,
    bool Showcase,
    string StartDate,
    string? GroupId,
    string PageId,
    bool Group,
    bool OnlyShowIfDegraded
);

/// <summary>A component that came to work differently.</summary>
internal sealed record AffectedComponent(string Code, string Name, string OldStatus, string NewStatus);

/// <summary>An entry of an incident or a maintenance.</summary>
internal sealed record StatusUpdate(
    string Id,
    string Status,
    string Body,
    string IncidentId,
    string CreatedAt,
    string UpdatedAt,
    string DisplayAt,
    IReadOnlyList<AffectedComponent>? AffectedComponents,
    bool DeliverNotifications,
    string? CustomTweet,
    string? TweetId
);

/// <summary>An incident, or a maintenance: that has its times besides.</summary>
internal sealed record StatusIncident(
    string Id,
    string Name,
    string Status,
    string CreatedAt,
    string UpdatedAt,
    string? MonitoringAt,
    string? ResolvedAt,
    string Impact,
    string Shortlink,
    string StartedAt,
    string PageId,
    IReadOnlyList<StatusUpdate> IncidentUpdates,
    IReadOnlyList<StatusComponent> Components
)
{
    /// <summary>When a maintenance begins; an incident has no such member.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ScheduledFor { get; init; }

    /// <summary>When it ends.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ScheduledUntil { get; init; }
}

/// <summary><c>summary.json</c>.</summary>
internal sealed record SummaryDocument(
    StatusPageRecord Page,
    IReadOnlyList<StatusComponent> Components,
    IReadOnlyList<StatusIncident> Incidents,
    IReadOnlyList<StatusIncident> ScheduledMaintenances,
    StatusRecord Status
);

/// <summary><c>status.json</c>.</summary>
internal sealed record StatusDocument(StatusPageRecord Page, StatusRecord Status);

/// <summary><c>components.json</c>.</summary>
internal sealed record ComponentsDocument(StatusPageRecord Page, IReadOnlyList<StatusComponent> Components);

/// <summary><c>incidents.json</c> and what lies below it.</summary>
internal sealed record IncidentsDocument(StatusPageRecord Page, IReadOnlyList<StatusIncident> Incidents);

/// <summary><c>scheduled-maintenances.json</c> and what lies below it.</summary>
internal sealed record MaintenancesDocument(StatusPageRecord Page, IReadOnlyList<StatusIncident> ScheduledMaintenances);

/// <summary>The JSON of the documents.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SummaryDocument))]
[JsonSerializable(typeof(StatusDocument))]
[JsonSerializable(typeof(ComponentsDocument))]
[JsonSerializable(typeof(IncidentsDocument))]
[JsonSerializable(typeof(MaintenancesDocument))]
internal sealed partial class StatusJson : JsonSerializerContext
{
    /// <summary>Leaves letters of every language as they are; what means something in HTML stays escaped.</summary>
    public static StatusJson Readable { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
                Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            }
        );
}
