using System.Security.Cryptography;
using System.Text;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>
/// Signed tokens that lead a customer's answer back to its case without any look-up: the tag of the reply address and our own message ids.
/// The signature is the first 60 bits of an HMAC-SHA256, enough against guessing because a token alone lets nobody in: the sender must take part in the case.
/// </summary>
public sealed class CaseTokens(Desk desk)
{
    private const int SignatureLength = 12;

    /// <summary>The tag of the reply address, <c>caseId.signature</c>: 39 characters, so the desk's own local part may have 24.</summary>
    public string ReplyTag(TimeOrderedId caseId) => $"{caseId}.{Sign("reply", caseId.Value)}";

    /// <summary>The address answers to a case are to be sent to.</summary>
    public EmailAddress ReplyAddress(TimeOrderedId caseId) => PlusAddress.WithTag(desk.Address, ReplyTag(caseId));

    /// <summary>The case a reply address belongs to; null when it is not one of ours or the signature is wrong.</summary>
    public TimeOrderedId? ReadReplyAddress(EmailAddress address)
    {
        if (PlusAddress.Tag(address) is not { } tag || !desk.OwnAddresses.Contains(PlusAddress.WithoutTag(address)))
        {
            return null;
        }

        var parts = tag.ToLowerInvariant().Split('.');
        return parts.Length == 2 && TimeOrderedId.TryParse(parts[0], out var caseId) && IsSigned("reply", parts[0], parts[1])
            ? caseId
            : null;
    }

    /// <summary>The message id of an outgoing reply, <c>replyId.caseId.signature@domain</c>, without brackets.</summary>
    public string MessageId(TimeOrderedId caseId, string replyId) =>
        $"{replyId}.{caseId}.{Sign("message", replyId + "." + caseId)}@{desk.Address.Domain}";

    /// <summary>The case that one of our own message ids belongs to; null when it is not ours.</summary>
    public TimeOrderedId? ReadMessageId(string messageId) => ReadReply(messageId)?.CaseId;

    /// <summary>The case and the reply that one of our own message ids belongs to; null when it is not ours.</summary>
    public (TimeOrderedId CaseId, string ReplyId)? ReadReply(string messageId)
    {
        ArgumentNullException.ThrowIfNull(messageId);
        var at = messageId.LastIndexOf('@');
        if (at < 0 || !messageId.AsSpan(at + 1).Equals(desk.Address.Domain, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var parts = messageId[..at].ToLowerInvariant().Split('.');
        return
            parts.Length == 3
            && TimeOrderedId.TryParse(parts[1], out var caseId)
            && IsSigned("message", parts[0] + "." + parts[1], parts[2])
            ? (caseId, parts[0])
            : null;
    }

    private bool IsSigned(string purpose, string text, string signature) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Sign(purpose, text)), Encoding.UTF8.GetBytes(signature));

    private string Sign(string purpose, string text)
    {
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(desk.SigningKey.Span, Encoding.UTF8.GetBytes(purpose + ":" + text), mac);
        Span<char> signature = stackalloc char[SignatureLength];
        for (var i = 0; i < SignatureLength; i++)
        {
            signature[i] = TimeOrderedId.Alphabet[mac[i] & 31];
        }

        return signature.ToString();
    }
}
