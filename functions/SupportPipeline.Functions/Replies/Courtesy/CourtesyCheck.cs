namespace SupportPipeline.Replies.Courtesy;

/// <summary>
/// Checks a text before it goes out: everything of the playbook that can be seen in the words. Pure given its cue files; safe for use by
/// many at once. docs/courtesy.md.
/// </summary>
public sealed class CourtesyCheck
{
    private readonly CourtesyLexicon _lexicon;

    /// <summary>Compiles the built-in cue files.</summary>
    /// <exception cref="Triage.Cues.CueFormatException">A file cannot be read; the message lists the lines.</exception>
    public CourtesyCheck()
        : this(CourtesyLexicon.BuiltIn()) { }

    internal CourtesyCheck(CourtesyLexicon lexicon) => _lexicon = lexicon;

    /// <summary>Checks one text.</summary>
    /// <returns>What was found, in the order of the places.</returns>
    /// <exception cref="ArgumentException">The language is none of <see cref="TemplateCatalog.Languages"/>.</exception>
    public IReadOnlyList<CourtesyFinding> Check(CourtesyText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!_lexicon.Knows(text.Language))
        {
            throw new ArgumentException($"'{text.Language}' is not a language the courtesy check knows.", nameof(text));
        }

        var reading = new CourtesyReading(text, _lexicon);
        FrameRules.Apply(reading);
        ApologyRules.Apply(reading);
        TimeRules.Apply(reading);
        RefusalRules.Apply(reading);
        PhraseRules.Apply(reading);
        ShoutingRule.Apply(reading);
        JargonRule.Apply(reading);
        LengthRules.Apply(reading);
        PlaceholderRule.Apply(reading);
        PersonalDataRule.Apply(reading);
        LanguageRule.Apply(reading);
        return
        [
            .. reading
                .Findings.Where(finding => !IsOfCustomer(finding, text))
                .OrderBy(finding => finding.Offset)
                .ThenBy(finding => finding.Code),
        ];
    }

    /// <summary>In public nobody's data are shown, whoever wrote them; everything else the customer may say.</summary>
    private static bool IsOfCustomer(CourtesyFinding finding, CourtesyText text) =>
        finding.Length > 0
        && text.Channel == CourtesyChannel.Email
        && text.CustomerWords.Any(words => words.Length > 0 && IsInside(finding, text.Text, words));

    private static bool IsInside(CourtesyFinding finding, string text, string words)
    {
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            if (at <= finding.Offset && finding.Offset + finding.Length <= at + words.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text may go out by itself: nothing in it blocks.</summary>
    public static bool Passes(IEnumerable<CourtesyFinding> findings) => findings.All(finding => finding.Severity != CourtesySeverity.Block);
}
