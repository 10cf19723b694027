using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPipeline.Outages.Linking;

/// <summary>Asks to make the matching cases an incident's own.</summary>
public sealed record LinkRequest
{
    /// <summary>How many were looked at: when others came or went since, nothing is done.</summary>
    public int? Count { get; init; }

    /// <summary>How far back the search goes, in hours.</summary>
    public int? Hours { get; init; }
}

/// <summary>The cases that seem to be about an incident.</summary>
public sealed record MatchingCasesDocument(int Count, IReadOnlyList<MatchingCaseDocument> Items);

/// <summary>One of them.</summary>
/// <param name="Id">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Component">The component that its latest message names.</param>
/// <param name="WrittenAt">When that message came.</param>
public sealed record MatchingCaseDocument(string Id, string Number, string Subject, string Component, DateTimeOffset WrittenAt);

/// <summary>How many cases were made the incident's own.</summary>
public sealed record LinkedDocument(int Linked);

/// <summary>The JSON of requests.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(LinkRequest))]
internal sealed partial class LinkingJson : JsonSerializerContext;
