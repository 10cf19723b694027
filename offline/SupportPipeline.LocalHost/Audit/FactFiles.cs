using System.Text.Json;

namespace SupportPipeline.LocalHost.Audit;

/// <summary>
/// Facts on their way from the places they were seen in to their subjects. They wait in files, spread by subject, so that an audit of any account
/// holds only one file's facts in memory at a time.
/// </summary>
internal sealed class FactFiles : IDisposable
{
    private const int Files = 64;

    private readonly string _directory = Directory.CreateTempSubdirectory("audit").FullName;
    private readonly FileStream[] _files;

    public FactFiles()
    {
        _files = [.. Enumerable.Range(0, Files).Select(file => File.Create(Path.Combine(_directory, $"{file:D2}.jsonl"), 32 * 1024))];
    }

    /// <summary>Keeps a fact. Not thread-safe: places are walked one after the other.</summary>
    public void Add(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var file = _files[(uint)fact.Subject.GetHashCode() % Files];
        file.Write(JsonSerializer.SerializeToUtf8Bytes(fact, FactJson.Default.Fact));
        file.WriteByte((byte)'\n');
    }

    /// <summary>Every subject with all its facts.</summary>
    public IEnumerable<(Subject Subject, List<Fact> Facts)> Subjects()
    {
        foreach (var file in _files)
        {
            file.Flush();
            file.Position = 0;
            using var reader = new StreamReader(file, leaveOpen: true);
            var subjects = new Dictionary<Subject, List<Fact>>();
            while (reader.ReadLine() is { } line)
            {
                var fact = JsonSerializer.Deserialize(line, FactJson.Default.Fact)!;
                if (!subjects.TryGetValue(fact.Subject, out var facts))
                {
                    subjects[fact.Subject] = facts = [];
                }

                facts.Add(fact);
            }

            foreach (var (subject, facts) in subjects)
            {
                yield return (subject, facts);
            }
        }
    }

    public void Dispose()
    {
        Array.ForEach(_files, file => file.Dispose());
        Directory.Delete(_directory, recursive: true);
    }
}
