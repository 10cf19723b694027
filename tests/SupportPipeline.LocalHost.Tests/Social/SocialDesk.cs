using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Social;

/// <summary>A desk that knows the secrets of every platform and takes nothing unsigned.</summary>
public sealed class SocialDesk : SharedDesk
{
    private protected override LocalHostOptions Configure(LocalHostOptions options) =>
        With(
            options,
            ("Social:AllowUnsigned", "false"),
            ("Social:X:ConsumerSecret", PlatformKeys.X),
            ("Social:Meta:AppSecret", PlatformKeys.Meta),
            ("Social:Meta:VerifyToken", PlatformKeys.MetaVerifyToken),
            ("Social:Telegram:SecretToken", PlatformKeys.Telegram),
            ("Social:Telegram:BotName", "HarbourBikesBot"),
            ("Social:Vk:Secret", PlatformKeys.Vk),
            ("Social:Vk:Confirmation", PlatformKeys.VkConfirmation),
            ("Social:Vk:GroupId", "12345"),
            ("Social:Line:ChannelSecret", PlatformKeys.Line)
        );
}
