namespace SupportPipeline.LocalHost.Sink;

/// <summary>Every mail the sink accepted, in the order of acceptance. Safe for use from many requests at once.</summary>
internal sealed class MailSink : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<SinkMail> _mails = [];
    private readonly OutboxFile? _file;
    private readonly bool _forgets;
    private Action<SinkMail>? _subscribers;
    private int _forgotten;

    /// <summary>An empty sink, or one that knows what an earlier run kept.</summary>
    /// <param name="dataDirectory">Where mails outlive the run; nowhere when null.</param>
    /// <param name="forgets">Whether mails are only counted and shown to subscribers: for a broadcast, whose mails would fill the memory.</param>
    public MailSink(string? dataDirectory = null, bool forgets = false)
    {
        _forgets = forgets;
        if (dataDirectory is not null)
        {
            _file = OutboxFile.Open(dataDirectory, out var earlier);
            _mails.AddRange(earlier);
        }
    }

    /// <summary>The mails to one address, in any case, or all of them.</summary>
    public IReadOnlyList<SinkMail> Mails(string? to = null)
    {
        lock (_gate)
        {
            return [.. _mails.Where(mail => string.IsNullOrEmpty(to) || mail.To.Equals(to, StringComparison.OrdinalIgnoreCase))];
        }
    }

    /// <summary>How many mails were accepted.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _mails.Count + _forgotten;
            }
        }
    }

    /// <summary>Some of the mails, in the order of acceptance.</summary>
    public IReadOnlyList<SinkMail> Mails(int from, int atMost)
    {
        lock (_gate)
        {
            return _mails.GetRange(from, Math.Clamp(_mails.Count - from, 0, atMost));
        }
    }

    /// <summary>Takes the mails of one request; when it returns they are kept, and only then may the request be answered.</summary>
    public void Accept(IReadOnlyList<SinkMail> accepted)
    {
        ArgumentNullException.ThrowIfNull(accepted);
        Action<SinkMail>? listeners;
        lock (_gate)
        {
            _file?.Append(accepted);
            if (_forgets)
            {
                _forgotten += accepted.Count;
            }
            else
            {
                _mails.AddRange(accepted);
            }

            listeners = _subscribers;
        }

        foreach (var mail in accepted)
        {
            listeners?.Invoke(mail);
        }
    }

    /// <summary>
    /// Calls <paramref name="listener"/> for every mail accepted from now on, until the answer is disposed. It is called while the
    /// sender waits for its answer, so it must be quick and must not throw.
    /// </summary>
    public IDisposable Subscribe(Action<SinkMail> listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        lock (_gate)
        {
            _subscribers += listener;
        }

        return new Subscription(this, listener);
    }

    public void Dispose() => _file?.Dispose();

    private sealed class Subscription(MailSink sink, Action<SinkMail> listener) : IDisposable
    {
        public void Dispose()
        {
            lock (sink._gate)
            {
                sink._subscribers -= listener;
            }
        }
    }
}
