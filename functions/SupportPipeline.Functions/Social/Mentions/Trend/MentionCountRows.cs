using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;

namespace SupportPipeline.Social.Mentions.Trend;

/// <summary>The rows of counts, beside the mentions they count, so that both are stored in one transaction.</summary>
internal static class MentionCountRows
{
    /// <summary>How long a slot is.</summary>
    public static readonly TimeSpan Slot = TimeSpan.FromMinutes(15);

    /// <summary>The number of the slot of a moment in its day, 0 to 95.</summary>
    public static int SlotOf(DateTimeOffset at) => (int)(at.UtcDateTime.TimeOfDay.Ticks / Slot.Ticks);

    /// <summary>The key of a slot's row.</summary>
    public static string KeyOf(int slot) => string.Create(CultureInfo.InvariantCulture, $"{MentionRows.Count}{slot:D2}");

    /// <summary>The slot of a row.</summary>
    public static int SlotOf(TableEntity row) =>
        int.Parse(row.RowKey.AsSpan(MentionRows.Count.Length), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The row of a slot.</summary>
    public static TableEntity From(string partition, int slot, MentionCounts counts) =>
        new(partition, KeyOf(slot)) { [MentionRows.Document] = JsonSerializer.Serialize(counts, MentionCountJson.Default.MentionCounts) };

    /// <summary>The counts of a row.</summary>
    public static MentionCounts ToCounts(TableEntity row) =>
        JsonSerializer.Deserialize(row.GetString(MentionRows.Document), MentionCountJson.Default.MentionCounts)!;
}

/// <summary>The JSON of counts.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(MentionCounts))]
internal sealed partial class MentionCountJson : JsonSerializerContext;
