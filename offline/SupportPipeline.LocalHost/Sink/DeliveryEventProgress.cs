using System.Globalization;

namespace SupportPipeline.LocalHost.Sink;

/// <summary>
/// How many of the accepted mails, in their order, have had their events posted. A run that keeps its data posts those of the others after it was killed; those
/// of the last batch may then come twice, with the same ids.
/// </summary>
internal sealed class DeliveryEventProgress
{
    /// <summary>The file's name inside the data directory.</summary>
    public const string FileName = "delivery-events.txt";

    private readonly string? _path;
    private int _posted;

    public DeliveryEventProgress(string? dataDirectory = null)
    {
        if (dataDirectory is not null)
        {
            Directory.CreateDirectory(dataDirectory);
            _path = Path.Combine(dataDirectory, FileName);
            _posted =
                File.Exists(_path) && int.TryParse(File.ReadAllText(_path), CultureInfo.InvariantCulture, out var posted) ? posted : 0;
        }
    }

    public int Posted => Volatile.Read(ref _posted);

    public void Advance(int count)
    {
        var posted = Interlocked.Add(ref _posted, count);
        if (_path is not null)
        {
            // Written aside and moved: a run killed in between leaves no half number behind.
            File.WriteAllText(_path + ".new", posted.ToString(CultureInfo.InvariantCulture));
            File.Move(_path + ".new", _path, overwrite: true);
        }
    }
}
