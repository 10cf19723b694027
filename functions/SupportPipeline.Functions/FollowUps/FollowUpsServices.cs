using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.FollowUps.Agents;
using SupportPipeline.FollowUps.Greetings;
using SupportPipeline.FollowUps.Purchases;
using SupportPipeline.FollowUps.Surveys;
using SupportPipeline.FollowUps.Waiting;

namespace SupportPipeline.FollowUps;

/// <summary>Registers follow-ups.</summary>
internal static class FollowUpsServices
{
    public static IServiceCollection AddFollowUps(this IServiceCollection services)
    {
        services.AddOptions<FollowUpsOptions>().BindConfiguration(FollowUpsOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<FollowUpStore>();
        services.AddSingleton<FollowUpSchedule>();
        services.AddSingleton<FollowUpSweep>();
        services.AddSingleton(FollowUpSweep.Job);
        services.AddSingleton<FollowUpDecision>();
        services.AddSingleton<FollowUpProcessor>();
        services.AddOptions<SurveysOptions>().BindConfiguration(SurveysOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<PurchasesOptions>().BindConfiguration(PurchasesOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<CustomerStandings>();
        services.AddSingleton<QuietCases>();
        services.AddSingleton<SurveyInputs>();
        services.AddSingleton<SurveyLinks>();
        services.AddSingleton<SurveyStore>();
        services.AddSingleton<SurveySending>();
        services.AddSingleton<SurveyDesk>();
        services.AddSingleton<PurchaseSetup>();
        services.AddSingleton<PurchaseStore>();
        services.AddSingleton<PurchaseDesk>();
        services.AddSingleton<PurchaseCheckIns>();
        services.AddSingleton<GreetingInputs>();
        services.AddSingleton<GreetingStore>();
        services.AddSingleton<UnsubscribeLinks>();
        services.AddSingleton<UnsubscribeDesk>();
        services.AddSingleton<CustomerGreetings>();
        services.AddSingleton<MailsOutsideCases>();
        services.AddSingleton<ScheduledList>();
        services.AddSingleton<WaitingListStore>();
        services.AddSingleton<WaitingLists>();
        services.AddSingleton<WaitingListDesk>();
        return services;
    }
}
