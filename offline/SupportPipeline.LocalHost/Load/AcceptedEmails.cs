using System.Globalization;

namespace SupportPipeline.LocalHost.Load;

/// <summary>
/// The numbers of the mails that were answered with 2xx. With a data directory they outlive the process: a run that was killed is
/// taken up again without sending them anew, so what the product lost of them stays lost and is seen.
/// </summary>
internal sealed class AcceptedEmails : IDisposable
{
    /// <summary>The file's name inside the data directory.</summary>
    public const string FileName = "load-accepted.txt";

    private readonly Lock _gate = new();
    private readonly HashSet<int> _numbers = [];
    private readonly StreamWriter? _file;

    public AcceptedEmails(string? dataDirectory)
    {
        if (dataDirectory is null)
        {
            return;
        }

        Directory.CreateDirectory(dataDirectory);
        var path = Path.Combine(dataDirectory, FileName);
        if (File.Exists(path))
        {
            // Only whole lines count: what a kill cut off may be the beginning of another number.
            var lines = File.ReadAllText(path).Split('\n');
            _numbers.UnionWith(lines[..^1].Select(line => int.Parse(line, CultureInfo.InvariantCulture)));
            File.WriteAllLines(path, _numbers.Order().Select(number => number.ToString(CultureInfo.InvariantCulture)));
        }

        _file = new StreamWriter(path, append: true) { AutoFlush = true, NewLine = "\n" };
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _numbers.Count;
            }
        }
    }

    public bool Contains(int number)
    {
        lock (_gate)
        {
            return _numbers.Contains(number);
        }
    }

    public void Add(int number)
    {
        lock (_gate)
        {
            if (_numbers.Add(number))
            {
                _file?.WriteLine(number.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    public IReadOnlyList<int> Numbers()
    {
        lock (_gate)
        {
            return [.. _numbers.Order()];
        }
    }

    public void Dispose() => _file?.Dispose();
}
