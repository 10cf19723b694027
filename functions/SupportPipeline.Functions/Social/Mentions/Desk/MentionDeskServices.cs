using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Cases;
using SupportPipeline.Social.Mentions.Trend;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Registers marketing's work with the stream.</summary>
internal static class MentionDeskServices
{
    public static IServiceCollection AddMentionDesk(this IServiceCollection services)
    {
        services.AddSingleton<MentionPages>();
        services.AddSingleton<MentionReading>();
        services.AddSingleton<MentionWork>();
        services.AddSingleton<MentionDesk>();
        services.AddSingleton<MentionCases>();
        services.AddSingleton<MentionConverting>();
        services.AddSingleton<IRecordedMessageWatch, MentionCaseLink>();
        services.AddSingleton<IErasedCaseWatch, MentionErasing>();
        services.AddSingleton<MentionExport>();
        services.AddSingleton<MentionSearches>();
        services.AddSingleton<MentionSearchDesk>();
        services.AddSingleton<MentionCountReader>();
        services.AddSingleton<MentionTrend>();
        return services;
    }
}
