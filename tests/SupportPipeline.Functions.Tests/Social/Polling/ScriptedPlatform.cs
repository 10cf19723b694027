using System.Text;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Social.Connectors;
using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Polling;

/// <summary>A platform that answers what a test says, and what is kept of it.</summary>
internal sealed class ScriptedPlatform(string feed) : IPolledConnector, IMentionIntake
{
    public Queue<PollAnswer> Answers { get; } = new();

    public List<(string? From, string? Next)> Asked { get; } = [];

    public List<string> Kept { get; } = [];

    public bool IsStorageDown { get; set; }

    public string Name => "scripted";

    public bool IsEnabled => true;

    public IReadOnlyList<string> Feeds => [feed];

    public static PollAnswer Page(string text, string? next, string? top) =>
        new PollAnswer.Fetched(new(Encoding.UTF8.GetBytes(text), next, top));

    public int MaxLook => 2;

    public Queue<PollAnswer> Looks { get; } = new();

    public List<string> LookedAt { get; } = [];

    public IResult? Answer(IQueryCollection query) => null;

    public ConnectorVerdict Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body, DateTimeOffset now) => PolledRefusal.Verdict;

    /// <summary>Each line is a post: its words, or its id, an equals sign and its words.</summary>
    public IReadOnlyList<SocialEvent> Read(ReadOnlyMemory<byte> body) =>
        [
            .. Encoding
                .UTF8.GetString(body.Span)
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('=', 2))
                .Select(parts => new SocialEvent.Posted(
                    new SocialPost
                    {
                        Platform = SocialPlatform.Generic,
                        ExternalId = parts.Length > 1 ? parts[0] : "1",
                        Text = parts[^1],
                        Author = new("2"),
                    }
                )),
        ];

    public Task<PollAnswer> FetchAsync(string feed, string? from, string? next, CancellationToken cancellationToken)
    {
        Asked.Add((from, next));
        return Task.FromResult(Answers.Count > 0 ? Answers.Dequeue() : Page("", null, null));
    }

    public string AccountOf(string feed) => $"account of {feed}";

    public Task<PollAnswer> LookAsync(string account, IReadOnlyList<string> externalIds, CancellationToken cancellationToken)
    {
        LookedAt.Add(string.Join(' ', externalIds));
        return Task.FromResult(Looks.Count > 0 ? Looks.Dequeue() : Page("", null, null));
    }

    public Task<KeptDelivery> KeepAsync(string connector, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        if (IsStorageDown)
        {
            throw new IOException("Storage is down.");
        }

        Kept.Add(Encoding.UTF8.GetString(payload.Span));
        return Task.FromResult(new KeptDelivery(connector, "1", default, payload));
    }
}
