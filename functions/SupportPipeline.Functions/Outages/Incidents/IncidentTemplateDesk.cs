using System.Globalization;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Shows staff the templates, and what each says with what is known so far.</summary>
public sealed class IncidentTemplateDesk(
    IncidentTemplates templates,
    IncidentTexts texts,
    IncidentStore incidents,
    IncidentRequestReader requests
)
{
    /// <summary>All of them; gaps that are left stand in double brackets.</summary>
    internal async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (requests.RefuseReading(request) is { } refusal)
        {
            return refusal;
        }

        var query = request.Query;
        var asked = query["components"].ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (
            !TryReadTime(query["nextUpdateBy"], out var nextUpdateBy)
            || !TryReadTime(query["scheduledFor"], out var scheduledFor)
            || !TryReadTime(query["scheduledUntil"], out var scheduledUntil)
        )
        {
            return Problems.Of(
                StatusCodes.Status400BadRequest,
                "time-invalid",
                "nextUpdateBy, scheduledFor and scheduledUntil are times like 2026-11-20T10:00:00Z."
            );
        }

        var named = IncidentRules.Named(await incidents.SituationAsync(cancellationToken), asked);
        var facts = new TextFacts(named, nextUpdateBy, scheduledFor, scheduledUntil);
        return Results.Ok(new Page<IncidentTemplateDocument>([.. templates.Files.Select(file => Describe(file, facts))], null));
    }

    private IncidentTemplateDocument Describe(TemplateFile file, TextFacts facts)
    {
        var draft = templates.RenderDraft(file.Scenario, file.Language, texts.Values(facts, file.Language, null)) as RenderResult.Complete;
        return new(
            file.Scenario,
            file.Language,
            file.Required,
            file.Optional,
            file.Subject,
            file.Text,
            draft?.Subject ?? "",
            draft?.Text.Trim() ?? ""
        );
    }

    private static bool TryReadTime(string? text, out DateTimeOffset? time)
    {
        time = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var isTime = DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var read
        );
        time = isTime ? read : null;
        return isTime && read.Year is > 2000 and < 9000;
    }
}

/// <summary>A template, and what it says so far.</summary>
/// <param name="Template">Its name.</param>
/// <param name="Language">The language.</param>
/// <param name="Required">The variables it needs.</param>
/// <param name="Optional">The variables it can do without.</param>
/// <param name="Title">Its title, with its gaps.</param>
/// <param name="Text">Its text, with its gaps.</param>
/// <param name="DraftTitle">The title with what is known.</param>
/// <param name="DraftText">The text with what is known; what is missing stands in double brackets, which no entry may contain.</param>
internal sealed record IncidentTemplateDocument(
    string Template,
    string Language,
    IReadOnlyList<string> Required,
    IReadOnlyList<string> Optional,
    string Title,
    string Text,
    string DraftTitle,
    string DraftText
);
