using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Social.Brands;
using SupportPipeline.Social.Copies;
using SupportPipeline.Social.Receiving;

namespace SupportPipeline.Social.Mentions;

/// <summary>Registers mentions.</summary>
internal static class MentionsServices
{
    public static IServiceCollection AddMentions(this IServiceCollection services)
    {
        services.AddOptions<ReceivingOptions>().BindConfiguration(ReceivingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<BrandsOptions>().BindConfiguration(BrandsOptions.Section).ValidateOnStart();
        services.AddSingleton<SocialBrands>();
        services.AddSingleton<MentionStore>();
        services.AddSingleton<MentionIds>();
        services.AddSingleton<MentionLedger>();
        services.AddSingleton<CopyLedger>();
        services.AddSingleton<CopyBook>();
        services.AddSingleton<DeliveryKeeping>();
        services.AddSingleton<IMentionIntake>(provider => provider.GetRequiredService<DeliveryKeeping>());
        services.AddSingleton<MentionClaims>();
        services.AddSingleton<MentionMaking>();
        services.AddSingleton<MentionChanging>();
        services.AddSingleton<MentionSources>();
        services.AddSingleton(provider => new MentionProcessor(
            provider.GetRequiredService<MentionSources>(),
            provider.GetRequiredService<MentionMaking>(),
            provider.GetRequiredService<MentionChanging>(),
            provider.GetServices<IMentionWatch>()
        ));
        services.AddSingleton<SocialReceiver>();
        return services;
    }
}
