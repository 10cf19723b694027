using System.Diagnostics;
using System.Globalization;

namespace SupportPipeline.LocalHost.Storage;

/// <summary>A data directory that belongs to this process, and to no Azurite of an earlier one any more.</summary>
internal sealed class AzuriteDirectory : IDisposable
{
    private static readonly TimeSpan s_timeToLeave = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_timeToDie = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _lock;

    private AzuriteDirectory(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    public string Path { get; }

    /// <summary>
    /// Takes the directory. When the local host that used it before was killed, its Azurite may still be writing its files:
    /// starting on top of that would read half of them, so this waits until it has gone.
    /// </summary>
    /// <exception cref="InvalidOperationException">Another local host uses the directory.</exception>
    public static async Task<AzuriteDirectory> TakeAsync(string path, CancellationToken ct)
    {
        Directory.CreateDirectory(path);
        var taken = new AzuriteDirectory(path, await LockAsync(path, ct));
        try
        {
            var started = Stopwatch.GetTimestamp();
            while (IsStillUsed(path))
            {
                if (Stopwatch.GetElapsedTime(started) > s_timeToLeave)
                {
                    throw new InvalidOperationException($"An Azurite of an earlier run still uses {path}; see azurite-*.pid there.");
                }

                await Task.Delay(s_lookAgain, ct);
            }

            return taken;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    public void Dispose() => _lock.Dispose();

    // Released by the operating system when the process dies, however it dies; which may be a moment after it was killed.
    private static async Task<FileStream> LockAsync(string path, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException inUse) when (Stopwatch.GetElapsedTime(started) > s_timeToDie)
            {
                throw new InvalidOperationException($"{path} is in use by another local host.", inUse);
            }
            catch (IOException)
            {
                await Task.Delay(s_lookAgain, ct);
            }
        }
    }

    private static bool IsStillUsed(string path)
    {
        foreach (var file in Directory.EnumerateFiles(path, "azurite-*.pid"))
        {
            if (IsAlive(file))
            {
                return true;
            }

            File.Delete(file);
        }

        return false;
    }

    private static bool IsAlive(string pidFile)
    {
        try
        {
            // An empty file is one whose writer has just begun; a number that now belongs to another program is a leftover.
            var text = File.ReadAllText(pidFile);
            using var process =
                text.Length == 0 ? null : Process.GetProcessById(int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture));
            return process is null || process.ProcessName.StartsWith("node", StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or FileNotFoundException or FormatException)
        {
            return false;
        }
    }
}
