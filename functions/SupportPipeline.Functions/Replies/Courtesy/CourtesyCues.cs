namespace SupportPipeline.Replies.Courtesy;

/// <summary>The names that the courtesy cue files may use: <c>[courtesy thanks]</c>.</summary>
internal static class CourtesyCues
{
    /// <summary>A phrase that means nothing here; it hides shorter cues inside it.</summary>
    public const string Fine = "fine";

    // What a good text has.
    public const string Greeting = "greeting";
    public const string SignOff = "sign-off";
    public const string Thanks = "thanks";
    public const string Apology = "apology";
    public const string Empathy = "empathy";
    public const string Promise = "promise";
    public const string Condition = "condition";
    public const string Time = "time";
    public const string Positive = "positive";
    public const string Alternative = "alternative";
    public const string HelpOffer = "help-offer";
    public const string Confirmation = "confirmation";
    public const string Solution = "solution";

    // What it should not have.
    public const string VagueTime = "vague-time";
    public const string DeadEnd = "dead-end";
    public const string Ignorance = "ignorance";
    public const string Refusal = "refusal";
    public const string Accusation = "accusation";
    public const string Blame = "blame";
    public const string PlayDown = "play-down";
    public const string Retaliation = "retaliation";
    public const string Persuasion = "persuasion";
    public const string Survey = "survey";
    public const string AskAgain = "ask-again";
    public const string Jargon = "jargon";
    public const string FormLetter = "form-letter";

    /// <summary>Every name.</summary>
    public static readonly string[] All =
    [
        Fine,
        Greeting,
        SignOff,
        Thanks,
        Apology,
        Empathy,
        Promise,
        Condition,
        Time,
        Positive,
        Alternative,
        HelpOffer,
        Confirmation,
        Solution,
        VagueTime,
        DeadEnd,
        Ignorance,
        Refusal,
        Accusation,
        Blame,
        PlayDown,
        Retaliation,
        Persuasion,
        Survey,
        AskAgain,
        Jargon,
        FormLetter,
    ];

    /// <summary>Words that say nothing of what an apology is for.</summary>
    public const string Filler = "filler";

    /// <summary>Words of every day; one of them in capitals is shouted, not an abbreviation.</summary>
    public const string Everyday = "everyday";
}
