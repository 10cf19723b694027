using Microsoft.Extensions.DependencyInjection;

namespace SupportPipeline.Outages.Notices;

/// <summary>Registers notices.</summary>
internal static class NoticesServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddOptions<NoticesOptions>().BindConfiguration(NoticesOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<NoticeStore>();
        services.AddSingleton<SliceStore>();
        services.AddSingleton<NoticeMailWriter>();
        services.AddSingleton<SliceHolding>();
        services.AddSingleton<SliceRate>();
        services.AddSingleton<SliceParts>();
        services.AddSingleton<SliceJudging>();
        services.AddSingleton<SliceDelivery>();
        services.AddSingleton<SliceSending>();
        services.AddSingleton<NoticeHistory>();
        services.AddSingleton<NoticeExclusions>();
        services.AddSingleton<NoticeAudience>();
        services.AddSingleton<NoticeFreezing>();
        services.AddSingleton<NoticeDrafting>();
        services.AddSingleton<NoticePreviewing>();
        services.AddSingleton<NoticeStarting>();
        services.AddSingleton<NoticeActs>();
        services.AddSingleton<NoticeReading>();
        services.AddSingleton<NoticeCaller>();
        services.AddSingleton<NoticeDesk>();
        services.AddSingleton<NoticeAlerts>();
        services.AddSingleton<NoticeSweep>();
        services.AddSingleton<NoticeTesting>();
        services.AddSingleton<NoticeNews>();
        return services;
    }
}
