using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;
using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Alerts;

/// <summary>Alerts newest first, what is muted, and how far each brand has been looked at: <see cref="StorageNames.SocialAlertsTable"/>.</summary>
public sealed class AlertStore(TableServiceClient tables)
{
    private const string Alerts = "alerts";
    private const string Mutes = "mutes";
    private const string Series = "spikes";
    private const string Document = "Document";

    private static readonly TimeSpan s_late = TimeSpan.FromDays(1);

    private readonly TableClient _rows = tables.GetTableClient(StorageNames.SocialAlertsTable);

    /// <summary>Stores an alert that is not there yet.</summary>
    /// <returns>False when it is.</returns>
    internal async Task<bool> TryAddAsync(MentionAlert alert, CancellationToken cancellationToken)
    {
        try
        {
            await _rows.AddEntityAsync(RowOf(alert), cancellationToken);
            return true;
        }
        catch (RequestFailedException there) when (there.Status == 409)
        {
            return false;
        }
    }

    /// <summary>An alert; null when there is none.</summary>
    internal async Task<StoredAlert?> LoadAsync(string id, CancellationToken cancellationToken)
    {
        if (!TimeOrderedId.TryParse(id, out var order))
        {
            return null;
        }

        var found = await _rows.GetEntityIfExistsAsync<TableEntity>(Alerts, KeyOf(order), cancellationToken: cancellationToken);
        return found.HasValue ? ToAlert(found.Value!) : null;
    }

    /// <summary>Stores a change; null when somebody else was faster.</summary>
    internal async Task<StoredAlert?> SaveAsync(StoredAlert before, MentionAlert after, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _rows.UpdateEntityAsync(RowOf(after), before.ETag, TableUpdateMode.Replace, cancellationToken);
            return new(after, response.Headers.ETag!.Value);
        }
        catch (RequestFailedException raced) when (raced.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>A page of alerts, newest first.</summary>
    internal async Task<(IReadOnlyList<MentionAlert> Items, string? Next)> ListAsync(
        int limit,
        string? before,
        CancellationToken cancellationToken
    )
    {
        var after = TimeOrderedId.TryParse(before, out var order) ? KeyOf(order) : "";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Alerts} and RowKey gt {after}");
        var items = new List<MentionAlert>();
        await foreach (var row in _rows.QueryAsync<TableEntity>(filter, limit + 1, cancellationToken: cancellationToken))
        {
            if (items.Count == limit)
            {
                return (items, items[^1].Id);
            }

            items.Add(ToAlert(row).Alert);
        }

        return (items, null);
    }

    /// <summary>Whether so many alerts were told since a moment.</summary>
    internal async Task<bool> AreToldAsync(int many, DateTimeOffset since, CancellationToken cancellationToken)
    {
        // Alerts are ordered by what they are about; one that is found late stands a little further back.
        var oldest = MentionId.InvertedAt(since - s_late);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {Alerts} and RowKey le {oldest} and FoundAt ge {since} and IsTold eq {true}"
        );
        var count = 0;
        await foreach (var _ in _rows.QueryAsync<TableEntity>(filter, many, ["RowKey"], cancellationToken))
        {
            if (++count >= many)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is muted, also what has run out.</summary>
    internal async Task<IReadOnlyList<AlertMute>> MutesAsync(CancellationToken cancellationToken)
    {
        var mutes = new List<AlertMute>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Mutes}");
        await foreach (var row in _rows.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken))
        {
            mutes.Add(JsonSerializer.Deserialize(row.GetString(Document), AlertJson.Default.AlertMute)!);
        }

        return mutes;
    }

    /// <summary>Mutes something.</summary>
    internal Task AddAsync(AlertMute mute, CancellationToken cancellationToken) =>
        _rows.UpsertEntityAsync(
            new TableEntity(Mutes, mute.Id) { [Document] = JsonSerializer.Serialize(mute, AlertJson.Default.AlertMute) },
            TableUpdateMode.Replace,
            cancellationToken
        );

    /// <summary>Ends a muting; false when there is none.</summary>
    internal async Task<bool> RemoveMuteAsync(string id, CancellationToken cancellationToken)
    {
        if (!TimeOrderedId.TryParse(id, out _))
        {
            return false;
        }

        var response = await _rows.DeleteEntityAsync(Mutes, id, ETag.All, cancellationToken);
        return response.Status != 404;
    }

    /// <summary>How far a brand has been looked at; null when it never was.</summary>
    internal async Task<(SpikeState State, ETag ETag)?> LoadSeriesAsync(string brand, CancellationToken cancellationToken)
    {
        var found = await _rows.GetEntityIfExistsAsync<TableEntity>(Series, brand, cancellationToken: cancellationToken);
        return found.HasValue
            ? (JsonSerializer.Deserialize(found.Value!.GetString(Document), AlertJson.Default.SpikeState)!, found.Value!.ETag)
            : null;
    }

    /// <summary>Notes how far a brand has been looked at; false when somebody else did at the same time.</summary>
    internal async Task<bool> SaveSeriesAsync(string brand, SpikeState state, ETag? before, CancellationToken cancellationToken)
    {
        var row = new TableEntity(Series, brand) { [Document] = JsonSerializer.Serialize(state, AlertJson.Default.SpikeState) };
        try
        {
            await (
                before is { } version
                    ? _rows.UpdateEntityAsync(row, version, TableUpdateMode.Replace, cancellationToken)
                    : _rows.AddEntityAsync(row, cancellationToken)
            );
            return true;
        }
        catch (RequestFailedException raced) when (raced.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    private static TableEntity RowOf(MentionAlert alert) =>
        new(Alerts, KeyOf(TimeOrderedId.Parse(alert.Id)))
        {
            ["FoundAt"] = alert.At,
            ["IsTold"] = alert.NotTold is null,
            [Document] = JsonSerializer.Serialize(alert, AlertJson.Default.MentionAlert),
        };

    private static StoredAlert ToAlert(TableEntity row) =>
        new(JsonSerializer.Deserialize(row.GetString(Document), AlertJson.Default.MentionAlert)!, row.ETag);

    private static string KeyOf(TimeOrderedId id) => MentionId.Invert(id);
}

/// <summary>An alert as it stands in storage.</summary>
internal sealed record StoredAlert(MentionAlert Alert, ETag ETag);

/// <summary>The JSON of alerts in storage.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(MentionAlert))]
[JsonSerializable(typeof(AlertMute))]
[JsonSerializable(typeof(SpikeState))]
internal sealed partial class AlertJson : JsonSerializerContext;
