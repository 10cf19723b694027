using System.Globalization;
using SupportPipeline.Intake;
using SupportPipeline.Outages.Audience;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Outages.Notices;

/// <summary>Puts a slice of a notice into one request to the mail service. Pure.</summary>
public sealed class NoticeMailWriter(Organisation organisation, Desk desk, INoticeLinks links)
{
    /// <summary>Where the greeting goes.</summary>
    internal const string Greeting = "%greeting%";

    /// <summary>Where the link to one's own choice goes.</summary>
    internal const string ManageLink = "%manage%";

    /// <summary>Custom argument with the incident.</summary>
    internal const string IncidentArgument = "sp_incident";

    /// <summary>Custom argument with the notice.</summary>
    internal const string NoticeArgument = "sp_notice";

    /// <summary>Custom argument with the slice.</summary>
    internal const string SliceArgument = "sp_slice";

    /// <summary>Custom argument with the number of the request.</summary>
    internal const string AttemptArgument = "sp_attempt";

    /// <summary>Custom argument with the place in the slice.</summary>
    internal const string PlaceArgument = "sp_place";

    /// <summary>Custom argument of a test, with the notice it would be.</summary>
    internal const string TestArgument = "sp_test";

    /// <summary>Writes the request.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="slice">The slice, claimed.</param>
    /// <param name="text">What it says in the slice's language.</param>
    /// <param name="recipients">The recipients of the slice.</param>
    /// <param name="places">Which of them.</param>
    internal OutgoingMailing Write(
        Notice notice,
        NoticeSlice slice,
        NoticeText text,
        IReadOnlyList<NoticeRecipient> recipients,
        IReadOnlyList<int> places
    ) =>
        new()
        {
            From = desk.Address,
            FromName = organisation.Name,
            ReplyTo = desk.Address,
            Subject = text.Subject,
            Text = text.Text,
            Html = HtmlBody.FromText(text.Text, slice.Language),
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                [AutomaticMail.LoopHeader] = desk.Address.Hash,
                ["Auto-Submitted"] = "auto-generated",
                ["X-Auto-Response-Suppress"] = "All",
                ["Precedence"] = "bulk",
            },
            CustomArgs = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [IncidentArgument] = notice.IncidentId,
                [NoticeArgument] = notice.Id,
                [SliceArgument] = slice.Number.ToString(CultureInfo.InvariantCulture),
                [AttemptArgument] = slice.Attempt.ToString(CultureInfo.InvariantCulture),
            },
            Recipients = [.. places.Select(place => Recipient(recipients[place], place, slice.Language))],
        };

    private MailingRecipient Recipient(NoticeRecipient recipient, int place, string language)
    {
        var (manage, unsubscribe) = EmailAddress.TryParse(recipient.Address, out var address)
            ? (links.Manage(address), links.Unsubscribe(address))
            : (null, null);
        var headers = new Dictionary<string, string>(2, StringComparer.OrdinalIgnoreCase);
        if (unsubscribe is not null)
        {
            headers["List-Unsubscribe"] = $"<{unsubscribe}>";
            headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
        }

        return new(
            recipient.Address,
            recipient.Name,
            new Dictionary<string, string>(2, StringComparer.Ordinal)
            {
                [Greeting] = NoticeWords.In(language).Greet(recipient.Name),
                [ManageLink] = manage ?? "",
            },
            headers,
            new Dictionary<string, string>(1, StringComparer.Ordinal) { [PlaceArgument] = place.ToString(CultureInfo.InvariantCulture) }
        );
    }
}
