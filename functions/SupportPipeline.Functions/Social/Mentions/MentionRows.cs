using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using SupportPipeline.Social.Replies;

namespace SupportPipeline.Social.Mentions;

/// <summary>
/// The rows of <see cref="Platform.StorageNames.MentionsTable"/>. A partition is a brand's day: <c>m|</c> mentions newest first, <c>n|</c> copies of them,
/// <c>e|</c> timelines, <c>r|</c> answers, <c>t|</c> counts of a quarter of an hour. The document is the truth; the columns are for filters.
/// </summary>
internal static class MentionRows
{
    public const string First = "m|";
    public const string Copy = "n|";
    public const string Entry = "e|";
    public const string Reply = "r|";
    public const string Count = "t|";
    public const string Document = "Document";

    /// <summary>Characters of a part; the platform allows 32,768 in a property.</summary>
    private const int MaxPart = 32_000;

    /// <summary>The row of a mention.</summary>
    public static TableEntity From(Mention mention)
    {
        ArgumentNullException.ThrowIfNull(mention);
        var row = new TableEntity(mention.Id.Partition, (mention.CopyOf is null ? First : Copy) + mention.Id.Inverted)
        {
            ["Platform"] = Platform.KebabCase.NameOf(mention.Post.Platform),
            ["Source"] = mention.Post.Source,
            ["Mood"] = mention.Triage.Sentiment,
            ["Topic"] = mention.Triage.Topic,
            ["Language"] = mention.Triage.Language,
            ["Reach"] = mention.ReachWithCopies ?? mention.Reach ?? 0,
            ["State"] = Platform.KebabCase.NameOf(mention.State),
            ["Assignee"] = mention.Assignee ?? "",
            ["Score"] = mention.Score.Value,
            ["Group"] = mention.Group,
            ["Author"] = mention.Post.Author.Id,
            ["IsSpam"] = mention.Spam.Value >= SpamHints.Likely,
            ["IsDeleted"] = mention.DeletedAt is not null,
        };

        // Emoji and letters that are not Latin take six characters each as JSON escapes: a long post does not fit into one property.
        var document = JsonSerializer.Serialize(mention, MentionJson.Default.Mention);
        for (var part = 0; part * MaxPart < document.Length; part++)
        {
            row[NameOf(part)] = document[(part * MaxPart)..Math.Min(document.Length, (part + 1) * MaxPart)];
        }

        return row;
    }

    /// <summary>The row of an entry.</summary>
    public static TableEntity From(MentionId id, MentionEntry entry) =>
        new(id.Partition, $"{Entry}{id.Order}|{entry.Key}")
        {
            [Document] = JsonSerializer.Serialize(entry, MentionJson.Default.MentionEntry),
        };

    /// <summary>The row of an answer.</summary>
    public static TableEntity From(MentionId id, PublicReply reply) =>
        new(id.Partition, $"{Reply}{id.Order}|{reply.Id}")
        {
            [Document] = JsonSerializer.Serialize(reply, MentionJson.Default.PublicReply),
        };

    /// <summary>A mention from its row.</summary>
    public static StoredMention ToMention(TableEntity row) =>
        new(JsonSerializer.Deserialize(DocumentOf(row), MentionJson.Default.Mention)!, row.ETag);

    /// <summary>The document of a mention's row.</summary>
    public static string DocumentOf(TableEntity row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var document = row.GetString(Document);
        for (var part = 1; row.GetString(NameOf(part)) is { } more; part++)
        {
            document += more;
        }

        return document;
    }

    private static string NameOf(int part) =>
        part == 0 ? Document : Document + part.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An entry from its row.</summary>
    public static MentionEntry ToEntry(TableEntity row) =>
        JsonSerializer.Deserialize(row.GetString(Document), MentionJson.Default.MentionEntry)!;

    /// <summary>An answer from its row.</summary>
    public static PublicReply ToReply(TableEntity row) =>
        JsonSerializer.Deserialize(row.GetString(Document), MentionJson.Default.PublicReply)!;
}

/// <summary>The JSON in rows of mentions.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(Mention))]
[JsonSerializable(typeof(MentionEntry))]
[JsonSerializable(typeof(PublicReply))]
internal sealed partial class MentionJson : JsonSerializerContext;
