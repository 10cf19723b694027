using System.Net;
using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Playbook;

namespace SupportPipeline.FollowUps.Surveys;

/// <summary>Asks a customer how we did, when nothing speaks against it.</summary>
public sealed class SurveySending(CaseWork work, CaseReplies replies, SurveyStore store, SurveyLinks links, SurveyInputs inputs)
{
    private const string Template = "survey";

    /// <summary>Does what is due; doing it twice does it once.</summary>
    internal async Task<Outcome> ProcessAsync(TimeOrderedId caseId, string cause, CancellationToken cancellationToken)
    {
        var now = inputs.Clock.GetUtcNow();
        if (await work.ReadAsync(caseId, cancellationToken) is not { } history || Due(history, cause, now) is null)
        {
            return new Outcome.Skipped(ReasonCode.NothingDue);
        }

        var standing = await inputs.Standings.OfCaseAsync(history.Case, cancellationToken);
        var refusal =
            SurveyRules.Refuse(history, standing, inputs.Options.Value) ?? (links.IsAvailable ? null : FollowUpReason.NoPublicAddress);
        if (
            refusal is null
            && EmailAddress.TryParse(history.Case.CustomerAddress, out var customer)
            && !await store.TakeTurnAsync(customer, caseId, now, cancellationToken)
        )
        {
            refusal = FollowUpReason.SurveyCooldown;
        }

        var result = await work.ChangeAsync(caseId, current => Decide(current, cause, refusal, standing, now), cancellationToken);
        return result is CaseWorkResult.Changed && refusal is null
            ? new Outcome.Completed()
            : new Outcome.Skipped(refusal ?? ReasonCode.NothingDue);
    }

    /// <summary>Decides on the newest history: what was no obstacle may have become one.</summary>
    private CaseDecision Decide(CaseHistory history, string cause, string? refusal, CustomerStanding standing, DateTimeOffset now)
    {
        if (Due(history, cause, now) is not { } due)
        {
            return new CaseDecision.Nothing(ReasonCode.NothingDue);
        }

        refusal ??= SurveyRules.Refuse(history, standing, inputs.Options.Value);
        var reply = refusal is null ? Write(history, cause, now) : null;
        var after = CaseSchedule.Without(history.Case, FollowUpKind.Survey);
        var key = $"follow-up:{due.Kind}:{due.Cause}:{due.At.UtcTicks}";
        var happening = reply is null
            ? new TimelineEvent(key, now, "follow-up-skipped", refusal ?? PlaybookReason.TemplateOff, Template)
            : new TimelineEvent(key, now, "survey-asked", FollowUpReason.ConfirmedClose);
        return new CaseDecision.Apply(
            CaseChange.Of(history.Stored, after) with
            {
                Events = [happening],
                Replies = reply is null ? [] : [reply],
            }
        );
    }

    private Reply? Write(CaseHistory history, string cause, DateTimeOffset now)
    {
        var words = SurveyWords.In(inputs.Organisation.AnswerLanguage(history.Case.Language));
        var until = now.AddDays(inputs.Options.Value.AnswerWithinDays);
        var targets = Enumerable
            .Range(1, SurveyRules.Best)
            .Reverse()
            .Select(score => (Score: score, Link: links.To(history.Case.Id, score, until)!))
            .ToList();
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["surveyLinks"] = string.Join(
                '\n',
                targets.Select(target => $"{target.Score} – {words.NameOf(target.Score)}{words.Separator}{target.Link}")
            ),
        };
        var reply = replies.Write(history, Template, cause, null, now, values);
        return reply is null ? null : reply with { Html = WithAnchors(reply.Html, targets.Select(target => target.Link)) };
    }

    /// <summary>Our own links, and no others, can be clicked in the HTML part.</summary>
    private static string WithAnchors(string html, IEnumerable<string> targets) =>
        targets.Aggregate(
            html,
            (text, link) =>
                WebUtility.HtmlEncode(link) is var encoded
                    ? text.Replace(encoded, $"<a href=\"{encoded}\">{encoded}</a>", StringComparison.Ordinal)
                    : text
        );

    private static CaseFollowUp? Due(CaseHistory history, string cause, DateTimeOffset now) =>
        history.Case.FollowUps.FirstOrDefault(followUp =>
            followUp.Kind == FollowUpKind.Survey && followUp.Cause == cause && followUp.At <= now
        );
}
