using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Cases.Agents;
using SupportPipeline.Intake;

namespace SupportPipeline.Cases;

/// <summary>Registers cases.</summary>
internal static class CasesServices
{
    public static IServiceCollection AddCases(this IServiceCollection services)
    {
        services.AddOptions<CasesOptions>().BindConfiguration(CasesOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CaseTokens>();
        services.AddSingleton<CaseStore>();
        services.AddSingleton<CaseViewStore>();
        services.AddSingleton<CaseNumberSequence>();
        services.AddSingleton<ThreadStore>();
        services.AddSingleton<ThreadFinder>();
        services.AddSingleton<SenderGrouping>();
        services.AddSingleton<MessageReader>();
        services.AddSingleton<MessagePlacing>();
        services.AddSingleton<MessageDecision>();
        services.AddSingleton<MessageRecorder>();
        services.AddSingleton<BouncedReplies>();
        services.AddSingleton<MessageDispatch>();
        services.AddSingleton(provider => new MessageProcessor(
            provider.GetRequiredService<MessageReader>(),
            provider.GetRequiredService<MessagePlacing>(),
            provider.GetRequiredService<MessageRecorder>(),
            provider.GetRequiredService<MessageDispatch>(),
            provider.GetServices<IRecordedMessageWatch>()
        ));
        services.AddSingleton<Outbox>();
        services.AddSingleton<CaseDays>();
        services.AddSingleton<IncidentCases>();
        services.AddSingleton(provider => new CaseNotes(
            provider.GetRequiredService<CaseViewStore>(),
            provider.GetRequiredService<CaseDays>(),
            provider.GetServices<IClosedCaseWatch>()
        ));
        services.AddSingleton<CaseDispatch>();
        services.AddSingleton<CaseWork>();
        services.AddSingleton<CaseReplies>();
        services.AddSingleton<CaseFinder>();
        services.AddSingleton<CaseReading>();
        services.AddSingleton<AgentRequestReader>();
        services.AddSingleton<CaseDesk>();
        services.AddSingleton<ReplyChecking>();
        services.AddSingleton<ReplyActs>();
        services.AddSingleton<MarkActs>();
        services.AddSingleton<CaseMarking>();
        services.AddSingleton<CaseMerging>();
        services.AddSingleton<CaseSplitting>();
        services.AddSingleton<HeldMessages>();
        services.AddSingleton<CaseRelease>();
        services.AddSingleton(provider => new CaseErasure(
            provider.GetRequiredService<CaseStore>(),
            provider.GetRequiredService<CaseViewStore>(),
            provider.GetRequiredService<InboundEmails>(),
            provider.GetServices<IErasedCaseWatch>()
        ));
        services.AddSingleton<ToldReplies>();
        return services;
    }
}
