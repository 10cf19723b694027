using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Triage;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>Reads, checks and answers a request of <see cref="CheckCourtesy"/>.</summary>
public sealed class CourtesyPractice(CourtesyCheck check, EmbeddedAnalyzer analyzer, Desk desk, Organisation organisation)
{
    /// <summary>The most UTF-16 code units of a text, and of a customer's message.</summary>
    internal const int MaxTextLength = 20_000;

    /// <summary>The most code units of a name.</summary>
    internal const int MaxNameLength = 200;

    private static readonly Dictionary<string, Scenario> Scenarios = KebabCase.ValuesOf<Scenario>();

    /// <summary>Answers.</summary>
    internal async Task<IResult> AnswerAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (asked, problem) = await RequestBody.ReadAsync(
            request,
            CourtesyJson.Default.CourtesyRequest,
            "The body is a JSON object with text, language, and optionally channel, scenario, customerName and customerMessage.",
            cancellationToken
        );
        return problem ?? Problem(asked!) ?? Results.Ok(Answer(asked!));
    }

    private static IResult? Problem(CourtesyRequest asked) =>
        asked switch
        {
            _ when string.IsNullOrWhiteSpace(asked.Text) => Invalid("text-missing", "text is the answer to check."),
            { Text.Length: > MaxTextLength } or { CustomerMessage.Length: > MaxTextLength } => Problems.Of(
                StatusCodes.Status413PayloadTooLarge,
                "text-too-long",
                $"text and customerMessage have at most {MaxTextLength} characters."
            ),
            { CustomerName.Length: > MaxNameLength } => Invalid("name-too-long", $"customerName has at most {MaxNameLength} characters."),
            _ when !TemplateCatalog.Languages.Contains(asked.Language, StringComparer.Ordinal) => Invalid(
                "language-unknown",
                $"language is one of {string.Join(", ", TemplateCatalog.Languages)}."
            ),
            _ when asked.Channel is not null && !TemplateChannel.All.Contains(asked.Channel, StringComparer.Ordinal) => Invalid(
                "channel-unknown",
                $"channel is one of {string.Join(", ", TemplateChannel.All)}."
            ),
            _ when asked.Scenario is not null && !Scenarios.ContainsKey(asked.Scenario) => Invalid(
                "scenario-unknown",
                $"scenario is one of {string.Join(", ", Scenarios.Keys)}."
            ),
            _ => null,
        };

    private CourtesyAnswer Answer(CourtesyRequest asked)
    {
        var customer = string.IsNullOrWhiteSpace(asked.CustomerMessage) ? null : analyzer.Analyze(asked.CustomerMessage);
        var findings = check.Check(
            new()
            {
                Text = asked.Text!,
                Language = asked.Language!,
                Channel = asked.Channel == TemplateChannel.Public ? CourtesyChannel.Public : CourtesyChannel.Email,
                Scenario = asked.Scenario is { } scenario ? Scenarios[scenario] : null,
                CustomerName = asked.CustomerName,
                Mood = customer is null ? CustomerMood.Calm : CustomerMoods.Of(customer),
                DeskContacts = [.. desk.OwnAddresses.Select(address => address.Value)],
                Jargon = organisation.Jargon.GetValueOrDefault(asked.Language!, []),
            }
        );
        return new(
            CourtesyCheck.Passes(findings),
            [.. findings.Select(CourtesyFindingDocument.Of)],
            customer is null ? null : TriageDocument.Of(customer)
        );
    }

    private static IResult Invalid(string reason, string detail) => Problems.Of(StatusCodes.Status400BadRequest, reason, detail);
}
