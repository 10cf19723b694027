using System.Globalization;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Surveys;

/// <summary>The links of a survey: one per score.</summary>
public sealed class SurveyLinks(PublicLinks links)
{
    private const string Purpose = "survey";

    /// <summary>Whether there can be any.</summary>
    internal bool IsAvailable => links.IsAvailable;

    /// <summary>The link for a score; the last moment at which it works is part of it.</summary>
    internal string? To(TimeOrderedId caseId, int score, DateTimeOffset until) =>
        links.To(
            Purpose,
            links.Sign(
                Purpose,
                caseId.Value,
                score.ToString(CultureInfo.InvariantCulture),
                until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
            )
        );

    /// <summary>What a token of a link says; null when it is not one of ours.</summary>
    internal SurveyToken? Read(string token) =>
        links.Read(Purpose, token) is [var id, var score, var until]
        && TimeOrderedId.TryParse(id, out var caseId)
        && int.TryParse(score, CultureInfo.InvariantCulture, out var chosen)
        && long.TryParse(until, CultureInfo.InvariantCulture, out var seconds)
            ? new(caseId, chosen, DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;
}

/// <summary>What a survey's link says.</summary>
internal sealed record SurveyToken(TimeOrderedId CaseId, int Score, DateTimeOffset Until);
