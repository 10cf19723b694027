using Microsoft.Extensions.Logging;
using SupportPipeline.LocalHost.Functions;
using SupportPipeline.LocalHost.Storage;

namespace SupportPipeline.LocalHost.Queues;

/// <summary>What all listeners share.</summary>
internal sealed record QueueListenerParts(
    IServiceProvider Services,
    QueueWakeUps WakeUps,
    HostActivity Activity,
    StorageOperationCounter Counter,
    InFlightJournal? Journal,
    ILogger Logger,
    DoubleDelivery? Twice = null
);
