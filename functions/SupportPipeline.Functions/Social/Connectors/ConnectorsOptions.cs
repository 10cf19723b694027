using System.ComponentModel.DataAnnotations;
using SupportPipeline.Social.Connectors.Generic;

namespace SupportPipeline.Social.Connectors;

/// <summary>The platforms we listen to. Configuration section <c>Social</c>; a connector without its secret does not exist for the outside.</summary>
public sealed class ConnectorsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Social";

    /// <summary>Whether connectors without a secret accept unsigned deliveries. Default false; the local host sets it.</summary>
    public bool AllowUnsigned { get; set; }

    /// <summary>The largest payload accepted, in bytes. Default 1 MiB; Meta sends up to 1,000 changes at once.</summary>
    [Range(1_024, 16_777_216)]
    public int MaxPayloadBytes { get; set; } = 1_048_576;

    /// <summary>X.</summary>
    public XConnectorOptions X { get; set; } = new();

    /// <summary>Facebook, Instagram and Threads, which share an app.</summary>
    public MetaConnectorOptions Meta { get; set; } = new();

    /// <summary>Telegram.</summary>
    public TelegramConnectorOptions Telegram { get; set; } = new();

    /// <summary>VK.</summary>
    public VkConnectorOptions Vk { get; set; } = new();

    /// <summary>LINE.</summary>
    public LineConnectorOptions Line { get; set; } = new();

    /// <summary>What tools pass on.</summary>
    public GenericConnectorOptions Generic { get; set; } = new();
}

/// <summary>Section <c>Social:X</c>.</summary>
public sealed class XConnectorOptions
{
    /// <summary>The app's consumer secret (API secret key): signs deliveries and answers the challenge-response check.</summary>
    public string ConsumerSecret { get; set; } = "";

    /// <summary>The user ids of our own accounts; what they write is dropped.</summary>
    public IList<string> OwnAccounts { get; set; } = [];
}

/// <summary>Section <c>Social:Meta</c>.</summary>
public sealed class MetaConnectorOptions
{
    /// <summary>The app secret: signs deliveries.</summary>
    public string AppSecret { get; set; } = "";

    /// <summary>
    /// Secrets of further apps that deliver here. Instagram login and Threads have secrets of their own beside the app's; while a secret is being
    /// changed the old one stands here too. They count only beside <see cref="AppSecret"/>.
    /// </summary>
    public IList<string> OtherAppSecrets { get; set; } = [];

    /// <summary>What was entered as verify token; the handshake is refused without it.</summary>
    public string VerifyToken { get; set; } = "";

    /// <summary>The ids, for Threads the user names too, of our own pages and accounts, beside the one a delivery is for; what they write is dropped.</summary>
    public IList<string> OwnAccounts { get; set; } = [];
}

/// <summary>Section <c>Social:Telegram</c>.</summary>
public sealed class TelegramConnectorOptions
{
    /// <summary>What <c>setWebhook</c> was given as <c>secret_token</c>, 1 to 256 of <c>A-Za-z0-9_-</c>.</summary>
    public string SecretToken { get; set; } = "";

    /// <summary>The bot's user name without @; what names it is addressed to us.</summary>
    public string BotName { get; set; } = "";

    /// <summary>The ids of our own channels, groups and people; what they write is dropped. A channel's and a group's id has a minus.</summary>
    public IList<string> OwnAccounts { get; set; } = [];
}

/// <summary>Section <c>Social:Vk</c>.</summary>
public sealed class VkConnectorOptions
{
    /// <summary>The secret key of the callback server.</summary>
    public string Secret { get; set; } = "";

    /// <summary>The string that confirms the server.</summary>
    public string Confirmation { get; set; } = "";

    /// <summary>The id of our community, without a minus.</summary>
    public long GroupId { get; set; }
}

/// <summary>Section <c>Social:Line</c>.</summary>
public sealed class LineConnectorOptions
{
    /// <summary>The channel secret.</summary>
    public string ChannelSecret { get; set; } = "";
}
