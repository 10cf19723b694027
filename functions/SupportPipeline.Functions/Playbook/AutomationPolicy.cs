using System.Collections.Frozen;
using SupportPipeline.Platform;
using SupportPipeline.Triage;

namespace SupportPipeline.Playbook;

/// <summary>What happens to the replies of each template: the organisation's word, within what a machine may do at all.</summary>
internal static class AutomationPolicy
{
    /// <summary>Acknowledgements, known-outage answers, boundary notices and confirmations go out by themselves unless the organisation says otherwise.</summary>
    private static readonly FrozenSet<string> SentByDefault = FrozenSet.ToFrozenSet(
        [
            "acknowledgement",
            "outage-known",
            "outage-reported",
            "incident-update",
            "outage-resolved",
            "very-angry",
            "boundary",
            "holding-note",
            "cancellation-received",
            "refund-received",
            "suggestion-received",
            "reopened",
            "closed-confirmed",
            "unsubscribed",
            "progress-note",
            "promise-late",
            "confirm-reminder",
            "confirm-warning",
            "closed-silent",
            "did-it-work",
            "fix-check",
            "survey",
            "purchase-check-in",
            "birthday-greeting",
            "anniversary-greeting",
        ],
        StringComparer.Ordinal
    );

    /// <summary>What only a person sends, whatever the organisation says.</summary>
    private static readonly FrozenSet<string> NeverSent = FrozenSet.ToFrozenSet(
        ["holding-note-care", "contact-ended", "reach-out", "our-mistake", "request-declined"],
        StringComparer.Ordinal
    );

    /// <summary>What happens to a reply from this template.</summary>
    public static Automation Of(string template, Organisation organisation) =>
        organisation.Automation.TryGetValue(template, out var wanted) ? wanted
        : SentByDefault.Contains(template) ? Automation.Send
        : Automation.Draft;

    /// <summary>Checks what the organisation says about topics and templates.</summary>
    /// <exception cref="FormatException">It names one that does not exist, or wants a machine to send what only a person may.</exception>
    public static void Check(Organisation organisation)
    {
        var topics = Enum.GetValues<Topic>().Select(KebabCase.NameOf).ToList();
        foreach (var (team, topic) in organisation.Teams.SelectMany(team => team.Topics.Select(topic => (team.Name, topic))))
        {
            if (!topics.Contains(topic, StringComparer.Ordinal))
            {
                throw new FormatException($"teams.{team}.topics: '{topic}' is not one of {string.Join(", ", topics)}.");
            }
        }

        foreach (var (template, automation) in organisation.Automation)
        {
            if (!ScenarioTable.Rows.Any(row => row.Templates.Contains(template, StringComparer.Ordinal)))
            {
                throw new FormatException($"automation: there is no template '{template}'.");
            }

            if (automation == Automation.Send && NeverSent.Contains(template))
            {
                throw new FormatException($"automation.{template}: only a person sends it; 'draft' or 'off' are possible.");
            }
        }
    }
}
