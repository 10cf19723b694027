using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using SupportPipeline.Social.Polling.KnownPosts;

namespace SupportPipeline.Social.Polling;

/// <summary>Every minute: what is new on the platforms that send nothing by themselves, and what has become of posts that are known.</summary>
public sealed class SweepSocialFeeds(PollSweep sweep, KnownPostSweep known, IOptions<PollingOptions> options, TimeProvider clock)
{
    /// <summary>Asks once; a run that was missed is made up for by the next.</summary>
    [Function("SweepSocialFeeds")]
    public async Task RunAsync([TimerTrigger("15 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        await sweep.RunAsync(clock, cancellationToken);
        await known.RunAsync(clock, options.Value.MaxPages, cancellationToken);
    }
}
