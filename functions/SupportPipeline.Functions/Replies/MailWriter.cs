using SupportPipeline.Cases;
using SupportPipeline.FollowUps.Greetings;
using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies;

/// <summary>Puts a reply of the outbox into a mail: sender, reply address, threading and loop protection headers. Pure.</summary>
public sealed class MailWriter(Organisation organisation, Desk desk, CaseTokens tokens, UnsubscribeLinks unsubscribe)
{
    /// <summary>Custom argument with the case's id.</summary>
    public const string CaseArgument = "sp_case";

    /// <summary>Custom argument with the reply's id.</summary>
    public const string ReplyArgument = "sp_reply";

    /// <summary>Writes the mail.</summary>
    internal OutgoingMail Write(Reply reply)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Message-ID"] = $"<{tokens.MessageId(reply.CaseId, reply.Id)}>",
            [AutomaticMail.LoopHeader] = desk.Address.Hash,
        };
        if (reply.IsAutomatic)
        {
            // RFC 3834: no person wrote it, in answer to something or not. The second header keeps Exchange from answering with out-of-office mails.
            headers["Auto-Submitted"] = reply.InReplyTo is null ? "auto-generated" : "auto-replied";
            headers["X-Auto-Response-Suppress"] = "All";
        }

        foreach (var (name, value) in unsubscribe.HeadersOf(reply.Scenario, reply.To))
        {
            headers[name] = value;
        }

        if (reply.InReplyTo is { } parent)
        {
            headers["In-Reply-To"] = $"<{parent}>";
            headers["References"] = string.Join(
                ' ',
                reply.References.Append(parent).Distinct(StringComparer.Ordinal).Select(id => $"<{id}>")
            );
        }

        return new()
        {
            To = reply.To,
            ToName = reply.ToName,
            From = desk.Address,
            FromName = organisation.Name,
            ReplyTo = tokens.ReplyAddress(reply.CaseId),
            Subject = reply.Subject,
            Text = reply.Text,
            Html = reply.Html,
            Headers = headers,
            CustomArgs = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [CaseArgument] = reply.CaseId.Value,
                [ReplyArgument] = reply.Id,
            },
        };
    }
}
