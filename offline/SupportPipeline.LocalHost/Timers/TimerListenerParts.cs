using Microsoft.Extensions.Logging;
using SupportPipeline.LocalHost.Functions;

namespace SupportPipeline.LocalHost.Timers;

/// <summary>What all timers share.</summary>
internal sealed record TimerListenerParts(
    IServiceProvider Services,
    TimeProvider Clock,
    TimeSpan Timeout,
    HostActivity Activity,
    TimerMonitor Monitor,
    ILogger Logger
);
