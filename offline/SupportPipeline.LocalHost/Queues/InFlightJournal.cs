using System.Text;

namespace SupportPipeline.LocalHost.Queues;

/// <summary>A message that some function is working on.</summary>
internal readonly record struct InFlightMessage(string Queue, string Id, string PopReceipt);

/// <summary>
/// Remembers on disk which messages are in work. A message in work is hidden for ten minutes: when the local host is
/// killed, nobody would see it again before that, and a person who has just restarted the host would think it lost. In the
/// cloud that wait is right, since another instance may still be at it; here the data directory has one user only, so
/// the next run knows that the work is dead and makes these messages visible at once.
/// </summary>
internal sealed class InFlightJournal : IDisposable
{
    private const int WorthEmptying = 64 * 1024;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly FileStream _file;

    private InFlightJournal(FileStream file, IReadOnlyCollection<InFlightMessage> abandoned)
    {
        _file = file;
        Abandoned = abandoned;
    }

    /// <summary>What the run before this one had in work when it ended.</summary>
    public IReadOnlyCollection<InFlightMessage> Abandoned { get; }

    public static InFlightJournal Open(string path)
    {
        var abandoned = new Dictionary<(string, string), InFlightMessage>();
        foreach (var line in File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            // A last line that was cut off in the middle has too few parts.
            switch (line.Split(' '))
            {
                case ["+", var queue, var id, var popReceipt, "."]:
                    abandoned[(queue, id)] = new(queue, id, popReceipt);
                    break;
                case ["-", var queue, var id, "."]:
                    abandoned.Remove((queue, id));
                    break;
            }
        }

        // Kept until these were released: see Released.
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, bufferSize: 0);
        file.Seek(0, SeekOrigin.End);
        return new(file, [.. abandoned.Values]);
    }

    /// <summary>The abandoned messages are visible again; the journal begins anew.</summary>
    public void Released()
    {
        lock (_gate)
        {
            _file.SetLength(0);
        }
    }

    /// <summary>A message is in work, or its receipt has changed.</summary>
    public void Taken(InFlightMessage message)
    {
        lock (_gate)
        {
            _open.Add(message.Id);
            Write($"+ {message.Queue} {message.Id} {message.PopReceipt} .\n");
        }
    }

    /// <summary>A message is no longer in work; the service knows its new state.</summary>
    public void Done(string queue, string id)
    {
        lock (_gate)
        {
            _open.Remove(id);
            if (_open.Count == 0 && _file.Length > WorthEmptying)
            {
                _file.SetLength(0);
                return;
            }

            Write($"- {queue} {id} .\n");
        }
    }

    public void Dispose() => _file.Dispose();

    // One write per line: what was written survives the death of this process.
    private void Write(string line) => _file.Write(Encoding.UTF8.GetBytes(line));
}
