using Azure.Data.Tables;

namespace SupportPipeline.DeadLetters;

/// <summary>
/// The rows of dead letters. PartitionKey is the queue; RowKey is <c>w|key</c> while it waits, then <c>r|key</c> or <c>d|key</c>, so that moving on is one
/// transaction and counting and listing those that wait reads no history.
/// </summary>
internal static class DeadLetterRows
{
    /// <summary>The row key of a dead letter in a state.</summary>
    public static string Key(DeadLetterState state, string key) => Prefix(state) + key;

    /// <summary>What row keys of a state begin with.</summary>
    public static string Prefix(DeadLetterState state) =>
        state switch
        {
            DeadLetterState.Waiting => "w|",
            DeadLetterState.Replayed => "r|",
            _ => "d|",
        };

    public static TableEntity Write(DeadLetter letter) =>
        new(letter.Id.Queue, Key(letter.State, letter.Id.Key))
        {
            ["Message"] = letter.Message,
            ["Reason"] = letter.Reason,
            ["FirstFailedAt"] = letter.FirstFailedAt,
            ["GivenUpAt"] = letter.GivenUpAt,
            ["Replays"] = letter.Replays,
            ["By"] = letter.By,
            ["DecidedAt"] = letter.DecidedAt,
            ["Note"] = letter.Note,
            ["ClaimedAt"] = letter.ClaimedAt,
        };

    public static DeadLetter Read(TableEntity row) =>
        new()
        {
            Id = new(row.PartitionKey, row.RowKey[2..]),
            State = row.RowKey[0] switch
            {
                'w' => DeadLetterState.Waiting,
                'r' => DeadLetterState.Replayed,
                _ => DeadLetterState.Discarded,
            },
            Message = row.GetString("Message"),
            Reason = row.GetString("Reason"),
            FirstFailedAt = row.GetDateTimeOffset("FirstFailedAt") ?? default,
            GivenUpAt = row.GetDateTimeOffset("GivenUpAt") ?? default,
            Replays = row.GetInt32("Replays") ?? 0,
            By = row.GetString("By"),
            DecidedAt = row.GetDateTimeOffset("DecidedAt"),
            Note = row.GetString("Note"),
            ClaimedAt = row.GetDateTimeOffset("ClaimedAt"),
        };
}
