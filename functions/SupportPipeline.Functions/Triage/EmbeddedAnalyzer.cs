using System.Collections.Concurrent;
using System.Collections.Frozen;
using SupportPipeline.Triage.Cues;
using SupportPipeline.Triage.Rules;
using SupportPipeline.Triage.Text;

namespace SupportPipeline.Triage;

/// <summary>Understands a message with nothing from the cloud: the cue files (docs/cues.md) and rules of this app. Safe for use by many at once.</summary>
public sealed class EmbeddedAnalyzer
{
    /// <summary>Readings that are kept for the next message.</summary>
    private const int MaxKept = 64;

    /// <summary>From this confidence on, a language that is none of ours is believed.</summary>
    private const double SureFrom = 0.7;

    /// <summary>So many characters tell the script.</summary>
    private const int ScriptSample = 400;

    private readonly FrozenDictionary<string, Lazy<Compiled>> _languages;
    private readonly ConcurrentBag<Understanding> _kept = [];

    /// <summary>
    /// Compiles the cue files of a language when its first message comes: a host that sends notices never needs them. With a folder of one's own
    /// everything is compiled at once, because a mistake in it is to show now.
    /// </summary>
    /// <param name="folder">An organisation's own folder of cue files, read after the built-in ones; null when there is none.</param>
    /// <exception cref="CueFormatException">A file cannot be read; the message lists the lines.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public EmbeddedAnalyzer(string? folder = null)
        : this([.. CueSource.BuiltIn(), .. string.IsNullOrEmpty(folder) ? [] : CueSource.Folder(folder)], !string.IsNullOrEmpty(folder)) { }

    /// <summary>Compiles these cue files and no others, at once.</summary>
    internal EmbeddedAnalyzer(IReadOnlyList<CueSource> sources)
        : this(sources, atOnce: true) { }

    private EmbeddedAnalyzer(IReadOnlyList<CueSource> sources, bool atOnce)
    {
        var problems = new List<string>();
        _languages = CueSource
            .Languages.Append(CueSource.Any)
            .ToFrozenDictionary(
                language => language,
                language => new Lazy<Compiled>(() => Compiled.From(language, sources, atOnce ? problems : [])),
                StringComparer.Ordinal
            );
        if (!atOnce)
        {
            return;
        }

        foreach (var language in _languages.Values)
        {
            _ = language.Value;
        }

        if (problems.Count > 0)
        {
            throw new CueFormatException([.. problems.Distinct(StringComparer.Ordinal)]);
        }
    }

    /// <summary>Understands one message.</summary>
    /// <param name="text">The customer's own words.</param>
    /// <param name="language">The language when it is known, BCP 47; otherwise it is detected.</param>
    public MessageTriage Analyze(string text, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var detected = string.IsNullOrEmpty(language) ? LanguageDetector.Detect(text) : new DetectedLanguage(language, 1);
        var folder = FolderOf(detected, text);
        var (lexicon, weights) = _languages[folder].Value;
        if (!_kept.TryTake(out var understanding))
        {
            understanding = new Understanding();
        }

        var triage = understanding.Understand(text, detected, lexicon, weights, folder != CueSource.Any);
        if (understanding.IsWorthKeeping && _kept.Count < MaxKept)
        {
            _kept.Add(understanding);
        }

        return triage;
    }

    /// <summary>Whose cue files read a text. A language that is only guessed is read as ours of the same script: short texts are everybody's ("ok thx").</summary>
    private static string FolderOf(DetectedLanguage language, string text) =>
        CueSource.Languages.FirstOrDefault(known => Is(language.Code, known))
        ?? (language.Code == LanguageDetector.Undetermined || language.Confidence < SureFrom ? FolderOfScript(text) : CueSource.Any);

    private static string FolderOfScript(string text)
    {
        var (cyrillic, han, latin) = (0, 0, 0);
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, ScriptSample)))
        {
            cyrillic += character is >= 'А' and <= 'я' or 'ё' or 'Ё' ? 1 : 0;
            han += Characters.IsHan(character) ? 2 : 0;
            latin += char.IsAsciiLetter(character) ? 1 : 0;
        }

        return han > cyrillic && han > latin ? "zh"
            : cyrillic > latin ? "ru"
            : "en";
    }

    /// <summary>"en" and "en-GB" are English; "enm" is not.</summary>
    private static bool Is(string code, string language) =>
        code.StartsWith(language, StringComparison.OrdinalIgnoreCase) && (code.Length == language.Length || code[language.Length] == '-');

    private sealed record Compiled(CueLexicon Lexicon, AnalyzerWeights Weights)
    {
        public static Compiled From(string language, IReadOnlyList<CueSource> sources, List<string> problems) =>
            new(CueLexiconBuilder.Build(language, sources, problems), AnalyzerWeights.Read(language, sources, problems));
    }
}
