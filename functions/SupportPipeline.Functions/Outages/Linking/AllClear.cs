using SupportPipeline.Cases;
using SupportPipeline.Outages.Notices;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Linking;

/// <summary>
/// Has agents tell those customers that an incident is over who want to hear of their matter by phone or in another place than mail; everybody else gets
/// the notice.
/// </summary>
public sealed class AllClear(NoticeStore notices, IncidentCases cases, WantedChannel channel)
{
    /// <summary>Puts their cases before an agent, once, when the notice says that it is over; doing it twice does it once.</summary>
    internal async Task AskAgentsAsync(NoticeFreezeDue due, CancellationToken cancellationToken)
    {
        if (
            await notices.FindAsync(due.IncidentId, due.NoticeId, cancellationToken)
            is not { Notice: { Kind: NoticeKind.Resolution, State: NoticeState.Freezing } }
        )
        {
            return;
        }

        await foreach (var item in cases.OfAsync(due.IncidentId, cancellationToken))
        {
            if (await channel.OtherThanMailAsync(item, cancellationToken) is { } wanted)
            {
                await cases.AskToTellAsync(
                    TimeOrderedId.Parse(item.Id),
                    due.NoticeId,
                    (NoticeReason.OtherChannelWanted, wanted),
                    cancellationToken
                );
            }
        }
    }
}
