using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases.Agents;

/// <summary>Who does something to a case, when, and which version of it they saw.</summary>
/// <param name="By">Who, as signed in.</param>
/// <param name="At">When.</param>
/// <param name="Key">Makes the act unique: the same request sent again is the same act.</param>
/// <param name="SeenVersion">The version in <c>If-Match</c>; null when the caller did not say.</param>
internal sealed record AgentAct(string By, DateTimeOffset At, string Key, int? SeenVersion)
{
    /// <summary>The longest note or text of a request, in UTF-16 units.</summary>
    public const int MaxTextLength = 20_000;

    /// <summary>An entry for the timeline.</summary>
    public TimelineEvent Happening(string kind, string? evidence = null, string? note = null) =>
        new($"{kind}:{Key}", At, kind, ReasonCode.ByAgent, evidence, By, note is null ? null : StoredText.Clean(note, MaxTextLength));

    /// <summary>Changes a case; a note that is too long is refused.</summary>
    public CaseDecision Change(CaseHistory history, CaseSnapshot after, string kind, string? evidence = null, string? note = null) =>
        note is { Length: > MaxTextLength }
            ? TextTooLong
            : new CaseDecision.Apply(CaseChange.Of(history.Stored, after) with { Events = [Happening(kind, evidence, note)] });

    /// <summary>Whether nothing readable is in a text.</summary>
    public static bool IsBlank(string? text) => text is null || string.IsNullOrWhiteSpace(StoredText.Clean(text, MaxTextLength));

    /// <summary>The refusal of a text that is too long.</summary>
    public static CaseDecision TextTooLong { get; } =
        new CaseDecision.Refuse(StatusCodes.Status400BadRequest, "text-too-long", $"A text has at most {MaxTextLength} characters.");

    /// <summary>The refusal of a request that lacks something or says something unknown.</summary>
    public static CaseDecision Invalid(string reason, string detail) =>
        new CaseDecision.Refuse(StatusCodes.Status400BadRequest, reason, detail);

    /// <summary>The refusal of an act that does not fit the state the case is in.</summary>
    public static CaseDecision Conflict(string reason, string detail) =>
        new CaseDecision.Refuse(StatusCodes.Status409Conflict, reason, detail);
}
