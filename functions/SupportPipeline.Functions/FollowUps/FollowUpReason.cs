namespace SupportPipeline.FollowUps;

/// <summary>Why something was or was not done in the later life of a case; part of the closed list of <see cref="Platform.ReasonCode"/>.</summary>
public static class FollowUpReason
{
    /// <summary>Its time has not come by the clock of the server that looked.</summary>
    public const string NotDueYet = "not-due-yet";

    /// <summary>No service goal of the case is close to being breached.</summary>
    public const string GoalNotAtRisk = "goal-not-at-risk";

    /// <summary>A service goal will soon be breached.</summary>
    public const string GoalAtRisk = "goal-at-risk";

    /// <summary>A service goal is breached.</summary>
    public const string GoalBreached = "goal-breached";

    /// <summary>The case is held; nothing goes out of it by itself.</summary>
    public const string CaseIsHeld = "case-is-held";

    /// <summary>The case was joined into another one.</summary>
    public const string CaseIsMerged = "case-is-merged";

    /// <summary>Nobody closes a case before its customer was warned, and had a day to answer.</summary>
    public const string NotWarnedYet = "not-warned-yet";

    /// <summary>What the customer waited for is available.</summary>
    public const string ItemAvailable = "item-available";

    /// <summary>The customer was told before.</summary>
    public const string ToldBefore = "told-before";

    /// <summary>The customer rated our help.</summary>
    public const string SurveyAnswered = "survey-answered";

    /// <summary>The customer rated our help badly; a supervisor looks.</summary>
    public const string SurveyDetractor = "survey-detractor";

    /// <summary>The customer's word closed the case, so the customer is asked how we did.</summary>
    public const string ConfirmedClose = "confirmed-close";

    /// <summary>The case was not closed by the customer's own word.</summary>
    public const string NotConfirmed = "not-confirmed";

    /// <summary>The case was not drawn for the sample.</summary>
    public const string NotSampled = "not-sampled";

    /// <summary>The customer was asked not long ago.</summary>
    public const string SurveyCooldown = "survey-cooldown";

    /// <summary>The customer is flagged as abusive.</summary>
    public const string CustomerAbusive = "customer-abusive";

    /// <summary>The customer is a colleague.</summary>
    public const string CustomerInternal = "customer-internal";

    /// <summary>The customer does not want such mail, or never agreed to it.</summary>
    public const string NoConsent = "no-consent";

    /// <summary>The customer has another open case.</summary>
    public const string OtherCaseOpen = "other-case-open";

    /// <summary>The case belongs to an incident that is still open.</summary>
    public const string IncidentOpen = "incident-open";

    /// <summary>Nobody but machines wrote in the case.</summary>
    public const string OnlyAutomatic = "only-automatic";

    /// <summary>There is nobody to write to.</summary>
    public const string NobodyToWriteTo = "nobody-to-write-to";

    /// <summary>The address under which customers reach our pages is not configured.</summary>
    public const string NoPublicAddress = "no-public-address";

    /// <summary>The day of the greeting has passed, or its date is not known.</summary>
    public const string GreetingDayPassed = "greeting-day-passed";

    /// <summary>Something was bought a while ago.</summary>
    public const string BoughtSomething = "bought-something";

    /// <summary>It is the customer's day.</summary>
    public const string PersonalDay = "personal-day";

    /// <summary>Every code.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        NotDueYet,
        GoalNotAtRisk,
        GoalAtRisk,
        GoalBreached,
        CaseIsHeld,
        CaseIsMerged,
        NotWarnedYet,
        ItemAvailable,
        ToldBefore,
        SurveyAnswered,
        SurveyDetractor,
        ConfirmedClose,
        NotConfirmed,
        NotSampled,
        SurveyCooldown,
        CustomerAbusive,
        CustomerInternal,
        NoConsent,
        OtherCaseOpen,
        IncidentOpen,
        OnlyAutomatic,
        NobodyToWriteTo,
        NoPublicAddress,
        GreetingDayPassed,
        BoughtSomething,
        PersonalDay,
    ];
}
