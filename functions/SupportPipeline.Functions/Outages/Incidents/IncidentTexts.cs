using System.Text.RegularExpressions;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Outages.Incidents;

/// <summary>What an entry is written from.</summary>
/// <param name="Components">The components it is about.</param>
/// <param name="NextUpdateBy">By when the next update is promised.</param>
/// <param name="ScheduledFor">When a maintenance begins.</param>
/// <param name="ScheduledUntil">When it ends.</param>
internal sealed record TextFacts(
    IReadOnlyList<Component> Components,
    DateTimeOffset? NextUpdateBy,
    DateTimeOffset? ScheduledFor,
    DateTimeOffset? ScheduledUntil
);

/// <summary>What is said, by language; or why it cannot be said like that.</summary>
internal sealed record FilledTexts(IReadOnlyDictionary<string, string> Titles, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>Why not; null when all is well.</summary>
    public IncidentDecision.Refuse? Problem { get; init; }

    /// <summary>Nothing, and why.</summary>
    public static FilledTexts Refused(IncidentDecision.Refuse problem) =>
        new(StoredIncident.NoTexts, StoredIncident.NoTexts) { Problem = problem };
}

/// <summary>
/// Puts together what is said: texts that people wrote, and the template for the other languages. Nothing with a gap gets through, whoever wrote it. It touches
/// nothing outside.
/// </summary>
public sealed partial class IncidentTexts(IncidentTemplates templates, Organisation organisation)
{
    /// <summary>Nothing in any language, as it comes in a request.</summary>
    internal static readonly IReadOnlyDictionary<string, string?> Unwritten = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>The longest text in one language.</summary>
    internal const int MaxText = 25_000;

    /// <summary>The longest name in one language.</summary>
    internal const int MaxName = 255;

    /// <summary>Fills an entry.</summary>
    internal FilledTexts Fill(
        IReadOnlyDictionary<string, string?>? written,
        string? template,
        IReadOnlyDictionary<string, string?>? summaries,
        TextFacts facts
    )
    {
        if (Problem("texts", written, MaxText) is { } problem)
        {
            return FilledTexts.Refused(problem);
        }

        var texts = Clean(written, isLine: false);
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        if (template is not null)
        {
            if (Problem("summaries", summaries, MaxText) is { } wrong)
            {
                return FilledTexts.Refused(wrong);
            }

            if (!templates.Kinds.Contains(template, StringComparer.Ordinal))
            {
                return FilledTexts.Refused(
                    IncidentRefusals.Invalid("template-unknown", $"template is one of {string.Join(", ", templates.Kinds)}.")
                );
            }

            if (AddFromTemplate(template, Clean(summaries, isLine: false), facts, titles, texts) is { } missing)
            {
                return FilledTexts.Refused(missing);
            }
        }

        return texts.ContainsKey(organisation.DefaultLanguage)
            ? new(titles, texts)
            : FilledTexts.Refused(
                IncidentRefusals.Invalid("text-missing", $"texts has a text in '{organisation.DefaultLanguage}', or template names one.")
            );
    }

    /// <summary>The name of an incident: what people wrote, else the titles of the template.</summary>
    internal FilledTexts Name(IReadOnlyDictionary<string, string?>? written, IReadOnlyDictionary<string, string> titles)
    {
        if (Problem("names", written, MaxName) is { } problem)
        {
            return FilledTexts.Refused(problem);
        }

        var names = Clean(written, isLine: true);
        if (names.Count == 0)
        {
            names = titles.ToDictionary(pair => pair.Key, pair => StoredText.CleanLine(pair.Value, MaxName), StringComparer.Ordinal);
        }

        return names.ContainsKey(organisation.DefaultLanguage)
            ? new(names, StoredIncident.NoTexts)
            : FilledTexts.Refused(IncidentRefusals.Invalid("name-missing", $"names has a name in '{organisation.DefaultLanguage}'."));
    }

    /// <summary>Texts in languages of ours, each complete; the default language is there.</summary>
    internal FilledTexts Only(IReadOnlyDictionary<string, string?>? written) =>
        Fill(written, null, null, new TextFacts([], null, null, null));

    /// <summary>The values of a template in a language.</summary>
    internal Dictionary<string, string> Values(TextFacts facts, string language, string? summary)
    {
        var zone = organisation.Calendar.TimeZone;
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["components"] = Enumerate([.. facts.Components.Select(one => one.Names.GetValueOrDefault(language) ?? NameOf(one))], language),
            ["incidentSummary"] = summary ?? "",
        };
        foreach (
            var (name, at) in new[]
            {
                ("nextUpdateBy", facts.NextUpdateBy),
                ("scheduledFor", facts.ScheduledFor),
                ("scheduledUntil", facts.ScheduledUntil),
            }
        )
        {
            values[name] = at is { } time ? TimeWords.Tell(time, zone, language) : "";
        }

        return values;
    }

    /// <summary>A component's name for staff.</summary>
    internal string NameOf(Component component) => component.Names.GetValueOrDefault(organisation.DefaultLanguage) ?? component.Id;

    private IncidentDecision.Refuse? AddFromTemplate(
        string template,
        Dictionary<string, string> summaries,
        TextFacts facts,
        Dictionary<string, string> titles,
        Dictionary<string, string> texts
    )
    {
        foreach (var language in Organisation.KnownLanguages)
        {
            var summary = summaries.GetValueOrDefault(language);

            // A template that is nothing without its summary is left out in a language nobody wrote one in: those readers get the default language.
            var isLeftOut =
                summary is null && language != organisation.DefaultLanguage && templates.Requires(template, language, "incidentSummary");
            if (isLeftOut)
            {
                continue;
            }

            switch (templates.Render(template, language, Values(facts, language, summary)))
            {
                case RenderResult.Complete complete:
                    titles[language] = complete.Subject;
                    texts.TryAdd(language, complete.Text.Trim());
                    break;
                case RenderResult.Incomplete incomplete when !texts.ContainsKey(language):
                    return IncidentRefusals.Invalid("template-incomplete", $"{template} in {language}: {incomplete.Problem}");
                default:
                    break;
            }
        }

        return null;
    }

    private static IncidentDecision.Refuse? Problem(string member, IReadOnlyDictionary<string, string?>? written, int maxLength)
    {
        foreach (var (language, text) in written ?? Unwritten)
        {
            if (!Organisation.KnownLanguages.Contains(language, StringComparer.Ordinal))
            {
                return IncidentRefusals.Invalid(
                    "language-unknown",
                    $"{member} is by language: {string.Join(", ", Organisation.KnownLanguages)}."
                );
            }

            if (string.IsNullOrWhiteSpace(text) || StoredText.Clean(text, maxLength).Trim().Length == 0)
            {
                return IncidentRefusals.Invalid("text-empty", $"{member}.{language} is empty.");
            }

            if (text.Length > maxLength)
            {
                return IncidentRefusals.Invalid("text-too-long", $"{member}.{language} has more than {maxLength} characters.");
            }

            if (Gap().IsMatch(text))
            {
                return IncidentRefusals.Invalid("gap-unfilled", $"{member}.{language} has a gap that nobody filled.");
            }
        }

        return null;
    }

    private static Dictionary<string, string> Clean(IReadOnlyDictionary<string, string?>? written, bool isLine) =>
        (written ?? Unwritten).ToDictionary(
            pair => pair.Key,
            pair => (isLine ? StoredText.CleanLine(pair.Value!, MaxText) : StoredText.Clean(pair.Value!, MaxText)).Trim(),
            StringComparer.Ordinal
        );

    private static string Enumerate(IReadOnlyList<string> names, string language)
    {
        if (language.StartsWith("zh", StringComparison.Ordinal))
        {
            return string.Join('、', names);
        }

        var and = language == "ru" ? " и " : " and ";
        return names.Count < 2 ? string.Concat(names) : string.Join(", ", names.SkipLast(1)) + and + names[^1];
    }

    [GeneratedRegex(@"\{\{|\}\}|\[\[|\]\]", RegexOptions.CultureInvariant, 200)]
    private static partial Regex Gap();
}
