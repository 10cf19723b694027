namespace SupportPipeline.Playbook;

/// <summary>The situations the playbook knows; each has a row in <see cref="ScenarioTable"/>.</summary>
public enum Scenario
{
    /// <summary>Nothing special: the message is acknowledged and a person answers.</summary>
    General,

    /// <summary>Something is broken, or a message matches an open incident.</summary>
    Outage,

    /// <summary>A question nobody can answer yet.</summary>
    NotKnownYet,

    /// <summary>We made a mistake, as an agent confirmed.</summary>
    OurMistake,

    /// <summary>The customer misunderstood something.</summary>
    CustomersMistake,

    /// <summary>The customer is very angry.</summary>
    VeryAngry,

    /// <summary>The customer insults staff.</summary>
    Abusive,

    /// <summary>The customer threatens somebody, or themselves.</summary>
    Threat,

    /// <summary>The customer asks for something we cannot give.</summary>
    RequestNotPossible,

    /// <summary>The customer wants to end something.</summary>
    Cancellation,

    /// <summary>The customer wants money back.</summary>
    Refund,

    /// <summary>The customer may be leaving quietly.</summary>
    LeavingQuietly,

    /// <summary>The customer brings an idea.</summary>
    Suggestion,

    /// <summary>The customer praises us.</summary>
    Praise,

    /// <summary>An agent thinks the case is solved.</summary>
    Solved,

    /// <summary>The customer says that it is.</summary>
    Thanks,

    /// <summary>The customer says that it is not.</summary>
    StillBroken,

    /// <summary>The customer names a feature nobody knows.</summary>
    UnknownFeature,

    /// <summary>The customer wants no more mail.</summary>
    Unsubscribe,

    /// <summary>The customer's own word closed the case.</summary>
    ConfirmedClose,

    /// <summary>The customer bought something a while ago.</summary>
    AfterPurchase,

    /// <summary>A day of the customer's own.</summary>
    PersonalDay,
}
