using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Surveys;

/// <summary>Whom we asked when (<c>asked|address hash</c>), and the answers, one row per case, by the month of the case (<c>answers|yyyyMM</c>).</summary>
public sealed class SurveyStore(TableServiceClient tables, IOptions<SurveysOptions> options)
{
    private const string AskedKey = "survey";

    private readonly TableClient _rows = tables.GetTableClient(StorageNames.FollowUpsTable);

    /// <summary>Takes the customer's turn for a case: true for the case that has it, however often it asks; false while another case's is fresh.</summary>
    internal async Task<bool> TakeTurnAsync(
        EmailAddress customer,
        TimeOrderedId caseId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var row = new TableEntity("asked|" + customer.Hash, AskedKey) { ["CaseId"] = caseId.Value, ["At"] = now };
        try
        {
            await _rows.AddEntityAsync(row, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            // Somebody was asked before.
        }

        var found = await _rows.GetEntityIfExistsAsync<TableEntity>(row.PartitionKey, row.RowKey, cancellationToken: cancellationToken);
        if (!found.HasValue || found.Value!.GetString("CaseId") == caseId.Value)
        {
            return found.HasValue;
        }

        if (found.Value.GetDateTimeOffset("At") > now.AddDays(-options.Value.CooldownDays))
        {
            return false;
        }

        try
        {
            await _rows.UpdateEntityAsync(row, found.Value.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == 412)
        {
            return false;
        }
    }

    /// <summary>Keeps an answer; a changed one takes its place.</summary>
    internal Task KeepAsync(TimeOrderedId caseId, int score, string comment, DateTimeOffset at, CancellationToken cancellationToken) =>
        _rows.UpsertEntityAsync(
            new TableEntity(AnswersPartition(caseId.CreatedAt), caseId.Value)
            {
                ["Score"] = score,
                ["Comment"] = comment,
                ["At"] = at,
            },
            TableUpdateMode.Replace,
            cancellationToken
        );

    /// <summary>Where the answers about the cases of a month are.</summary>
    internal static string AnswersPartition(DateTimeOffset month) =>
        "answers|" + month.UtcDateTime.ToString("yyyyMM", CultureInfo.InvariantCulture);
}
