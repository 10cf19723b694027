using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>A search that somebody keeps under a name.</summary>
/// <param name="Name">1 to 60 characters, unique among one's own or among the shared ones.</param>
/// <param name="Shared">Whether everybody has it.</param>
/// <param name="Query">The filters by name, as in <c>GET /api/mentions</c>. <c>assignee=me</c> means whoever uses it.</param>
/// <param name="By">Who made it.</param>
/// <param name="At">When.</param>
internal sealed record MentionSearch(string Name, bool Shared, IReadOnlyDictionary<string, string> Query, string By, DateTimeOffset At);

/// <summary>A search that is to be kept.</summary>
internal sealed record MentionSearchRequest(string? Name, bool Shared, IReadOnlyDictionary<string, string>? Query);

/// <summary>The searches somebody has: their own, then the shared ones.</summary>
internal sealed record MentionSearchList(IReadOnlyList<MentionSearch> Items);

/// <summary>The JSON of searches.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(MentionSearch))]
[JsonSerializable(typeof(MentionSearchRequest))]
[JsonSerializable(typeof(MentionSearchList))]
internal sealed partial class MentionSearchJson : JsonSerializerContext;
