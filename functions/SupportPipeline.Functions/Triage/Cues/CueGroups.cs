namespace SupportPipeline.Triage.Cues;

/// <summary>The named sets of words, and the built-in classes, by number.</summary>
internal sealed class CueGroups
{
    /// <summary>The classes every language has, in the order of their numbers.</summary>
    public static readonly string[] BuiltIn = ["number", "money", "mention", "hashtag", "url"];

    /// <summary>The groups the rules know.</summary>
    public const string Joke = "joke";
    public const string Situation = "situation";
    public const string Staff = "staff";
    public const string SecondPerson = "second-person";
    public const string Insult = "insult";
    public const string Profanity = "profanity";
    public const string QuestionWord = "question-word";
    public const string Waiting = "waiting";
    public const string Self = "self";
    public const string Sarcasm = "sarcasm";
    public const string Resolver = "resolver";

    /// <summary>The classes and groups that are always there; they have the first numbers.</summary>
    public static readonly string[] Known =
    [
        .. BuiltIn,
        Joke,
        Situation,
        Staff,
        SecondPerson,
        Insult,
        Profanity,
        QuestionWord,
        Waiting,
        Self,
        Sarcasm,
        Resolver,
    ];

    private readonly List<string> _names = [.. Known];

    public IReadOnlyList<string> Names => _names;

    /// <summary>The number of a group, or -1 when no file names it.</summary>
    public int IndexOfKnown(string name) => _names.IndexOf(name);

    /// <summary>The number of a group, which comes into being when it is named for the first time.</summary>
    public int IndexOf(string name)
    {
        var index = _names.IndexOf(name);
        if (index < 0)
        {
            index = _names.Count;
            _names.Add(name);
        }

        return index;
    }
}
