using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportPipeline.Cases;
using SupportPipeline.Social.Mentions;
using SupportPipeline.Social.Replies.Posting;

namespace SupportPipeline.Social.Replies;

/// <summary>Registers public replies.</summary>
internal static class PublicRepliesServices
{
    public static IServiceCollection AddPublicReplies(this IServiceCollection services)
    {
        services
            .AddOptions<PublicRepliesOptions>()
            .BindConfiguration(PublicRepliesOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<PublicRepliesOptions>, PublicRepliesOptionsValidation>();
        services.AddSingleton<ReplySuggesting>();
        services.AddSingleton<ReplyLooking>();
        services.AddSingleton<PublicReplyDesk>();
        services.AddSingleton<ReplyPauses>();
        services.AddSingleton<IReplyPoster, PlatformPoster>();
        services.AddSingleton<ClosingWord>();
        services.AddSingleton<IClosedCaseWatch>(provider => provider.GetRequiredService<ClosingWord>());
        services.AddSingleton(provider => new PublicReplyDelivery(
            provider.GetRequiredService<MentionStore>(),
            provider.GetRequiredService<IReplyPoster>(),
            provider.GetRequiredService<ReplyPauses>(),
            provider.GetRequiredService<IOptions<PublicRepliesOptions>>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        return services;
    }
}
