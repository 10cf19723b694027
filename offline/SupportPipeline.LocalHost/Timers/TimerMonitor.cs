using System.Text.Json;

namespace SupportPipeline.LocalHost.Timers;

/// <summary>When each timer is due next, kept over a restart: one that was missed while the host was down runs once at the start.</summary>
internal sealed class TimerMonitor
{
    private readonly Lock _gate = new();
    private readonly string? _path;
    private readonly Dictionary<string, DateTime> _next;

    /// <summary>Reads what an earlier run has left.</summary>
    /// <param name="path">The file; null remembers nothing.</param>
    public TimerMonitor(string? path)
    {
        _path = path;
        _next = Read(path);
    }

    public DateTime? NextOf(string function)
    {
        lock (_gate)
        {
            return _next.TryGetValue(function, out var next) ? next : null;
        }
    }

    public void Ran(string function, DateTime next)
    {
        if (_path is null)
        {
            return;
        }

        lock (_gate)
        {
            _next[function] = next;
            File.WriteAllText(_path + ".new", JsonSerializer.Serialize(_next));
            File.Move(_path + ".new", _path, overwrite: true);
        }
    }

    private static Dictionary<string, DateTime> Read(string? path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, DateTime>>(File.ReadAllBytes(path))! : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
