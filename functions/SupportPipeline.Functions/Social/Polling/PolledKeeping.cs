using SupportPipeline.Social.Polling.KnownPosts;
using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Polling;

/// <summary>Keeps what a feed has shown, and remembers its posts so that they are looked at again.</summary>
public sealed class PolledKeeping
{
    private readonly IMentionIntake _intake;
    private readonly KnownPostStore _known;

    internal PolledKeeping(IMentionIntake intake, KnownPostStore known) => (_intake, _known) = (intake, known);

    /// <summary>Keeps and queues a page.</summary>
    internal async Task KeepAsync(
        IPolledConnector connector,
        string feed,
        ReadOnlyMemory<byte> payload,
        IReadOnlyList<SocialEvent> events,
        CancellationToken cancellationToken
    )
    {
        var posts = events.OfType<SocialEvent.Posted>().Select(posted => posted.Post);
        await _known.NoteAsync(connector.Name, connector.AccountOf(feed), posts, cancellationToken);
        await _intake.KeepAsync(connector.Name, payload, cancellationToken);
    }
}
