using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Connectors.Meta;

/// <summary>
/// Facebook Pages, Instagram and Threads, which deliver in the same way: a handshake with a verify token, an HMAC over the body, and many changes in one
/// delivery. WhatsApp comes with the same signature but is no public place and is left aside.
/// </summary>
internal sealed class MetaConnector(IOptions<ConnectorsOptions> options) : ISocialConnector
{
    private const int MaxChallenge = 200;
    private const string SignatureHeader = "X-Hub-Signature-256";

    private static readonly SearchValues<char> s_challenge = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    );

    private readonly MetaConnectorOptions _options = options.Value.Meta;
    private readonly bool _allowUnsigned = options.Value.AllowUnsigned;
    private readonly string[] _own = [.. options.Value.Meta.OwnAccounts];

    /// <inheritdoc/>
    public string Name => "meta";

    /// <inheritdoc/>
    public bool IsEnabled => _options.AppSecret.Length > 0 || _allowUnsigned;

    /// <inheritdoc/>
    public IResult? Answer(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (Single(query["hub.mode"]) != "subscribe")
        {
            return null;
        }

        if (_options.VerifyToken.Length == 0 || !Signatures.IsSecret(_options.VerifyToken, Single(query["hub.verify_token"])))
        {
            return Problems.Of(StatusCodes.Status403Forbidden, "verify-token-wrong", "The verify token is missing or is not ours.");
        }

        // It is given back as text, so it may be nothing that anybody could take for markup; Meta sends digits.
        return
            Single(query["hub.challenge"]) is { Length: > 0 and <= MaxChallenge } challenge
            && !challenge.AsSpan().ContainsAnyExcept(s_challenge)
            ? Results.Text(challenge, "text/plain")
            : Problems.Of(
                StatusCodes.Status400BadRequest,
                "challenge-invalid",
                "hub.challenge must be 1 to 200 letters, digits, '-' and '_'."
            );
    }

    /// <inheritdoc/>
    public ConnectorVerdict Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(headers);
        if (_options.AppSecret.Length == 0)
        {
            return _allowUnsigned ? ConnectorVerdict.Genuine : ConnectorItems.SignatureWrong;
        }

        var signature = Single(headers[SignatureHeader]);
        var isGenuine = Signatures.IsOfMeta(_options.AppSecret, body, signature);
        foreach (var secret in _options.OtherAppSecrets)
        {
            isGenuine |= secret.Length > 0 && Signatures.IsOfMeta(secret, body, signature);
        }

        return isGenuine ? ConnectorVerdict.Genuine : ConnectorItems.SignatureWrong;
    }

    /// <inheritdoc/>
    public IReadOnlyList<SocialEvent> Read(ReadOnlyMemory<byte> body)
    {
        var root = PayloadNode.Parse(body.Span);
        if (root["object"].Text is { } kind && root["entry"].IsArray)
        {
            return [.. root["entry"].Items.SelectMany(entry => ReadEntry(kind, entry))];
        }

        return root["values"].Exists
            ? ThreadsUpdates.Read(root, _own)
            : throw new FormatException("A delivery of Meta has 'object' and 'entry', or 'values' when it is of Threads.");
    }

    private IEnumerable<SocialEvent> ReadEntry(string kind, PayloadNode entry)
    {
        if (kind is not ("page" or "instagram"))
        {
            return [ConnectorItems.NotAPost];
        }

        if (entry["id"].Id is not { } account)
        {
            return [ConnectorItems.Invalid("An entry needs an 'id'.")];
        }

        // Instagram login puts the change on the entry itself.
        var changes = entry["changes"].Items.ToList();
        if (entry["field"].Exists)
        {
            changes.Add(entry);
        }

        var platform = kind == "page" ? SocialPlatform.Facebook : SocialPlatform.Instagram;
        var recipient = new MetaRecipient(platform, account, entry["time"].Time, _own);
        var events = changes
            .Select(change =>
                platform == SocialPlatform.Facebook ? FacebookChanges.Read(recipient, change) : InstagramChanges.Read(recipient, change)
            )
            .Concat(entry["messaging"].Items.Select(message => MetaMessages.Read(recipient, message)))
            .ToList();
        return events.Count > 0 ? events : [ConnectorItems.NotAPost];
    }

    private static string? Single(StringValues values) => values.Count == 1 ? values[0] : null;
}
