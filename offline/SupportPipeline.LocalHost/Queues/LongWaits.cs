using System.Collections.Concurrent;
using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.WebUtilities;

namespace SupportPipeline.LocalHost.Queues;

/// <summary>
/// Counts the messages that were put on a queue to be seen only much later, such as the look at a reply whose outcome is unknown: they are nobody's work
/// yet, so a host that has only these is idle. A run that keeps its data knows them after it was killed, too.
/// </summary>
internal sealed class LongWaits : HttpPipelinePolicy, IDisposable
{
    /// <summary>The file's name inside the data directory: a line for each message, its queue and when it is due in Unix milliseconds.</summary>
    public const string FileName = "long-waits.txt";

    /// <summary>A wait of this many seconds is long: nobody who waits for a host to be idle means to wait for it.</summary>
    private const int LongSeconds = 600;

    private const char TakenBack = '-';
    private const string Messages = "/messages";
    private const string Wait = "visibilitytimeout";

    private readonly ConcurrentDictionary<string, ConcurrentQueue<long>> _dueByQueue = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly StreamWriter? _file;

    public LongWaits(string? dataDirectory = null)
    {
        if (dataDirectory is null)
        {
            return;
        }

        Directory.CreateDirectory(dataDirectory);
        var path = Path.Combine(dataDirectory, FileName);
        foreach (var line in Stored(File.Exists(path) ? File.ReadAllLines(path) : []))
        {
            // The last line of a killed run may be cut off.
            if (line.Split(' ') is [var queue, var due] && long.TryParse(due, CultureInfo.InvariantCulture, out var at) && at > Now)
            {
                Of(queue).Enqueue(at);
            }
        }

        File.WriteAllLines(path, _dueByQueue.SelectMany(queue => queue.Value.Select(due => new LongWait(queue.Key, due).Line)));
        _file = new StreamWriter(path, append: true) { AutoFlush = true };
    }

    /// <summary>How many messages of a queue are not due for long.</summary>
    public int Count(string queue) => _dueByQueue.TryGetValue(queue, out var dues) ? dues.Count(due => due > Now) : 0;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ArgumentNullException.ThrowIfNull(message);
        var wait = Begin(message);
        await ProcessNextAsync(message, pipeline);
        End(wait, message);
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        ArgumentNullException.ThrowIfNull(message);
        var wait = Begin(message);
        ProcessNext(message, pipeline);
        End(wait, message);
    }

    public void Dispose() => _file?.Dispose();

    // Real time: messages that wait invisibly do not follow a moved clock.
    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();

    private ConcurrentQueue<long> Of(string queue) => _dueByQueue.GetOrAdd(queue, static _ => new());

    /// <summary>The lines but those that were taken back.</summary>
    private static List<string> Stored(IReadOnlyList<string> lines)
    {
        var stored = lines.Where(line => !line.StartsWith(TakenBack)).ToList();
        foreach (var line in lines.Where(line => line.StartsWith(TakenBack)))
        {
            stored.Remove(line[1..]);
        }

        return stored;
    }

    /// <summary>Written down before it is sent: a process that is killed before the answer comes has put it on the queue, most probably.</summary>
    private LongWait? Begin(HttpMessage message)
    {
        var uri = message.Request.Uri;
        if (
            message.Request.Method != RequestMethod.Post
            || !uri.Path.EndsWith(Messages, StringComparison.Ordinal)
            || !QueryHelpers.ParseQuery(uri.Query).TryGetValue(Wait, out var values)
            || !int.TryParse(values, CultureInfo.InvariantCulture, out var seconds)
            || seconds < LongSeconds
        )
        {
            return null;
        }

        var path = uri.Path[..^Messages.Length];
        var wait = new LongWait(path[(path.LastIndexOf('/') + 1)..], Now + seconds * 1000L);
        Write(wait.Line);
        return wait;
    }

    private void End(LongWait? wait, HttpMessage message)
    {
        if (wait is null)
        {
            return;
        }

        if (message.Response.Status == 201)
        {
            Of(wait.Queue).Enqueue(wait.Due);
        }
        else
        {
            Write(TakenBack + wait.Line);
        }
    }

    private void Write(string line)
    {
        lock (_gate)
        {
            _file?.WriteLine(line);
        }
    }

    private sealed record LongWait(string Queue, long Due)
    {
        public string Line => string.Create(CultureInfo.InvariantCulture, $"{Queue} {Due}");
    }
}
