using Microsoft.AspNetCore.Http;
using SupportPipeline.Social.Connectors;

namespace SupportPipeline.Social.Polling;

/// <summary>What is answered to who sends something to a platform that is polled.</summary>
internal static class PolledRefusal
{
    /// <summary>The verdict.</summary>
    public static ConnectorVerdict Verdict { get; } =
        new ConnectorVerdict.Failed(
            StatusCodes.Status403Forbidden,
            "connector-polled",
            "This platform is asked by us; nothing can be sent here."
        );
}
