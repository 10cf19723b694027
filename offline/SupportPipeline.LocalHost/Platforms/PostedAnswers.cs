using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace SupportPipeline.LocalHost.Platforms;

/// <summary>The answers that were posted to the stand-ins of platforms, oldest first.</summary>
internal sealed class PostedAnswers(TimeProvider clock)
{
    private readonly ConcurrentQueue<PostedAnswer> _all = new();
    private readonly ConcurrentDictionary<string, PostedAnswer> _byKey = new(StringComparer.Ordinal);
    private int _last;

    /// <summary>All of them.</summary>
    public IReadOnlyCollection<PostedAnswer> All => _all;

    /// <summary>Takes an answer; one with a key that was used before is the same answer.</summary>
    public PostedAnswer Add(string platform, string path, JsonObject body, string? key)
    {
        if (key is null)
        {
            return Keep(Make());
        }

        var isNew = false;
        var answer = _byKey.GetOrAdd(
            $"{platform}|{key}",
            _ =>
            {
                isNew = true;
                return Make();
            }
        );
        return isNew ? Keep(answer) : answer;

        PostedAnswer Make() => new(platform, Interlocked.Increment(ref _last), path, (JsonObject)body.DeepClone(), clock.GetUtcNow());
    }

    private PostedAnswer Keep(PostedAnswer answer)
    {
        _all.Enqueue(answer);
        return answer;
    }
}

/// <summary>One answer.</summary>
/// <param name="Platform">Where.</param>
/// <param name="Id">Its number there.</param>
/// <param name="Path">The path of the request.</param>
/// <param name="Body">Its fields.</param>
/// <param name="At">When.</param>
internal sealed record PostedAnswer(string Platform, int Id, string Path, JsonObject Body, DateTimeOffset At);
