using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace SupportPipeline.Social.Connectors.Telegram;

/// <summary>
/// Telegram: one update a delivery, with the secret that <c>setWebhook</c> was given in a header. There is no handshake. Bots hear of deleted messages only
/// where they act for a business account.
/// </summary>
internal sealed class TelegramConnector(IOptions<ConnectorsOptions> options) : ISocialConnector
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private static readonly string[] s_messages = ["message", "channel_post", "business_message"];
    private static readonly string[] s_edits = ["edited_message", "edited_channel_post", "edited_business_message"];

    private readonly string _secret = options.Value.Telegram.SecretToken;
    private readonly bool _allowUnsigned = options.Value.AllowUnsigned;
    private readonly TelegramAccount _account = new(options.Value.Telegram.BotName, [.. options.Value.Telegram.OwnAccounts]);

    /// <inheritdoc/>
    public string Name => "telegram";

    /// <inheritdoc/>
    public bool IsEnabled => _secret.Length > 0 || _allowUnsigned;

    /// <inheritdoc/>
    public IResult? Answer(IQueryCollection query) => null;

    /// <inheritdoc/>
    public ConnectorVerdict Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(headers);
        if (_secret.Length == 0)
        {
            return _allowUnsigned ? ConnectorVerdict.Genuine : ConnectorItems.SecretWrong;
        }

        var given = headers[SecretHeader];
        return given.Count == 1 && Signatures.IsSecret(_secret, given[0]) ? ConnectorVerdict.Genuine : ConnectorItems.SecretWrong;
    }

    /// <inheritdoc/>
    public IReadOnlyList<SocialEvent> Read(ReadOnlyMemory<byte> body)
    {
        var root = PayloadNode.Parse(body.Span);
        if (root["update_id"].Whole is null)
        {
            throw new FormatException("A delivery of Telegram has an 'update_id'.");
        }

        if (root["deleted_business_messages"] is { Exists: true } deleted)
        {
            return TelegramMessages.ReadDeleted(deleted);
        }

        foreach (var name in s_messages)
        {
            if (root[name] is { Exists: true } message)
            {
                return [TelegramMessages.Read(_account, message, isEdit: false)];
            }
        }

        foreach (var name in s_edits)
        {
            if (root[name] is { Exists: true } message)
            {
                return [TelegramMessages.Read(_account, message, isEdit: true)];
            }
        }

        return [ConnectorItems.NotAPost];
    }
}
