using Microsoft.Extensions.Logging;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>What is measured and logged about sending.</summary>
public sealed partial class ReplySendingLog(PipelineMetrics metrics, TimeProvider clock, ILogger<ReplySending> logger)
{
    /// <summary>How long ago a reply was written.</summary>
    internal TimeSpan AgeOf(Reply reply) => clock.GetUtcNow() - reply.CreatedAt;

    /// <summary>The mail service took it.</summary>
    internal void Sent(Reply reply)
    {
        // What a person wrote was not waited for from the moment of receipt.
        if (reply.IsAutomatic)
        {
            metrics.ReplySent(reply.CauseId.CreatedAt);
        }
    }

    /// <summary>The mail service refused it.</summary>
    internal void Refused(Reply reply, string detail) => Log.Refused(logger, reply.CaseId, reply.Id, detail);

    /// <summary>Nobody knows.</summary>
    internal void Unknown(Reply reply, string detail) => Log.Unknown(logger, reply.CaseId, reply.Id, detail);

    /// <summary>It was tried for too long.</summary>
    internal void GivenUp(Reply reply) => Log.GivenUp(logger, reply.CaseId, reply.Id);

    private static partial class Log
    {
        [LoggerMessage(301, LogLevel.Warning, "The mail service refused reply {ReplyId} of case {CaseId}: {Detail}.")]
        public static partial void Refused(ILogger logger, TimeOrderedId caseId, string replyId, string detail);

        [LoggerMessage(302, LogLevel.Warning, "Nobody knows whether reply {ReplyId} of case {CaseId} was sent: {Detail}.")]
        public static partial void Unknown(ILogger logger, TimeOrderedId caseId, string replyId, string detail);

        [LoggerMessage(
            303,
            LogLevel.Error,
            "The mail service could not be reached for too long; reply {ReplyId} of case {CaseId} waits for a person."
        )]
        public static partial void GivenUp(ILogger logger, TimeOrderedId caseId, string replyId);
    }
}
