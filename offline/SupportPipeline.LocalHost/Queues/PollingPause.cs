using System.Security.Cryptography;

namespace SupportPipeline.LocalHost.Queues;

/// <summary>How long to wait before the next poll: shortest after a find, then growing by half to twice, up to the longest.</summary>
internal sealed class PollingPause(TimeSpan shortest, TimeSpan longest)
{
    private readonly TimeSpan _shortest = shortest;
    private TimeSpan _pause = shortest;

    public TimeSpan Next(bool foundSome)
    {
        // Randomized, so that listeners which began together do not poll together for ever.
        var factor = 1.5 + RandomNumberGenerator.GetInt32(0, 1000) / 1000.0;
        _pause = foundSome ? _shortest : _pause * factor;
        _pause = _pause > longest ? longest : _pause;
        return _pause;
    }
}
