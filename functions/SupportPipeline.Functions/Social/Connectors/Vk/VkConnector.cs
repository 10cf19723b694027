using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace SupportPipeline.Social.Connectors.Vk;

/// <summary>
/// VK's Callback API: one event a delivery, with the secret in the body. The handshake is an event too, and every accepted delivery must be answered
/// <c>ok</c>, or VK sends it again.
/// </summary>
internal sealed class VkConnector(IOptions<ConnectorsOptions> options) : ISocialConnector
{
    private readonly VkConnectorOptions _options = options.Value.Vk;
    private readonly bool _allowUnsigned = options.Value.AllowUnsigned;

    /// <inheritdoc/>
    public string Name => "vk";

    /// <inheritdoc/>
    public bool IsEnabled => _options.Secret.Length > 0 || _allowUnsigned;

    /// <inheritdoc/>
    public string? Acknowledgement => "ok";

    private static ConnectorVerdict GroupWrong { get; } =
        new ConnectorVerdict.Failed(StatusCodes.Status403Forbidden, "group-wrong", "The delivery is not of our community.");

    /// <inheritdoc/>
    public IResult? Answer(IQueryCollection query) => null;

    /// <inheritdoc/>
    public ConnectorVerdict Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        PayloadNode root;
        try
        {
            root = PayloadNode.Parse(body);
        }
        catch (JsonException)
        {
            // Whose it is cannot be told; unsigned deliveries are refused when they are read.
            return _options.Secret.Length > 0 ? ConnectorItems.SecretWrong : ConnectorVerdict.Genuine;
        }

        var isOurs = root["group_id"].Whole == _options.GroupId;
        if (root["type"].Text == "confirmation")
        {
            return _options.GroupId > 0 && isOurs && _options.Confirmation.Length > 0
                ? new ConnectorVerdict.Answered(Results.Text(_options.Confirmation, "text/plain"))
                : GroupWrong;
        }

        var isGenuine = _options.Secret.Length > 0 ? Signatures.IsSecret(_options.Secret, root["secret"].Text) : _allowUnsigned;
        if (!isGenuine)
        {
            return ConnectorItems.SecretWrong;
        }

        return _options.GroupId > 0 && !isOurs ? GroupWrong : ConnectorVerdict.Genuine;
    }

    /// <inheritdoc/>
    public IReadOnlyList<SocialEvent> Read(ReadOnlyMemory<byte> body)
    {
        var root = PayloadNode.Parse(body.Span);
        if (root["type"].Text is not { } type || root["group_id"].Whole is not ({ } group and > 0 and < 1_000_000_000_000))
        {
            throw new FormatException("A delivery of VK has a 'type' and a 'group_id'.");
        }

        var community = (-group).ToString(CultureInfo.InvariantCulture);
        return [VkComments.Read(community, type, root["object"]) ?? VkPosts.Read(community, type, root["object"])];
    }
}
