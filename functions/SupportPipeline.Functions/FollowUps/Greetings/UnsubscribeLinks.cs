using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Greetings;

/// <summary>The link with which somebody ends greetings by one click (RFC 8058). It holds a hash of the address and nothing else.</summary>
public sealed class UnsubscribeLinks(PublicLinks links)
{
    private const string Purpose = "unsubscribe";

    /// <summary>The templates whose mails carry it in their headers.</summary>
    private static readonly string[] Templates = ["birthday-greeting", "anniversary-greeting"];

    /// <summary>The link for an address; null when our own address is not configured.</summary>
    internal string? To(EmailAddress address) => links.To(Purpose, links.Sign(Purpose, address.Hash));

    /// <summary>The hash of the address a token was made for; null when it is not one of ours.</summary>
    internal string? Read(string token) => links.Read(Purpose, token) is [var hash] ? hash : null;

    /// <summary>The headers of a mail; none when it is not a greeting.</summary>
    internal IEnumerable<(string Name, string Value)> HeadersOf(string template, EmailAddress to)
    {
        if (Array.IndexOf(Templates, template) >= 0 && To(to) is { } link)
        {
            yield return ("List-Unsubscribe", $"<{link}>");
            yield return ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }
}
