using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

/// <summary>
/// The rows of an incident's partition: <c>incident</c> and <c>update|id</c>. Each text has a property of its own per language, because one holds at most
/// 32,768 UTF-16 units.
/// </summary>
internal static class IncidentRows
{
    public const string IncidentKey = "incident";
    public const string UpdatePrefix = "update|";

    private const string PublishedPrefix = "PostMortem_";
    private const string DraftPrefix = "Draft_";
    private const string TextPrefix = "Text_";

    public static TableEntity FromIncident(Incident its, IReadOnlyDictionary<string, string> draft)
    {
        var row = new TableEntity(its.Id, IncidentKey)
        {
            ["Version"] = its.Version,
            ["Kind"] = KebabCase.NameOf(its.Kind),
            ["Names"] = Json(its.Names),
            ["State"] = KebabCase.NameOf(its.State),
            ["Impact"] = KebabCase.NameOf(its.Impact),
            ["IsImpactSaid"] = its.IsImpactSaid,
            ["Components"] = States(its.Components),
            ["CreatedAt"] = its.CreatedAt,
            ["StartedAt"] = its.StartedAt,
            ["UpdatedAt"] = its.UpdatedAt,
            ["MonitoringAt"] = its.MonitoringAt,
            ["ResolvedAt"] = its.ResolvedAt,
            ["CancelledAt"] = its.CancelledAt,
            ["ScheduledFor"] = its.ScheduledFor,
            ["ScheduledUntil"] = its.ScheduledUntil,
            ["PostMortemAt"] = its.PostMortem?.PublishedAt,
            ["PostMortemBy"] = its.PostMortem?.By,
        };
        if (its.Plan is { } plan)
        {
            row["PlanComponents"] = States(plan.Components);
            row["PlanIsAutomatic"] = plan.IsAutomatic;
            row["PlanNotifiesAtStart"] = plan.NotifiesAtStart;
            row["PlanNotifiesAtEnd"] = plan.NotifiesAtEnd;
        }

        SetTexts(row, PublishedPrefix, its.PostMortem?.Texts ?? StoredIncident.NoTexts);
        SetTexts(row, DraftPrefix, draft);
        return row;
    }

    /// <summary>An incident from its partition; null when there are entries only, or nothing.</summary>
    public static StoredIncident? ToIncident(IReadOnlyList<TableEntity> partition)
    {
        if (partition.FirstOrDefault(row => row.RowKey == IncidentKey) is not { } row)
        {
            return null;
        }

        var its = new Incident
        {
            Id = row.PartitionKey,
            Version = row.GetInt32("Version") ?? 1,
            Kind = KebabCase.ValueOf<IncidentKind>(row.GetString("Kind")),
            Names = Texts(row.GetString("Names")),
            State = KebabCase.ValueOf<IncidentState>(row.GetString("State")),
            Impact = KebabCase.ValueOf<IncidentImpact>(row.GetString("Impact")),
            IsImpactSaid = row.GetBoolean("IsImpactSaid") ?? false,
            Components = ReadStates(row.GetString("Components")),
            CreatedAt = row.GetDateTimeOffset("CreatedAt") ?? default,
            StartedAt = row.GetDateTimeOffset("StartedAt") ?? default,
            UpdatedAt = row.GetDateTimeOffset("UpdatedAt") ?? default,
            MonitoringAt = row.GetDateTimeOffset("MonitoringAt"),
            ResolvedAt = row.GetDateTimeOffset("ResolvedAt"),
            CancelledAt = row.GetDateTimeOffset("CancelledAt"),
            ScheduledFor = row.GetDateTimeOffset("ScheduledFor"),
            ScheduledUntil = row.GetDateTimeOffset("ScheduledUntil"),
            Plan = ReadPlan(row),
            PostMortem = row.GetDateTimeOffset("PostMortemAt") is { } at
                ? new(ReadTexts(row, PublishedPrefix), at, row.GetString("PostMortemBy") ?? "")
                : null,
            Updates =
            [
                .. partition
                    .Where(one => one.RowKey.StartsWith(UpdatePrefix, StringComparison.Ordinal))
                    .OrderBy(one => one.RowKey, StringComparer.Ordinal)
                    .Select(ToUpdate),
            ],
        };
        return new(its, row.ETag) { Draft = ReadTexts(row, DraftPrefix) };
    }

    public static TableEntity FromUpdate(string incidentId, IncidentUpdate update)
    {
        var row = new TableEntity(incidentId, UpdatePrefix + update.Id)
        {
            ["State"] = KebabCase.NameOf(update.State),
            ["Changes"] = string.Join('\n', update.Changes.Select(Line)),
            ["At"] = update.At,
            ["NextUpdateBy"] = update.NextUpdateBy,
            ["By"] = update.By,
            ["Corrects"] = update.Corrects,
            ["Notifies"] = update.Notifies,
            ["Reason"] = update.Reason,
            ["Version"] = update.Version,
            ["RequestKey"] = update.RequestKey,
            ["RequestHash"] = update.RequestHash,
        };
        SetTexts(row, TextPrefix, update.Texts);
        return row;
    }

    public static string Json(IReadOnlyDictionary<string, string> texts) =>
        JsonSerializer.Serialize(texts, IncidentRowsJson.Default.IReadOnlyDictionaryStringString);

    public static IReadOnlyDictionary<string, string> Texts(string? json) =>
        json is null
            ? StoredIncident.NoTexts
            : JsonSerializer.Deserialize(json, IncidentRowsJson.Default.IReadOnlyDictionaryStringString) ?? StoredIncident.NoTexts;

    private static IncidentUpdate ToUpdate(TableEntity row) =>
        new()
        {
            Id = row.RowKey[UpdatePrefix.Length..],
            State = KebabCase.ValueOf<IncidentState>(row.GetString("State")),
            Texts = ReadTexts(row, TextPrefix),
            Changes = [.. Lines(row.GetString("Changes")).Select(ToChange)],
            At = row.GetDateTimeOffset("At") ?? default,
            NextUpdateBy = row.GetDateTimeOffset("NextUpdateBy"),
            By = row.GetString("By") ?? "",
            Corrects = row.GetString("Corrects"),
            Notifies = row.GetBoolean("Notifies") ?? false,
            Reason = row.GetString("Reason"),
            Version = row.GetInt32("Version") ?? 0,
            RequestKey = row.GetString("RequestKey") ?? "",
            RequestHash = row.GetString("RequestHash") ?? "",
        };

    private static MaintenancePlan? ReadPlan(TableEntity row) =>
        row.GetString("PlanComponents") is { } components
            ? new(
                ReadStates(components),
                row.GetBoolean("PlanIsAutomatic") ?? false,
                row.GetBoolean("PlanNotifiesAtStart") ?? true,
                row.GetBoolean("PlanNotifiesAtEnd") ?? true
            )
            : null;

    /// <summary>A line per component: 200 of them are far shorter than a property may be.</summary>
    private static string States(IReadOnlyDictionary<string, ComponentState> states) =>
        string.Join(
            '\n',
            states
                .OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {KebabCase.NameOf(pair.Value)}"))
        );

    private static Dictionary<string, ComponentState> ReadStates(string? text) =>
        Lines(text)
            .Select(line => line.Split(' '))
            .ToDictionary(parts => parts[0], parts => KebabCase.ValueOf<ComponentState>(parts[1]), StringComparer.Ordinal);

    private static string Line(ComponentChange change) =>
        $"{change.ComponentId} {KebabCase.NameOf(change.Old)} {KebabCase.NameOf(change.New)}";

    private static ComponentChange ToChange(string line)
    {
        var parts = line.Split(' ');
        return new(parts[0], KebabCase.ValueOf<ComponentState>(parts[1]), KebabCase.ValueOf<ComponentState>(parts[2]));
    }

    private static string[] Lines(string? text) => (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The name of a property has no hyphen: <c>zh-Hans</c> is <c>zh_Hans</c>.</summary>
    private static void SetTexts(TableEntity row, string prefix, IReadOnlyDictionary<string, string> texts)
    {
        foreach (var (language, text) in texts)
        {
            row[prefix + language.Replace('-', '_')] = text;
        }
    }

    private static Dictionary<string, string> ReadTexts(TableEntity row, string prefix) =>
        Organisation
            .KnownLanguages.Select(language => (Language: language, Text: row.GetString(prefix + language.Replace('-', '_'))))
            .Where(one => one.Text is not null)
            .ToDictionary(one => one.Language, one => one.Text!, StringComparer.Ordinal);
}

/// <summary>The JSON inside the rows of incidents and components.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class IncidentRowsJson : JsonSerializerContext;
