using System.Collections.Concurrent;
using System.Collections.Frozen;
using SupportPipeline.Triage.Cues;
using SupportPipeline.Triage.Rules;

namespace SupportPipeline.Triage;

/// <summary>Understands a message with nothing from the cloud: the cue files (docs/cues.md) and rules of this app. Safe for use by many at once.</summary>
public sealed class EmbeddedAnalyzer
{
    /// <summary>Readings that are kept for the next message.</summary>
    private const int MaxKept = 64;

    private readonly FrozenDictionary<string, (CueLexicon Lexicon, AnalyzerWeights Weights)> _languages;
    private readonly ConcurrentBag<Understanding> _kept = [];

    /// <summary>Compiles the cue files.</summary>
    /// <param name="folder">An organisation's own folder of cue files, read after the built-in ones; null when there is none.</param>
    /// <exception cref="CueFormatException">A file cannot be read; the message lists the lines.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public EmbeddedAnalyzer(string? folder = null)
        : this([.. CueSource.BuiltIn(), .. string.IsNullOrEmpty(folder) ? [] : CueSource.Folder(folder)]) { }

    /// <summary>Compiles these cue files and no others.</summary>
    internal EmbeddedAnalyzer(IReadOnlyList<CueSource> sources)
    {
        var problems = new List<string>();
        _languages = CueSource
            .Languages.Append(CueSource.Any)
            .ToFrozenDictionary(
                language => language,
                language => (CueLexiconBuilder.Build(language, sources, problems), AnalyzerWeights.Read(language, sources, problems)),
                StringComparer.Ordinal
            );
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
        var folder = FolderOf(detected.Code);
        var (lexicon, weights) = _languages[folder];
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

    /// <summary>Whose cue files read a language. What cannot be told is read as English: it is short, and "ok thx" is everybody's.</summary>
    private static string FolderOf(string code) =>
        code switch
        {
            LanguageDetector.Undetermined => "en",
            _ => CueSource.Languages.FirstOrDefault(known => Is(code, known)) ?? CueSource.Any,
        };

    /// <summary>"en" and "en-GB" are English; "enm" is not.</summary>
    private static bool Is(string code, string language) =>
        code.StartsWith(language, StringComparison.OrdinalIgnoreCase) && (code.Length == language.Length || code[language.Length] == '-');
}
