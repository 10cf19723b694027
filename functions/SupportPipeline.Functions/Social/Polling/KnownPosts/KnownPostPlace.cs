using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPipeline.Social.Polling.KnownPosts;

/// <summary>How far an account has looked at known posts again.</summary>
internal sealed record KnownPostPlace
{
    /// <summary>The hour of the last round that was finished; null before the first.</summary>
    public DateTimeOffset? Done { get; init; }

    /// <summary>The hour of the round that goes on; null between rounds.</summary>
    public DateTimeOffset? Round { get; init; }

    /// <summary>Where the round has got to: the hour of the posts; null at its beginning.</summary>
    public DateTimeOffset? Hour { get; init; }

    /// <summary>The key of the last post of that hour that was looked at; null at its beginning.</summary>
    public string? After { get; init; }
}

/// <summary>The JSON of places.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(KnownPostPlace))]
internal sealed partial class KnownPostJson : JsonSerializerContext;
