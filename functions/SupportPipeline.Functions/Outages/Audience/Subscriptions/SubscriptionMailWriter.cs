using System.Net;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>Writes the mail that asks for a confirmation.</summary>
public sealed class SubscriptionMailWriter(SubscriptionLinks links, NoticeComponents components, Organisation organisation, Desk desk)
{
    /// <summary>Custom argument with the hash of the subscriber's address.</summary>
    internal const string Argument = "sp_subscriber";

    /// <summary>Writes it; null when our own address is not configured.</summary>
    internal async Task<OutgoingMail?> WriteAsync(SubscriptionRequest request, CancellationToken cancellationToken)
    {
        if (links.Confirm(request.Address, request.Id.CreatedAt) is not { } link)
        {
            return null;
        }

        var words = SubscriptionWords.In(request.Language);
        var names = (await components.ReadAsync(request.Language, cancellationToken))
            .Where(component => request.Components.Contains(component.Id, StringComparer.Ordinal))
            .Select(component => component.Name)
            .ToList();
        var text = words.Mail(organisation.Name, names.Count == 0 ? words.Everything : string.Join(words.Comma, names), link);
        var address = WebUtility.HtmlEncode(link);
        return new()
        {
            To = request.Address,
            ToName = null,
            From = desk.Address,
            FromName = organisation.Name,
            ReplyTo = desk.Address,
            Subject = words.Subject(organisation.Name),
            Text = text,
            Html = HtmlBody
                .FromText(text, request.Language)
                .Replace(address, $"<a href=\"{address}\">{address}</a>", StringComparison.Ordinal),
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["Message-ID"] = $"<subscription.{request.Id.Value}@{desk.Address.Domain}>",
                ["Auto-Submitted"] = "auto-generated",
                ["X-Auto-Response-Suppress"] = "All",
                [AutomaticMail.LoopHeader] = desk.Address.Hash,
            },
            CustomArgs = new Dictionary<string, string>(StringComparer.Ordinal) { [Argument] = request.Address.Hash },
        };
    }
}
