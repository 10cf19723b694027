using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Sink;
using SupportPipeline.LocalHost.Storage;

namespace SupportPipeline.LocalHost.Load;

/// <summary>The running host that is put under load, and what is looked at while it is.</summary>
internal sealed record LoadTarget
{
    public required Uri BaseAddress { get; init; }

    public required FrontDoor FrontDoor { get; init; }

    /// <summary>Where the customers write to.</summary>
    public required string SupportAddress { get; init; }

    public required LocalSigningKey SigningKey { get; init; }

    public required MailSink Mails { get; init; }

    /// <summary>What storage was asked for so far.</summary>
    public required Func<StorageOperations> Operations { get; init; }

    public IReadOnlyList<int> StorageProcessIds { get; init; } = [];

    public required TimeProvider Clock { get; init; }
}
