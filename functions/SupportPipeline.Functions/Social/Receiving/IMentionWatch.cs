using SupportPipeline.Social.Mentions;

namespace SupportPipeline.Social.Receiving;

/// <summary>Looks at mentions right after they were stored or changed.</summary>
internal interface IMentionWatch
{
    /// <summary>Considers mentions; the same ones may come any number of times.</summary>
    /// <param name="mentions">As they are stored now; earlier ones that got copies are among them.</param>
    /// <param name="cancellationToken">The caller gives up.</param>
    Task ConsiderAsync(IReadOnlyList<Mention> mentions, CancellationToken cancellationToken);
}
