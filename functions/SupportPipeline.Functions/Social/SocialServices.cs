using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Social.Alerts;
using SupportPipeline.Social.Connectors;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Mentions.Desk;
using SupportPipeline.Social.Polling;
using SupportPipeline.Social.Replies;

namespace SupportPipeline.Social;

/// <summary>Registers the public stream: connectors, mentions, alerts and public replies.</summary>
internal static class SocialServices
{
    public static IServiceCollection AddSocial(this IServiceCollection services) =>
        services.AddConnectors().AddPolling().AddMentions().AddMentionDesk().AddAlerts().AddPublicReplies();
}
