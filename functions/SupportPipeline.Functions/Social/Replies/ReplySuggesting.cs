using SupportPipeline.Outages.Linking;
using SupportPipeline.Platform;
using SupportPipeline.Replies;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Receiving;
using SupportPipeline.Triage;

namespace SupportPipeline.Social.Replies;

/// <summary>An answer that could be given.</summary>
/// <param name="Scenario">The template it was made of.</param>
/// <param name="Language">Its language.</param>
/// <param name="Text">The words; what only a person knows stands in double brackets.</param>
internal sealed record ReplySuggestion(string Scenario, string Language, string Text);

/// <summary>Suggests answers from the public forms of the templates (docs/templates), in the language of the mention.</summary>
public sealed class ReplySuggesting(TemplateCatalog templates, Organisation organisation, MessageTriager triager, OpenIncidents incidents)
{
    private const string ClosingScenario = "closed-confirmed";
    private const int Furious = 2;

    /// <summary>The first public word: a known outage, thanks for praise, an apology that takes it into private, or a promise.</summary>
    internal async Task<ReplySuggestion> SuggestAsync(Mention mention, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var text = PostText.ForTriage(mention.Post);
        var triage = await triager.TriageAsync(text, cancellationToken);
        var incident = await incidents.MatchAsync(text, triage, cancellationToken);
        var language = organisation.AnswerLanguage(mention.Triage.Language);
        var values = Values(mention, language);
        if (incident?.In(language) is { } known)
        {
            values["incidentSummary"] = known.Summary;
            values["nextUpdateBy"] = known.NextUpdateBy is { } by ? TimeWords.Tell(by, organisation.Calendar.TimeZone, language) : "";
            return Render("outage-known", language, values);
        }

        values["answerBy"] = TimeWords.Tell(organisation.AnswerBy(now, triage.Urgency.Best), organisation.Calendar.TimeZone, language);
        var scenario =
            triage.Intent.Is(Intent.Praise) ? "praise-thanks"
            : triage.Intent.Is(Intent.OutageReport) ? "outage-reported"
            : triage.Sentiment.Is(Sentiment.Negative) && (triage.Complaint.Value == true || triage.Urgency.Best <= Furious) ? "very-angry"
            : "acknowledgement";
        return Render(scenario, language, values);
    }

    /// <summary>The closing public word, when the private part is solved.</summary>
    internal ReplySuggestion Closing(Mention mention)
    {
        var language = organisation.AnswerLanguage(mention.Triage.Language);
        return Render(ClosingScenario, language, Values(mention, language));
    }

    private Dictionary<string, string> Values(Mention mention, string language) =>
        new(StringComparer.Ordinal)
        {
            ["deskName"] = organisation.Name,
            ["topicWords"] = TopicWords.Tell(
                KebabCase.TryValueOf<Topic>(mention.Triage.Topic, out var topic) ? topic : Topic.Other,
                language
            ),
        };

    private ReplySuggestion Render(string scenario, string language, Dictionary<string, string> values)
    {
        var result = templates.Render(scenario, language, TemplateChannel.Public, values);
        if (result is RenderResult.Incomplete)
        {
            result = templates.RenderDraft(scenario, language, TemplateChannel.Public, values);
        }

        return new(scenario, language, result is RenderResult.Complete complete ? complete.Text.Trim() : "");
    }
}
