using System.Reflection;
using System.Text;

namespace SupportPipeline.Triage.Cues;

/// <summary>The text of one cue file, word list or table.</summary>
/// <param name="Language">Its folder: <c>en</c>, <c>ru</c>, <c>zh</c> or <c>any</c>.</param>
/// <param name="Name">Folder and file, for example <c>en/billing.cues</c>.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="FromFolder">Whether it comes from the organisation's own folder.</param>
internal sealed record CueSource(string Language, string Name, string Text, bool FromFolder)
{
    public const string Any = "any";
    public const string Extension = ".cues";
    private const string ResourcePrefix = "Cues/";

    /// <summary>The folders there are.</summary>
    public static readonly string[] Languages = ["en", "ru", "zh"];

    /// <summary>Whether plain words match in every inflection.</summary>
    public bool IsInflected => Language is "en" or "ru";

    /// <summary>The built-in files, in the order of their names.</summary>
    /// <param name="prefix">Whose: the embedded resources' names begin so.</param>
    public static IReadOnlyList<CueSource> BuiltIn(string prefix = ResourcePrefix)
    {
        var assembly = typeof(CueSource).Assembly;
        return
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Read(assembly, name, prefix)),
        ];
    }

    /// <summary>The files of an organisation's own folder, in the order of their names.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static IReadOnlyList<CueSource> Folder(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(path => (Path: path, Name: Path.GetRelativePath(folder, path).Replace('\\', '/')))
                .Where(file => file.Name.Contains('/', StringComparison.Ordinal))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => new CueSource(
                    LanguageOf(file.Name),
                    file.Name,
                    File.ReadAllText(file.Path, Encoding.UTF8),
                    FromFolder: true
                )),
        ];

    private static CueSource Read(Assembly assembly, string resource, string prefix)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        var name = resource[prefix.Length..].Replace('\\', '/');
        return new(LanguageOf(name), name, reader.ReadToEnd(), FromFolder: false);
    }

    private static string LanguageOf(string name) => name[..name.IndexOf('/', StringComparison.Ordinal)];
}
