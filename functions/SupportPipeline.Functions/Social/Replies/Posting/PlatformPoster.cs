using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportPipeline.Social.Connectors;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Polling;

namespace SupportPipeline.Social.Replies.Posting;

/// <summary>Posts answers by the platforms' APIs.</summary>
internal sealed partial class PlatformPoster(
    PlatformHttp http,
    BlueskySession bluesky,
    IOptions<PublicRepliesOptions> options,
    TimeProvider clock,
    ILogger<PlatformPoster> logger
) : IReplyPoster
{
    /// <inheritdoc/>
    public async Task<PostedReply> PostAsync(Mention mention, PublicReply reply, CancellationToken cancellationToken)
    {
        var posted = mention.Post.Platform switch
        {
            SocialPlatform.Threads => await PostToThreadsAsync(mention, reply, cancellationToken),
            SocialPlatform.Bluesky => await PostToBlueskyAsync(mention, reply, cancellationToken),
            _ => await PostOnceAsync(mention, reply, cancellationToken),
        };
        Log.Posted(logger, mention.Id.ToString(), reply.Id, posted.Outcome.GetType().Name);
        return posted;
    }

    private async Task<PostedReply> PostOnceAsync(Mention mention, PublicReply reply, CancellationToken cancellationToken)
    {
        using var request = PostRequests.Of(mention, reply, options.Value)!;
        return Read(mention, await http.SendAsync(request, cancellationToken));
    }

    /// <summary>The container is seen by nobody: only its publication counts.</summary>
    private async Task<PostedReply> PostToThreadsAsync(Mention mention, PublicReply reply, CancellationToken cancellationToken)
    {
        var account = options.Value.Threads;
        using var container = PostRequests.Threads(
            account,
            "threads",
            ("media_type", "TEXT"),
            ("text", reply.Text),
            ("reply_to_id", PostedText.Target(mention, reply.IsPrivate)!)
        );
        var made = Read(mention, await http.SendAsync(container, cancellationToken));
        if (made.Outcome is not PostOutcome.Posted { ExternalId: { } id })
        {
            return made.Outcome is PostOutcome.Unknown unknown ? made with { Outcome = new PostOutcome.Later(null, unknown.Detail) } : made;
        }

        using var publication = PostRequests.Threads(account, "threads_publish", ("creation_id", id));
        return Read(mention, await http.SendAsync(publication, cancellationToken));
    }

    private async Task<PostedReply> PostToBlueskyAsync(Mention mention, PublicReply reply, CancellationToken cancellationToken)
    {
        var (tokens, _) = await bluesky.TokensAsync(null, cancellationToken);
        for (var attempt = 0; tokens is not null; attempt++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, bluesky.AddressOf("com.atproto.repo.putRecord"))
            {
                Content = JsonContent.Create(
                    new JsonObject
                    {
                        ["repo"] = tokens.Did,
                        ["collection"] = BlueskyRecords.Collection,
                        ["rkey"] = BlueskyRecords.KeyOf(reply),
                        ["record"] = BlueskyRecords.Of(mention, reply),
                    }
                ),
            };
            request.Headers.Authorization = new("Bearer", tokens.Access);
            var answer = await http.SendAsync(request, cancellationToken);
            if (attempt > 0 || !IsExpired(answer))
            {
                return Read(mention, answer);
            }

            (tokens, _) = await bluesky.TokensAsync(tokens, cancellationToken);
        }

        return new(new PostOutcome.Later(null, "There is no session."), null);
    }

    private static bool IsExpired(PlatformAnswer answer)
    {
        if (answer.Status is not (400 or 401))
        {
            return false;
        }

        try
        {
            return PayloadNode.Parse(answer.Body)["error"].Text is "ExpiredToken";
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private PostedReply Read(Mention mention, PlatformAnswer answer)
    {
        var outcome = PostAnswers.Of(mention.Post.Platform, answer, clock.GetUtcNow());
        return new(outcome, outcome is PostOutcome.Later { Until: { } until } ? until : PostAnswers.PausedUntil(answer));
    }

    private static partial class Log
    {
        [LoggerMessage(641, LogLevel.Information, "Answer {ReplyId} to {MentionId}: {Outcome}.")]
        public static partial void Posted(ILogger logger, string mentionId, string replyId, string outcome);
    }
}
