using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Social.Connectors;

namespace SupportPipeline.Social.Receiving;

/// <summary>A platform of the tests: a JSON array of posts in the shape of <see cref="ListedPost"/>.</summary>
internal sealed class ListConnector : ISocialConnector
{
    public string Name => "list";

    public bool IsEnabled => true;

    public IResult? Answer(IQueryCollection query) => null;

    public ConnectorVerdict Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body, DateTimeOffset now) => ConnectorVerdict.Genuine;

    public IReadOnlyList<SocialEvent> Read(ReadOnlyMemory<byte> body) =>
        [.. JsonSerializer.Deserialize<List<ListedPost>>(body.Span, JsonSerializerOptions.Web)!.Select(ToEvent)];

    private static SocialEvent ToEvent(ListedPost post) =>
        post.IsDeleted
            ? new SocialEvent.Deleted(SocialPlatform.Generic, post.Source, post.Id)
            : new SocialEvent.Posted(
                new SocialPost
                {
                    Platform = SocialPlatform.Generic,
                    Source = post.Source,
                    ExternalId = post.Id,
                    Text = post.Text,
                    Author = new(post.Author) { Followers = post.Followers },
                    PublishedAt = post.At,
                    RepostOf = post.RepostOf,
                    Brand = post.Source,
                    Metrics = new() { Likes = post.Likes },
                }
            )
            {
                IsRestored = post.IsRestored,
            };
}

/// <summary>A post of the tests; the source is also the brand.</summary>
internal sealed record ListedPost(string Source, string Id, string Text = "")
{
    public string Author { get; init; } = $"author-of-{Id}";

    public long? Followers { get; init; }

    public long? Likes { get; init; }

    public DateTimeOffset? At { get; init; }

    public string? RepostOf { get; init; }

    public bool IsDeleted { get; init; }

    public bool IsRestored { get; init; }
}
