using System.Collections.Concurrent;
using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Replies.Posting;

/// <summary>Platforms that answer as a test says; when it says nothing they take what they are given.</summary>
internal sealed class ScriptedPoster : IReplyPoster
{
    private readonly ConcurrentQueue<PostedReply> _script = new();

    public ConcurrentQueue<string> Texts { get; } = new();

    public void Next(PostOutcome outcome, DateTimeOffset? pausedUntil = null) => _script.Enqueue(new(outcome, pausedUntil));

    public Task<PostedReply> PostAsync(Mention mention, PublicReply reply, CancellationToken cancellationToken)
    {
        Texts.Enqueue(reply.Text);
        return Task.FromResult(_script.TryDequeue(out var next) ? next : new(new PostOutcome.Posted($"{Texts.Count}"), null));
    }
}
