using System.Text.Json;
using System.Text.Json.Serialization;
using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>A public mention that somebody made a message of a case: what is kept of it in place of a mail.</summary>
/// <param name="MentionId">The mention.</param>
/// <param name="Platform">Where it was made; the kind of the author's identity in the records of customers.</param>
/// <param name="Account">The author's account there. Personal data: never log it.</param>
/// <param name="Name">What the author calls themselves.</param>
/// <param name="Text">What was said.</param>
/// <param name="Language">The language, BCP 47, or <c>und</c>.</param>
internal sealed record SocialMessage(string MentionId, string Platform, string Account, string? Name, string Text, string Language)
{
    /// <summary>The channel in <see cref="MessageReceived"/> and in the case.</summary>
    public const string Channel = "social";

    private const int MaxSubject = 80;
    private const string ExternalIdPrefix = "social:";

    /// <summary>What the mention is called among external message ids; the same mention is the same message.</summary>
    public static string ExternalIdOf(string mentionId) => ExternalIdPrefix + mentionId;

    /// <summary>The mention that a message of a case was; null when it was none.</summary>
    public static string? MentionIdOf(string channel, string? externalId) =>
        channel == Channel && externalId?.StartsWith(ExternalIdPrefix, StringComparison.Ordinal) == true
            ? externalId[ExternalIdPrefix.Length..]
            : null;

    /// <summary>As the neutral record of a message. It has no address, so no mail can answer it.</summary>
    public InboundEmail ToEmail(TimeOrderedId id) =>
        new()
        {
            Id = id,
            From = null,
            Social = this,
            OtherRecipients = [],
            EnvelopeTo = [],
            AllRecipients = [],
            Subject = StoredText.CleanLine(Text.Split('\n', 2)[0], MaxSubject),
            MessageId = ExternalIdOf(MentionId),
            Ancestors = [],
            ReferenceChain = [],
            Text = Text,
            OwnWords = Text,
            Fingerprint = StableHash.Of(MentionId),
            Language = Language,
            Automatic = null,
            Attachments = [],
            Problems = [],
        };
}

/// <summary>The JSON of mentions that became messages.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SocialMessage))]
internal sealed partial class SocialMessageJson : JsonSerializerContext;
