using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Data.Tables;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Polling;

/// <summary>
/// How far each feed has been read, and who reads it: <c>poll</c> / hash of connector and feed. A run takes the row for some minutes; another process that
/// finds it taken leaves the feed alone.
/// </summary>
public sealed class PollStore(TableServiceClient tables, TimeProvider clock)
{
    private const string Partition = "poll";

    /// <summary>Longer than all pages of a run with all their timeouts take with the defaults.</summary>
    private static readonly TimeSpan s_lease = TimeSpan.FromMinutes(3);

    private readonly TableClient _rows = tables.GetTableClient(StorageNames.ConnectorsTable);

    /// <summary>Takes a feed.</summary>
    /// <returns>Null when another run has it, or when it is to be left alone for a while.</returns>
    internal async Task<PollHold?> TryTakeAsync(string connector, string feed, CancellationToken cancellationToken)
    {
        var key = StableHash.Of(connector, feed);
        var now = clock.GetUtcNow();
        var found = await _rows.GetEntityIfExistsAsync<TableEntity>(Partition, key, cancellationToken: cancellationToken);
        var row = found.HasValue ? found.Value! : new TableEntity(Partition, key) { ["Connector"] = connector };
        if (row.GetDateTimeOffset("HeldUntil") > now || row.GetDateTimeOffset("NotBefore") > now)
        {
            return null;
        }

        row["HeldUntil"] = now + s_lease;
        try
        {
            var written = found.HasValue
                ? await _rows.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellationToken)
                : await _rows.AddEntityAsync(row, cancellationToken);
            row.ETag = written.Headers.ETag!.Value;
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 409 or 412)
        {
            return null;
        }

        return new(row, row.GetInt32("Failures") ?? 0);
    }

    /// <summary>Notes how far it was read and keeps the feed.</summary>
    /// <returns>False when another run has taken it meanwhile.</returns>
    internal Task<bool> NoteAsync<T>(PollHold hold, T place, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        hold.Row["Place"] = JsonSerializer.Serialize(place, type);
        hold.Row["HeldUntil"] = clock.GetUtcNow() + s_lease;
        return WriteAsync(hold, cancellationToken);
    }

    /// <summary>Gives the feed back.</summary>
    /// <param name="hold">The hold.</param>
    /// <param name="failures">How often in a row it has failed.</param>
    /// <param name="notBefore">Until when it is to be left alone.</param>
    /// <param name="cancellationToken">Stops waiting; the hold then ends by itself.</param>
    internal Task<bool> ReleaseAsync(PollHold hold, int failures, DateTimeOffset? notBefore, CancellationToken cancellationToken)
    {
        hold.Row.Remove("HeldUntil");
        hold.Row.Remove("NotBefore");
        hold.Row["Failures"] = failures;
        if (notBefore is { } moment)
        {
            hold.Row["NotBefore"] = moment;
        }

        return WriteAsync(hold, cancellationToken);
    }

    private async Task<bool> WriteAsync(PollHold hold, CancellationToken cancellationToken)
    {
        try
        {
            var written = await _rows.UpdateEntityAsync(hold.Row, hold.Row.ETag, TableUpdateMode.Replace, cancellationToken);
            hold.Row.ETag = written.Headers.ETag!.Value;
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status is 404 or 412)
        {
            return false;
        }
    }
}

/// <summary>A feed that a run has taken.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Failures">How often in a row it has failed.</param>
internal sealed record PollHold(TableEntity Row, int Failures)
{
    /// <summary>How far it was read; the beginning when nothing is noted.</summary>
    public T PlaceAs<T>(JsonTypeInfo<T> type)
        where T : new() => Row.GetString("Place") is { } json ? JsonSerializer.Deserialize(json, type)! : new();
}
