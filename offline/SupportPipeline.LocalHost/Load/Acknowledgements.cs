using System.Collections.Concurrent;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Load;

/// <summary>Counts the mails each customer got, as the sink accepts them.</summary>
internal sealed class Acknowledgements : IDisposable
{
    private readonly ConcurrentDictionary<string, int> _byAddress = new(StringComparer.OrdinalIgnoreCase);
    private readonly IDisposable _subscription;
    private long _lastAt;
    private int _addresses;

    /// <summary>Starts to count.</summary>
    /// <param name="sink">Mails it kept from an earlier run count too.</param>
    public Acknowledgements(MailSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        foreach (var mail in sink.Mails())
        {
            Count(mail);
        }

        _subscription = sink.Subscribe(mail =>
        {
            Volatile.Write(ref _lastAt, TimeProvider.System.GetTimestamp());
            Count(mail);
        });
    }

    /// <summary>How many addresses got at least one.</summary>
    public int Addresses => Volatile.Read(ref _addresses);

    /// <summary>When the last one was accepted, as a timestamp of <see cref="TimeProvider.System"/>; 0 before the first.</summary>
    public long LastAt => Volatile.Read(ref _lastAt);

    public int To(string address) => _byAddress.GetValueOrDefault(address);

    public void Dispose() => _subscription.Dispose();

    private void Count(SinkMail mail)
    {
        if (_byAddress.AddOrUpdate(mail.To, 1, static (_, count) => count + 1) == 1)
        {
            Interlocked.Increment(ref _addresses);
        }
    }
}
