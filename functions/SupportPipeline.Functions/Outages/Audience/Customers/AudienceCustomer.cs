using System.Text.Json.Serialization;

namespace SupportPipeline.Outages.Audience.Customers;

/// <summary>A customer as an import says it: whom a notice may be for. Lists are in small letters, sorted, without doubles.</summary>
internal sealed record AudienceCustomer
{
    /// <summary>The id in the system the import comes from; the same id again is the same customer.</summary>
    [JsonPropertyName("i")]
    public required string Id { get; init; }

    /// <summary>The address, as written.</summary>
    [JsonPropertyName("e")]
    public required string Email { get; init; }

    /// <summary>The name, when known.</summary>
    [JsonPropertyName("n")]
    public string? Name { get; init; }

    /// <summary>The language; <c>und</c> when not known.</summary>
    [JsonPropertyName("l")]
    public string Language { get; init; } = "und";

    /// <summary>The region, when known.</summary>
    [JsonPropertyName("r")]
    public string? Region { get; init; }

    /// <summary>The plan, when known.</summary>
    [JsonPropertyName("p")]
    public string? Plan { get; init; }

    /// <summary>What they bought.</summary>
    [JsonPropertyName("o")]
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>What they use.</summary>
    [JsonPropertyName("c")]
    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>What else they are called.</summary>
    [JsonPropertyName("t")]
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The parts of the index that name the customer.</summary>
    [JsonIgnore]
    public IEnumerable<AudienceKey> Keys =>
        Components
            .Select(value => new AudienceKey(AudienceKind.Component, value))
            .Concat(Products.Select(value => new AudienceKey(AudienceKind.Product, value)))
            .Concat(Tags.Select(value => new AudienceKey(AudienceKind.Tag, value)));

    /// <summary>What the index says of the customer.</summary>
    [JsonIgnore]
    public IndexedCustomer Indexed => new(Email, Name, Language, Region, Plan);

    /// <summary>Whether another says exactly the same.</summary>
    public bool IsSame(AudienceCustomer other) =>
        Id == other.Id
        && Indexed == other.Indexed
        && Products.SequenceEqual(other.Products, StringComparer.Ordinal)
        && Components.SequenceEqual(other.Components, StringComparer.Ordinal)
        && Tags.SequenceEqual(other.Tags, StringComparer.Ordinal);
}

/// <summary>What a notice needs of a customer.</summary>
/// <param name="Email">The address, as written.</param>
/// <param name="Name">The name, when known.</param>
/// <param name="Language">The language; <c>und</c> when not known.</param>
/// <param name="Region">The region, when known.</param>
/// <param name="Plan">The plan, when known.</param>
internal sealed record IndexedCustomer(
    [property: JsonPropertyName("e")] string Email,
    [property: JsonPropertyName("n")] string? Name,
    [property: JsonPropertyName("l")] string Language,
    [property: JsonPropertyName("r")] string? Region,
    [property: JsonPropertyName("p")] string? Plan
);

/// <summary>The JSON in which customers are stored.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AudienceCustomer))]
[JsonSerializable(typeof(List<AudienceCustomer>))]
[JsonSerializable(typeof(List<IndexedCustomer>))]
internal sealed partial class AudienceJson : JsonSerializerContext;
