using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Insights;

/// <summary>Reports of days that are over, each with the fingerprint of the calendar and goals it was counted with.</summary>
public sealed class ReportStore(TableServiceClient tables)
{
    private const string RowKey = "report";

    private readonly TableClient _counters = tables.GetTableClient(StorageNames.CountersTable);

    /// <summary>The report of a day; null when it was not counted yet, or with another calendar.</summary>
    internal async Task<DayReport?> FindAsync(DateOnly day, string fingerprint, CancellationToken cancellationToken)
    {
        var found = await _counters.GetEntityIfExistsAsync<TableEntity>(Partition(day), RowKey, cancellationToken: cancellationToken);
        return found.HasValue && found.Value!.GetString("Fingerprint") == fingerprint
            ? JsonSerializer.Deserialize(found.Value.GetString("Report"), ReportJson.Default.DayReport)
            : null;
    }

    /// <summary>Keeps a report.</summary>
    internal Task KeepAsync(DayReport report, string fingerprint, CancellationToken cancellationToken) =>
        _counters.UpsertEntityAsync(
            new TableEntity(Partition(report.Day), RowKey)
            {
                ["Fingerprint"] = fingerprint,
                ["Report"] = JsonSerializer.Serialize(report, ReportJson.Default.DayReport),
            },
            TableUpdateMode.Replace,
            cancellationToken
        );

    private static string Partition(DateOnly day) => "day|" + day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}

/// <summary>The JSON of reports.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DayReport))]
internal sealed partial class ReportJson : JsonSerializerContext;
