using System.Text.Json;

namespace SupportPipeline.LocalHost.Sink;

/// <summary>
/// Keeps accepted mails in a JSON Lines file, so that a run that was killed still knows what it had accepted. What
/// <see cref="Append"/> has written is with the operating system when it returns: killing this process does not lose it.
/// </summary>
internal sealed class OutboxFile : IDisposable
{
    /// <summary>The file's name inside the data directory.</summary>
    public const string FileName = "outbox.jsonl";

    private readonly FileStream _stream;

    private OutboxFile(FileStream stream) => _stream = stream;

    /// <summary>Opens or creates the file and reads what an earlier run left.</summary>
    public static OutboxFile Open(string directory, out IReadOnlyList<SinkMail> mails)
    {
        Directory.CreateDirectory(directory);

        // No buffer of our own: every write goes straight to the operating system.
        var opened = new FileStream(
            Path.Combine(directory, FileName),
            FileMode.OpenOrCreate,
            FileAccess.ReadWrite,
            FileShare.Read,
            bufferSize: 0
        );
        try
        {
            mails = ReadAll(opened);
        }
        catch
        {
            opened.Dispose();
            throw;
        }

        return new OutboxFile(opened);
    }

    /// <summary>Not thread-safe; the sink calls it under its lock.</summary>
    public void Append(IEnumerable<SinkMail> mails)
    {
        using var lines = new MemoryStream();
        foreach (var mail in mails)
        {
            JsonSerializer.Serialize(lines, mail, SinkJson.Legible.SinkMail);
            lines.WriteByte((byte)'\n');
        }

        _stream.Write(lines.GetBuffer(), 0, (int)lines.Length);
    }

    public void Dispose() => _stream.Dispose();

    private static List<SinkMail> ReadAll(FileStream file)
    {
        var content = new byte[file.Length];
        file.ReadExactly(content);
        var mails = new List<SinkMail>();
        var start = 0;
        while (content.AsSpan(start).IndexOf((byte)'\n') is var length and >= 0)
        {
            mails.Add(JsonSerializer.Deserialize(content.AsSpan(start, length), SinkJson.Legible.SinkMail)!);
            start += length + 1;
        }

        // A line without its end was cut off by a crash before its request was answered: that mail was never accepted.
        file.SetLength(start);
        file.Position = start;
        return mails;
    }
}
