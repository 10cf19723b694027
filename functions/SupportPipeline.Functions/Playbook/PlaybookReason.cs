namespace SupportPipeline.Playbook;

/// <summary>Why the playbook decided something; part of the closed list of <see cref="Platform.ReasonCode"/>.</summary>
public static class PlaybookReason
{
    // What was recognised

    /// <summary>The message reports that something is broken.</summary>
    public const string ReportsOutage = "reports-outage";

    /// <summary>The message names a component of an open incident.</summary>
    public const string MatchesIncident = "matches-incident";

    /// <summary>The customer is very angry.</summary>
    public const string VeryAngry = "very-angry";

    /// <summary>The message insults staff.</summary>
    public const string AbusiveConduct = "abusive-conduct";

    /// <summary>The customer went on insulting after we asked to stop.</summary>
    public const string AbusiveAgain = "abusive-again";

    /// <summary>The customer's record says that they insulted staff lately: no automatic mail but the acknowledgement.</summary>
    public const string CustomerFlagged = "customer-flagged";

    /// <summary>The customer threatens with law.</summary>
    public const string LegalThreat = "legal-threat";

    /// <summary>The customer threatens with violence.</summary>
    public const string PhysicalThreat = "physical-threat";

    /// <summary>The customer may harm themselves.</summary>
    public const string SelfHarmRisk = "self-harm-risk";

    /// <summary>The customer wants to end something.</summary>
    public const string WantsToCancel = "wants-to-cancel";

    /// <summary>The customer wants money back.</summary>
    public const string WantsRefund = "wants-refund";

    /// <summary>The customer may be leaving quietly.</summary>
    public const string LeavingQuietly = "leaving-quietly";

    /// <summary>The customer brings an idea.</summary>
    public const string BringsIdea = "brings-idea";

    /// <summary>The customer praises us.</summary>
    public const string PraisesUs = "praises-us";

    /// <summary>The customer wants no more mail.</summary>
    public const string WantsNoMail = "wants-no-mail";

    /// <summary>The customer says that it is solved.</summary>
    public const string SaysSolved = "says-solved";

    /// <summary>The customer says that it is not solved.</summary>
    public const string SaysNotSolved = "says-not-solved";

    /// <summary>The customer writes again in a case that was solved or closed; somebody has to read it.</summary>
    public const string WritesAgain = "writes-again";

    /// <summary>It is the second time or more that the customer says so.</summary>
    public const string ReopenedAgain = "reopened-again";

    /// <summary>The customer asks about something that is not in the list of products and components.</summary>
    public const string UnknownProductTerm = "unknown-product-term";

    /// <summary>An agent marked the case so.</summary>
    public const string AgentMark = "agent-mark";

    /// <summary>The case was reopened so often without an agent's work that a supervisor has to look instead.</summary>
    public const string ReopeningCapReached = "reopening-cap-reached";

    // Why it is followed by this

    /// <summary>An answer was promised by a time.</summary>
    public const string AnswerPromised = "answer-promised";

    /// <summary>A service goal of the organisation.</summary>
    public const string ServiceGoal = "service-goal";

    /// <summary>The playbook schedules it for this scenario.</summary>
    public const string PlaybookSchedule = "playbook-schedule";

    /// <summary>A supervisor sees every case of this kind.</summary>
    public const string SupervisorLooks = "supervisor-looks";

    /// <summary>The sentiment of the case is getting worse.</summary>
    public const string MoodWorsening = "mood-worsening";

    /// <summary>Triage was not sure; a person looks.</summary>
    public const string TriageUnsure = "triage-unsure";

    /// <summary>The customer's wait, repeated contact, reach or worsening mood made the case more urgent than the words alone.</summary>
    public const string UrgencyRaised = "urgency-raised";

    // Why it is not done

    /// <summary>One answer per message: another reply goes out already.</summary>
    public const string AnsweredAlready = "answered-already";

    /// <summary>After a threat or an insult, and to somebody very angry, no further automatic mail is sent.</summary>
    public const string NoFurtherAutomaticMail = "no-further-automatic-mail";

    /// <summary>The organisation has switched this template off.</summary>
    public const string TemplateOff = "template-off";

    /// <summary>The organisation wants a person to look at it first, or it is never sent by a machine.</summary>
    public const string PersonSends = "person-sends";

    /// <summary>The case is not marked as solved, so the customer's thanks closes nothing.</summary>
    public const string NotMarkedSolved = "not-marked-solved";

    /// <summary>An agent thinks that it is solved; only the customer's word closes the case.</summary>
    public const string OnlyCustomerCloses = "only-customer-closes";

    /// <summary>The customer was told about this incident before.</summary>
    public const string ToldOfIncident = "told-of-incident";

    /// <summary>There is no open incident to link the report to.</summary>
    public const string NoOpenIncident = "no-open-incident";

    /// <summary>Nobody is surveyed after praise.</summary>
    public const string NoSurveyAfterPraise = "no-survey-after-praise";

    /// <summary>Only an agent can say that a request cannot be met.</summary>
    public const string AgentDecides = "agent-decides";

    /// <summary>The courtesy check found something that blocks sending.</summary>
    public const string CourtesyBlocked = "courtesy-blocked";

    /// <summary>It was said in public and there is no address: a person answers it where it was said.</summary>
    public const string AnsweredInPublic = "answered-in-public";

    /// <summary>Every code.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        AnsweredInPublic,
        ReportsOutage,
        MatchesIncident,
        VeryAngry,
        AbusiveConduct,
        AbusiveAgain,
        LegalThreat,
        PhysicalThreat,
        SelfHarmRisk,
        WantsToCancel,
        WantsRefund,
        LeavingQuietly,
        BringsIdea,
        PraisesUs,
        WantsNoMail,
        SaysSolved,
        SaysNotSolved,
        WritesAgain,
        ReopenedAgain,
        ReopeningCapReached,
        ServiceGoal,
        UnknownProductTerm,
        AgentMark,
        AnswerPromised,
        PlaybookSchedule,
        SupervisorLooks,
        MoodWorsening,
        TriageUnsure,
        UrgencyRaised,
        AnsweredAlready,
        NoFurtherAutomaticMail,
        TemplateOff,
        PersonSends,
        NotMarkedSolved,
        OnlyCustomerCloses,
        ToldOfIncident,
        NoOpenIncident,
        NoSurveyAfterPraise,
        AgentDecides,
        CourtesyBlocked,
        CustomerFlagged,
    ];
}
