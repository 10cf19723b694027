using System.Text.Json.Serialization;
using SupportPipeline.Outages.Audience;

namespace SupportPipeline.Outages.Notices;

/// <summary>A request for a notice, or for a look at what it would be.</summary>
public sealed record NoticeRequest
{
    /// <summary>What it tells; by the incident's state when left out.</summary>
    public string? Kind { get; init; }

    /// <summary>The update it tells; the latest when left out.</summary>
    public string? UpdateId { get; init; }

    /// <summary>Whom it is for; everybody who uses the incident's components when left out.</summary>
    public AudienceRule? Audience { get; init; }

    /// <summary>After this it tells nobody anything any more.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>The address of a test; for tests only.</summary>
    public string? To { get; init; }

    /// <summary>The language of a test; the desk's when left out.</summary>
    public string? Language { get; init; }
}

/// <summary>A request about a notice that exists.</summary>
public sealed record NoticeActRequest
{
    /// <summary>The notice; the latest of the incident when left out.</summary>
    public string? Notice { get; init; }

    /// <summary>What was looked at.</summary>
    public string? ContentHash { get; init; }

    /// <summary>Why one person alone has to do it.</summary>
    public string? BreakGlass { get; init; }
}

/// <summary>A notice in answers.</summary>
public sealed record NoticeDocument(
    string Id,
    string IncidentId,
    string Kind,
    string State,
    string Author,
    DateTimeOffset CreatedAt,
    DateTimeOffset ValidUntil,
    string? ContentHash,
    int Recipients,
    string? ApprovedBy,
    DateTimeOffset? ApprovedAt,
    string? BreakGlass,
    string? SupersededBy,
    string? Reason,
    bool NeedsSecondPerson
)
{
    /// <summary>As the API shows it.</summary>
    public static NoticeDocument Of(Notice notice, int threshold) =>
        new(
            notice.Id,
            notice.IncidentId,
            Platform.KebabCase.NameOf(notice.Kind),
            Platform.KebabCase.NameOf(notice.State),
            notice.Author,
            notice.CreatedAt,
            notice.ValidUntil,
            notice.ContentHash,
            notice.Count,
            notice.ApprovedBy,
            notice.ApprovedAt,
            notice.BreakGlass,
            notice.SupersededBy,
            notice.Reason,
            notice.Count > threshold
        );
}

/// <summary>What a notice would be.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Recipients">Who would be told.</param>
/// <param name="Segments">How many for each reason to be told.</param>
/// <param name="Languages">How many in each language.</param>
/// <param name="Suppressed">How many would not be told, by reason.</param>
/// <param name="Untranslated">Languages of the desk in which it is not written; their people get the default language.</param>
/// <param name="Texts">What it says in each language, for the first who would get it.</param>
/// <param name="Samples">The first who would get it.</param>
/// <param name="Difference">The lines that are new since the notice before, by language.</param>
public sealed record NoticePreview(
    string Kind,
    int Recipients,
    IReadOnlyDictionary<string, int> Segments,
    IReadOnlyDictionary<string, int> Languages,
    IReadOnlyDictionary<string, int> Suppressed,
    IReadOnlyList<string> Untranslated,
    IReadOnlyDictionary<string, NoticeText> Texts,
    IReadOnlyList<NoticeSample> Samples,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Difference
);

/// <summary>Somebody who would get a notice.</summary>
public sealed record NoticeSample(string Address, string? Name, string Language, string Segment);

/// <summary>How far a notice is.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Counts">How its recipients stand.</param>
/// <param name="Sent">Handed to the mail service for certain.</param>
/// <param name="PerSecond">How fast, on average since the approval; null while nothing was sent.</param>
/// <param name="SecondsLeft">How long it will take at this rate; null when nobody can say.</param>
public sealed record NoticeProgressDocument(NoticeDocument Notice, NoticeProgress Counts, int Sent, double? PerSecond, double? SecondsLeft);

/// <summary>The notices of an incident.</summary>
public sealed record NoticeListDocument(IReadOnlyList<NoticeDocument> Items);

/// <summary>The JSON of requests and answers.</summary>
[JsonSourceGenerationOptions(
    System.Text.Json.JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(NoticeRequest))]
[JsonSerializable(typeof(NoticeActRequest))]
internal sealed partial class NoticeRequestJson : JsonSerializerContext;
