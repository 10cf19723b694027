namespace SupportPipeline.Replies.Courtesy;

/// <summary>What the courtesy check can find; docs/courtesy.md lists them with their severities. In JSON and in files in kebab case.</summary>
public enum CourtesyCode
{
    /// <summary>An email begins without a greeting.</summary>
    MissingGreeting,

    /// <summary>The customer's name is known and not used.</summary>
    MissingName,

    /// <summary>The customer is unhappy and the text does not show that this was heard.</summary>
    MissingEmpathy,

    /// <summary>The scenario demands an apology and there is none.</summary>
    MissingApology,

    /// <summary>An apology that does not say what for, or not what happens next.</summary>
    EmptyApology,

    /// <summary>No thanks.</summary>
    MissingThanks,

    /// <summary>The scenario demands an offer of further help and there is none.</summary>
    MissingHelpOffer,

    /// <summary>The scenario demands a question whether it is solved and there is none.</summary>
    MissingConfirmation,

    /// <summary>Something is promised and no time is named.</summary>
    MissingTime,

    /// <summary>"Soon" without a time.</summary>
    VagueTime,

    /// <summary>"We do not know", with nothing after it.</summary>
    DeadEnd,

    /// <summary>Admits not to know our own product.</summary>
    Ignorance,

    /// <summary>A no, with nothing that is possible.</summary>
    BareRefusal,

    /// <summary>A no before what is possible.</summary>
    RefusalFirst,

    /// <summary>A no without an alternative where the scenario demands one.</summary>
    MissingAlternative,

    /// <summary>Tells the customer that it was their fault.</summary>
    Accusation,

    /// <summary>Blames a colleague or another company.</summary>
    Blame,

    /// <summary>Makes the problem smaller than it is.</summary>
    PlayDown,

    /// <summary>Insults, sarcasm, or an answer in the customer's tone.</summary>
    Retaliation,

    /// <summary>Tries to keep somebody who wants to leave.</summary>
    Persuasion,

    /// <summary>Asks for a rating where none belongs.</summary>
    Survey,

    /// <summary>Asks again for what was already told.</summary>
    AskAgain,

    /// <summary>To an angry customer: a solution before the feeling was acknowledged.</summary>
    SolutionFirst,

    /// <summary>Capitals or rows of exclamation marks.</summary>
    Shouting,

    /// <summary>A word from our workshop, or an abbreviation that nobody explained.</summary>
    Jargon,

    /// <summary>A phrase that everyone has read a hundred times.</summary>
    FormLetter,

    /// <summary>Longer than the channel takes.</summary>
    TooLong,

    /// <summary>A sentence that is hard to follow.</summary>
    LongSentence,

    /// <summary>Something that should have been filled in.</summary>
    Placeholder,

    /// <summary>An address, a number or an account of somebody else; in public, of anybody.</summary>
    PersonalData,

    /// <summary>Another language than the one announced.</summary>
    WrongLanguage,
}

/// <summary>How much a finding weighs.</summary>
public enum CourtesySeverity
{
    /// <summary>Worth a thought.</summary>
    Hint,

    /// <summary>Should be changed; it only shows.</summary>
    Warn,

    /// <summary>Stops an automatic send and asks an agent to confirm.</summary>
    Block,
}
