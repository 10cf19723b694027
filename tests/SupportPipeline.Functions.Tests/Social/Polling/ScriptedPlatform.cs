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

    public IResult? Answer(IQueryCollection query) => null;

    public ConnectorVerdict Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body, DateTimeOffset now) => PolledRefusal.Verdict;

    public IReadOnlyList<SocialEvent> Read(ReadOnlyMemory<byte> body) =>
        body.Length == 0
            ? []
            :
            [
                new SocialEvent.Posted(
                    new SocialPost
                    {
                        Platform = SocialPlatform.Generic,
                        ExternalId = "1",
                        Text = Encoding.UTF8.GetString(body.Span),
                        Author = new("2"),
                    }
                ),
            ];

    public Task<PollAnswer> FetchAsync(string feed, string? from, string? next, CancellationToken cancellationToken)
    {
        Asked.Add((from, next));
        return Task.FromResult(Answers.Count > 0 ? Answers.Dequeue() : Page("", null, null));
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
