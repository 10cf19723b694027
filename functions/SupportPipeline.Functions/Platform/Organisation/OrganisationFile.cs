using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPipeline.Platform;

/// <summary>The organisation's configuration file as it is written, docs/organisation.md. A name that is not known is an error, so that a typing mistake is not silence.</summary>
public sealed record OrganisationFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The desk's name as customers read it, for example "Example Support"; 1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>The language for customers whose own is none of ours.</summary>
    public string DefaultLanguage { get; init; } = "en";

    /// <summary>The languages in which we answer; of <c>en</c>, <c>zh-Hans</c>, <c>zh-Hant</c>, <c>ru</c>.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en", "zh-Hans", "zh-Hant", "ru"];

    /// <summary>What we sell.</summary>
    public IReadOnlyList<NamedThing> Products { get; init; } = [];

    /// <summary>The parts of it that can break on their own.</summary>
    public IReadOnlyList<NamedThing> Components { get; init; } = [];

    /// <summary>Who looks after what; the first team gets what no other one claims.</summary>
    public IReadOnlyList<TeamEntry> Teams { get; init; } = [new() { Name = "support" }];

    /// <summary>When we work.</summary>
    public CalendarEntry Calendar { get; init; } = new();

    /// <summary>How soon we answer, by urgency 1 to 4.</summary>
    public IReadOnlyDictionary<string, GoalEntry> ServiceGoals { get; init; } = new Dictionary<string, GoalEntry>(StringComparer.Ordinal);

    /// <summary>What happens to each template's replies; templates that are not named have the default of their kind.</summary>
    public IReadOnlyDictionary<string, Automation> Automation { get; init; } = new Dictionary<string, Automation>(StringComparer.Ordinal);

    /// <summary>By language, where somebody who may harm themselves finds help now.</summary>
    public IReadOnlyDictionary<string, string> Helplines { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>After how many days the flag of an abusive customer is lifted; 1 to 365.</summary>
    public int AbusiveFlagDays { get; init; } = 30;

    /// <summary>The mail domains of our own people; their sub-domains count too.</summary>
    public IReadOnlyList<string> InternalDomains { get; init; } = [];

    /// <summary>The team that gets the cases of our own people; null for the team of the topic.</summary>
    public string? InternalTeam { get; init; }

    /// <summary>By language, words that customers are not to be bothered with.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Jargon { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="FormatException">It is not JSON, or has a name that is not known; the message names line and place.</exception>
    public static OrganisationFile Parse(string json, string name)
    {
        try
        {
            return JsonSerializer.Deserialize<OrganisationFile>(json, Json) ?? throw new FormatException($"{name} is empty.");
        }
        catch (JsonException exception)
        {
            // The message ends with path and line, counted from 0; here they stand in front, counted as editors do.
            var problem = exception.Message.Split(" Path: ")[0];
            throw new FormatException($"{name}:{(exception.LineNumber ?? 0) + 1}: {exception.Path ?? "$"}: {problem}", exception);
        }
    }
}

/// <summary>A product or component.</summary>
public sealed record NamedThing
{
    /// <summary>Its name as customers know it.</summary>
    public required string Name { get; init; }

    /// <summary>What else customers call it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}

/// <summary>A team.</summary>
public sealed record TeamEntry
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The topics it looks after, as triage names them.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>By language, what customers read for it in the middle of a sentence, for example "our billing team"; without it, replies that name the team stay drafts.</summary>
    public IReadOnlyDictionary<string, string> CalledBy { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Who its supervisor is, as customers may read it; null when nobody is named.</summary>
    public string? Supervisor { get; init; }
}

/// <summary>Working hours.</summary>
public sealed record CalendarEntry
{
    /// <summary>The IANA time zone in which hours are meant and times are told to customers.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>By day of the week ("monday"), "09:00-18:00" or several such separated by commas; a day that is not named is free. Nothing at all means always.</summary>
    public IReadOnlyDictionary<string, string> Hours { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Days on which nobody works, "2026-12-25".</summary>
    public IReadOnlyList<DateOnly> Holidays { get; init; } = [];
}

/// <summary>A service goal.</summary>
public sealed record GoalEntry
{
    /// <summary>Within how much working time a person answers; 1 minute to 30 days.</summary>
    public required TimeSpan AnswerWithin { get; init; }

    /// <summary>Within how much time a later message is answered; like <see cref="AnswerWithin"/> when left out.</summary>
    public TimeSpan? NextWithin { get; init; }

    /// <summary>Within how much time the case is solved, not counting the time we wait for the customer; 5 times <see cref="AnswerWithin"/> when left out.</summary>
    public TimeSpan? SolveWithin { get; init; }

    /// <summary>Whether the clock also runs outside working hours.</summary>
    public bool AroundTheClock { get; init; }

    /// <summary><see cref="SolveWithin"/>, or its default.</summary>
    public TimeSpan TimeToSolve() => SolveWithin ?? AnswerWithin * 5;
}
