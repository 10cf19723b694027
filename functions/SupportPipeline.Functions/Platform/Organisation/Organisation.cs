using System.Globalization;
using System.Text.Json;

namespace SupportPipeline.Platform;

/// <summary>Who we are and how we work: the checked form of <see cref="OrganisationFile"/>. Immutable.</summary>
public sealed class Organisation
{
    /// <summary>The languages there are templates for.</summary>
    public static IReadOnlyList<string> KnownLanguages { get; } = ["en", "zh-Hans", "zh-Hant", "ru"];

    private static readonly (TimeSpan AnswerWithin, bool AroundTheClock)[] DefaultGoals =
    [
        (TimeSpan.FromHours(2), true),
        (TimeSpan.FromHours(4), false),
        (TimeSpan.FromHours(8), false),
        (TimeSpan.FromHours(16), false),
    ];

    private readonly OrganisationFile _file;
    private readonly GoalEntry[] _goals = new GoalEntry[4];

    /// <summary>Checks a file.</summary>
    /// <exception cref="FormatException">Something in it cannot be; the message names the place.</exception>
    public Organisation(OrganisationFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        _file = file;
        Check(file.Name.Length is >= 1 and <= 100, "name: must have 1 to 100 characters");
        Check(file.Languages.Count > 0, "languages: name at least one");
        CheckLanguages("languages", file.Languages);
        CheckLanguages("defaultLanguage", [file.DefaultLanguage]);
        Check(file.Languages.Contains(file.DefaultLanguage, StringComparer.Ordinal), "defaultLanguage: must be one of the languages");
        Check(file.Teams.Count > 0, "teams: name at least one");
        foreach (var team in file.Teams)
        {
            Check(
                team.Name.Length is >= 1 and <= 40
                    && team.Name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'),
                $"teams: '{team.Name}' is not 1 to 40 small letters, digits and dashes"
            );
            CheckLanguages($"teams.{team.Name}.calledBy", team.CalledBy.Keys);
        }

        CheckLanguages("helplines", file.Helplines.Keys);
        CheckLanguages("jargon", file.Jargon.Keys);
        Check(file.AbusiveFlagDays is >= 1 and <= 365, "abusiveFlagDays: must be from 1 to 365");
        CheckInternal(file);
        Calendar = new BusinessCalendar(file.Calendar);
        ReadGoals(file);
        GoalsFingerprint = StableHash.Of(JsonSerializer.Serialize(file.Calendar), JsonSerializer.Serialize(_goals));
    }

    /// <summary>The desk's name.</summary>
    public string Name => _file.Name;

    /// <summary>The language for customers whose own is none of ours.</summary>
    public string DefaultLanguage => _file.DefaultLanguage;

    /// <summary>When we work.</summary>
    public BusinessCalendar Calendar { get; }

    /// <summary>What we sell, and its parts.</summary>
    public IEnumerable<NamedThing> ProductsAndComponents => _file.Products.Concat(_file.Components);

    /// <summary>How long the flag of an abusive customer stays.</summary>
    public TimeSpan AbusiveFlag => TimeSpan.FromDays(_file.AbusiveFlagDays);

    /// <summary>Who looks after what.</summary>
    public IReadOnlyList<TeamEntry> Teams => _file.Teams;

    /// <summary>What the file says about each template.</summary>
    public IReadOnlyDictionary<string, Automation> Automation => _file.Automation;

    /// <summary>By language, words that customers are not to be bothered with.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Jargon => _file.Jargon;

    /// <summary>The team that gets the cases of our own people; null for the team of the topic.</summary>
    public string? InternalTeam => _file.InternalTeam;

    /// <summary>Whether a mail domain is one of our own, or below one.</summary>
    public bool IsInternal(string domain)
    {
        ArgumentNullException.ThrowIfNull(domain);
        foreach (var own in _file.InternalDomains)
        {
            // The dot keeps notexample.com out of example.com.
            if (
                domain.EndsWith(own, StringComparison.OrdinalIgnoreCase)
                && (domain.Length == own.Length || domain[^(own.Length + 1)] == '.')
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The language in which a customer is answered.</summary>
    public string AnswerLanguage(string customersLanguage) =>
        _file.Languages.Contains(customersLanguage, StringComparer.Ordinal) ? customersLanguage : DefaultLanguage;

    /// <summary>When a person has answered at the latest.</summary>
    public DateTimeOffset AnswerBy(DateTimeOffset receivedAt, int urgency)
    {
        var goal = GoalFor(urgency);
        return After(receivedAt, goal.AnswerWithin, goal);
    }

    /// <summary>The service goals for an urgency, 1 (now) to 4 (whenever).</summary>
    public GoalEntry GoalFor(int urgency) => _goals[Math.Clamp(urgency, 1, 4) - 1];

    /// <summary>The moment when so much of a goal's time has passed: working time, or all time when the goal says so.</summary>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan time, GoalEntry goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return goal.AroundTheClock ? from + time : Calendar.Add(from, time);
    }

    /// <summary>How much of a goal's time lies between two moments.</summary>
    public TimeSpan Between(DateTimeOffset from, DateTimeOffset until, GoalEntry goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return goal.AroundTheClock ? (until > from ? until - from : TimeSpan.Zero) : Calendar.Between(from, until);
    }

    /// <summary>Changes with the calendar and the goals, so that what was computed from them can be told from what is still right.</summary>
    public string GoalsFingerprint { get; }

    /// <summary>The team that gets what no other one claims.</summary>
    public string DefaultTeam => _file.Teams[0].Name;

    /// <summary>The team that looks after a topic.</summary>
    public TeamEntry TeamFor(string topic) =>
        _file.Teams.FirstOrDefault(team => team.Topics.Contains(topic, StringComparer.Ordinal)) ?? _file.Teams[0];

    /// <summary>Where somebody who may harm themselves finds help; null when nothing is configured.</summary>
    public string? HelplineFor(string language) =>
        _file.Helplines.GetValueOrDefault(language) ?? _file.Helplines.GetValueOrDefault(DefaultLanguage);

    private static void CheckInternal(OrganisationFile file)
    {
        foreach (var domain in file.InternalDomains)
        {
            Check(EmailAddress.TryParse("x@" + domain, out _), $"internalDomains: '{domain}' is not a mail domain");
        }

        Check(
            file.InternalTeam is null || file.Teams.Any(team => team.Name == file.InternalTeam),
            $"internalTeam: '{file.InternalTeam}' is not one of the teams"
        );
    }

    private void ReadGoals(OrganisationFile file)
    {
        for (var urgency = 1; urgency <= _goals.Length; urgency++)
        {
            var (within, always) = DefaultGoals[urgency - 1];
            _goals[urgency - 1] = new GoalEntry { AnswerWithin = within, AroundTheClock = always };
        }

        foreach (var (key, goal) in file.ServiceGoals)
        {
            Check(
                int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var urgency) && urgency is >= 1 and <= 4,
                $"serviceGoals: '{key}' is not an urgency from 1 to 4"
            );
            Check(
                goal.AnswerWithin >= TimeSpan.FromMinutes(1) && goal.AnswerWithin <= TimeSpan.FromDays(30),
                $"serviceGoals.{key}.answerWithin: must be from 1 minute to 30 days"
            );
            foreach (var (name, within) in new[] { ("nextWithin", goal.NextWithin), ("solveWithin", goal.SolveWithin) })
            {
                Check(
                    within is null || (within >= TimeSpan.FromMinutes(1) && within <= TimeSpan.FromDays(90)),
                    $"serviceGoals.{key}.{name}: must be from 1 minute to 90 days"
                );
            }

            _goals[urgency - 1] = goal;
        }
    }

    private static void CheckLanguages(string entry, IEnumerable<string> languages)
    {
        foreach (var language in languages)
        {
            Check(
                KnownLanguages.Contains(language, StringComparer.Ordinal),
                $"{entry}: '{language}' is not one of {string.Join(", ", KnownLanguages)}"
            );
        }
    }

    private static void Check(bool isSo, string problem)
    {
        if (!isSo)
        {
            throw new FormatException($"{problem}.");
        }
    }
}
