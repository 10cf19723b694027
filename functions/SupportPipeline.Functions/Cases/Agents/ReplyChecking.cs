using SupportPipeline.Platform;
using SupportPipeline.Playbook;
using SupportPipeline.Replies;
using SupportPipeline.Replies.Courtesy;

namespace SupportPipeline.Cases.Agents;

/// <summary>Checks what a person is about to send: the courtesy check, and what stands in the way of sending it.</summary>
public sealed class ReplyChecking(CourtesyCheck courtesy, Organisation organisation, Desk desk)
{
    /// <summary>The reply with what the courtesy check finds in it now.</summary>
    internal Reply Checked(Reply reply, CaseHistory history)
    {
        var scenario =
            ScenarioTable.FindRowOfTemplate(reply.Scenario)?.Scenario
            ?? (KebabCase.TryValueOf<Scenario>(reply.Scenario, out var named) ? named : null);
        var findings = courtesy.Check(
            new()
            {
                Text = reply.Text,
                Language = reply.Language,
                Scenario = scenario,
                CustomerName = Matter.GreetableName(reply.ToName),
                Mood = CaseReplies.MoodOf(history.LatestMessage),
                CustomerWords = history.LatestMessage is { } message ? [message.OwnWords] : [],
                CustomerContacts = [reply.To.Value],
                DeskContacts = [.. desk.OwnAddresses.Select(address => address.Value)],
                Jargon = organisation.Jargon.GetValueOrDefault(reply.Language, []),
            }
        );
        return reply with { Findings = [.. findings.Select(CourtesyFindingDocument.Of)] };
    }

    /// <summary>Why a reply cannot be sent off; null when it can. What the courtesy check blocks can be confirmed; a text with gaps never goes out.</summary>
    internal static CaseDecision? Obstacle(Reply reply, bool isConfirmed)
    {
        var gaps = Gaps(reply.Text).Distinct(StringComparer.Ordinal).ToList();
        var blocking = reply
            .Findings.Where(finding => finding.Severity == "block")
            .Select(finding => finding.Code)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return gaps.Count > 0 ? Refused("placeholder-left", $"The text still has gaps; fill them first: {string.Join(", ", gaps)}.", reply)
            : blocking.Count > 0 && !isConfirmed
                ? Refused(
                    "courtesy-blocked",
                    $"The courtesy check blocks: {string.Join(", ", blocking)}. Change the text, or send confirmFindings if it has to go out like this.",
                    reply
                )
            : null;
    }

    /// <summary>The names in double brackets.</summary>
    private static IEnumerable<string> Gaps(string text)
    {
        for (var from = text.IndexOf("[[", StringComparison.Ordinal); from >= 0; )
        {
            var end = text.IndexOf("]]", from, StringComparison.Ordinal);
            yield return end < 0 ? text[from..Math.Min(text.Length, from + 20)] : text[(from + 2)..Math.Min(end, from + 60)];
            from = text.IndexOf("[[", from + 2, StringComparison.Ordinal);
        }
    }

    private static CaseDecision.Refuse Refused(string reason, string detail, Reply reply) =>
        new(Microsoft.AspNetCore.Http.StatusCodes.Status409Conflict, reason, detail)
        {
            More = new Dictionary<string, object?>(StringComparer.Ordinal) { ["text"] = reply.Text, ["findings"] = reply.Findings },
        };
}
