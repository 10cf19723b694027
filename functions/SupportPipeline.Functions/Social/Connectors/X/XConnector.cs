using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace SupportPipeline.Social.Connectors.X;

/// <summary>
/// X: events of the X Activity API, and of the Account Activity API that it replaces. The challenge-response check is answered from the consumer secret
/// alone, because X gives it three seconds.
/// </summary>
internal sealed class XConnector(IOptions<ConnectorsOptions> options) : ISocialConnector
{
    private const string SignatureHeader = "x-twitter-webhooks-signature";
    private const string TokenParameter = "crc_token";
    private const int MaxToken = 1_000;

    private readonly HashSet<string> _own = [.. options.Value.X.OwnAccounts.Select(id => id.Trim())];

    public string Name => "x";

    public bool IsEnabled => Secret.Length > 0 || options.Value.AllowUnsigned;

    private string Secret => options.Value.X.ConsumerSecret;

    public IResult? Answer(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Secret.Length > 0 && query[TokenParameter] is [{ Length: > 0 and <= MaxToken } token]
            // Base64 needs no escaping in JSON.
            ? Results.Text($$"""{"response_token":"{{Signatures.AnswerX(Secret, token)}}"}""", "application/json")
            : null;
    }

    public ConnectorVerdict Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(headers);
        if (Secret.Length == 0)
        {
            return ConnectorVerdict.Genuine;
        }

        return Signatures.IsOfX(Secret, body, headers[SignatureHeader].ToString())
            ? ConnectorVerdict.Genuine
            : ConnectorItems.SignatureWrong;
    }

    public IReadOnlyList<SocialEvent> Read(ReadOnlyMemory<byte> body)
    {
        var root = PayloadNode.Parse(body.Span);
        try
        {
            return root["data"].Exists ? [.. XPosts.Items(root["data"]).Select(one => XActivity.Read(one, root["includes"], _own))]
                : XAccountActivity.IsOne(root) ? [.. XAccountActivity.Read(root, _own)]
                : throw Unknown();
        }
        catch (InvalidOperationException)
        {
            // The name of a field is no text, such as half of an emoji.
            throw Unknown();
        }
    }

    private static FormatException Unknown() =>
        new("Expected an event of the X Activity API (data.event_type) or of the Account Activity API (for_user_id).");
}
