using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPipeline.Outages.Incidents;

/// <summary>What an entry of an incident says; the same for the first one and for later ones.</summary>
internal abstract record EntryRequest
{
    /// <summary>How far it is.</summary>
    public string? State { get; init; }

    /// <summary>What is said, by language.</summary>
    public IReadOnlyDictionary<string, string?>? Texts { get; init; }

    /// <summary>The template that is filled for the languages without a text.</summary>
    public string? Template { get; init; }

    /// <summary>What is special this time, by language, for the template.</summary>
    public IReadOnlyDictionary<string, string?>? Summaries { get; init; }

    /// <summary>How components work from now on; those of a maintenance while it is under way.</summary>
    public IReadOnlyDictionary<string, string?>? Components { get; init; }

    /// <summary>How bad it is, or <c>computed</c>.</summary>
    public string? Impact { get; init; }

    /// <summary>By when the next update is promised: a time, or null in so many words.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement NextUpdateBy { get; init; }

    /// <summary>Whether customers are told by mail; yes unless said.</summary>
    public bool? Notifies { get; init; }

    /// <summary>When a maintenance begins.</summary>
    public DateTimeOffset? ScheduledFor { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? ScheduledUntil { get; init; }

    /// <summary>Whether it begins and ends by itself.</summary>
    public bool? Automatic { get; init; }

    /// <summary>Whether customers are told when it begins by itself; yes unless said.</summary>
    public bool? NotifiesAtStart { get; init; }

    /// <summary>Whether customers are told when it ends by itself; yes unless said.</summary>
    public bool? NotifiesAtEnd { get; init; }
}

/// <summary>Body of declaring an incident or a maintenance.</summary>
internal sealed record IncidentRequest : EntryRequest
{
    /// <summary><c>incident</c> (the default) or <c>maintenance</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Its name by language; that of the template when left out.</summary>
    public IReadOnlyDictionary<string, string?>? Names { get; init; }

    /// <summary>When it began, if that was earlier.</summary>
    public DateTimeOffset? StartedAt { get; init; }
}

/// <summary>Body of an update.</summary>
internal sealed record IncidentUpdateRequest : EntryRequest
{
    /// <summary>Why something that was over begins again, or why work is called off; for staff.</summary>
    public string? Reason { get; init; }

    /// <summary>Calls off a maintenance that has not begun.</summary>
    public bool Cancel { get; init; }
}

/// <summary>Body of a correction.</summary>
internal sealed record CorrectionRequest
{
    /// <summary>The entry that was wrong.</summary>
    public string? Corrects { get; init; }

    /// <summary>What is right, by language.</summary>
    public IReadOnlyDictionary<string, string?>? Texts { get; init; }

    /// <summary>What is right, by language, for the template of corrections.</summary>
    public IReadOnlyDictionary<string, string?>? Summaries { get; init; }

    /// <summary>Whether customers are told by mail; yes unless said.</summary>
    public bool? Notifies { get; init; }
}

/// <summary>Body of a post-mortem.</summary>
/// <param name="Texts">The text by language.</param>
/// <param name="Publish">Whether everybody may read it from now on.</param>
internal sealed record PostMortemRequest(IReadOnlyDictionary<string, string?>? Texts = null, bool Publish = false);

/// <summary>What is said of a component.</summary>
internal abstract record ComponentEntry
{
    /// <summary>Its name by language.</summary>
    public IReadOnlyDictionary<string, string?>? Names { get; init; }

    /// <summary>Its place on the page; left out, it stays or comes last.</summary>
    public int? Position { get; init; }

    /// <summary>What it is, for customers.</summary>
    public string? Description { get; init; }

    /// <summary>The words by which customers call it.</summary>
    public IReadOnlyList<string>? Terms { get; init; }

    /// <summary>How it works; only when no open incident touches it.</summary>
    public string? State { get; init; }
}

/// <summary>Body of setting one component.</summary>
internal sealed record ComponentRequest : ComponentEntry;

/// <summary>A component of a list, with its id.</summary>
internal sealed record ListedComponentRequest : ComponentEntry
{
    /// <summary>Small letters, digits and hyphens.</summary>
    public string? Id { get; init; }
}

/// <summary>Body of setting all components.</summary>
/// <param name="Components">All of them, in the order of the page; those left out are taken away.</param>
internal sealed record ComponentsRequest(IReadOnlyList<ListedComponentRequest>? Components = null);

/// <summary>The JSON of requests about incidents.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(IncidentRequest))]
[JsonSerializable(typeof(IncidentUpdateRequest))]
[JsonSerializable(typeof(CorrectionRequest))]
[JsonSerializable(typeof(PostMortemRequest))]
[JsonSerializable(typeof(ComponentRequest))]
[JsonSerializable(typeof(ComponentsRequest))]
internal sealed partial class IncidentRequestJson : JsonSerializerContext;
