using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Testing;

/// <summary>Builds normalised emails with readable defaults.</summary>
internal static class Emails
{
    public static EmailAddress Address(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new FormatException(text);

    public static InboundEmail From(string address, string? name = "Mia Jones") =>
        new()
        {
            Id = Ids.Next(),
            From = new(name, Address(address)),
            OtherRecipients = [],
            EnvelopeTo = [Address("support@desk.example")],
            AllRecipients = [Address("support@desk.example")],
            Subject = "Blender stopped",
            MessageId = "first@mail.example",
            Ancestors = [],
            ReferenceChain = [],
            Text = "It died after a week.",
            OwnWords = "It died after a week.",
            Fingerprint = "0123456789abcdef0123456789abcdef",
            Language = "en",
            Automatic = null,
            Attachments = [],
            Problems = [],
        };
}
