using SupportPipeline.Testing;

namespace SupportPipeline.Platform;

public sealed class OrganisationTests
{
    private static readonly OrganisationFile Least = new() { Name = "Desk" };

    [Fact]
    public void The_defaults_are_these()
    {
        var organisation = new Organisation(OrganisationFile.Parse("""{ "name": "Desk" }""", "organisation.json"));

        Assert.Equal(("Desk", "en", "support"), (organisation.Name, organisation.DefaultLanguage, organisation.DefaultTeam));
        Assert.Equal(TimeSpan.FromDays(30), organisation.AbusiveFlag);
        Assert.True(organisation.Calendar.IsAlwaysOpen);
        Assert.Equal(TimeZoneInfo.Utc, organisation.Calendar.TimeZone);
        Assert.Empty(organisation.Automation);
        Assert.Empty(organisation.Jargon);
        Assert.Empty(organisation.ProductsAndComponents);
        Assert.Equal(
            [2, 4, 8, 16],
            Enumerable.Range(1, 4).Select(urgency => (organisation.AnswerBy(Ids.Time, urgency) - Ids.Time).TotalHours)
        );
        Assert.All(Organisation.KnownLanguages, language => Assert.Equal(language, organisation.AnswerLanguage(language)));
    }

    [Fact]
    public void Urgency_1_is_answered_around_the_clock_and_the_rest_in_working_time()
    {
        var organisation = new Organisation(
            Least with
            {
                Calendar = new() { Hours = new Dictionary<string, string>(StringComparer.Ordinal) { ["monday"] = "08:00-20:00" } },
            }
        );
        var friday = Ids.Time;

        Assert.Equal(friday.AddHours(2), organisation.AnswerBy(friday, 1));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero), organisation.AnswerBy(friday, 2));
        Assert.Equal(organisation.AnswerBy(friday, 1), organisation.AnswerBy(friday, 0));
        Assert.Equal(organisation.AnswerBy(friday, 4), organisation.AnswerBy(friday, 5));
    }

    [Fact]
    public void Answers_in_the_customers_language_when_it_is_one_of_ours()
    {
        var organisation = new Organisation(Least with { Languages = ["ru", "zh-Hans"], DefaultLanguage = "zh-Hans" });

        Assert.Equal(["zh-Hans", "ru", "zh-Hans", "zh-Hans"], new[] { "en", "ru", "und", "zh-Hant" }.Select(organisation.AnswerLanguage));
    }

    [Fact]
    public void The_helpline_is_that_of_the_language_or_of_the_default_one()
    {
        Assert.Equal("телефон доверия 555-0101", Organisations.Usual.HelplineFor("ru"));
        Assert.Equal("the helpline at 555-0100", Organisations.Usual.HelplineFor("zh-Hans"));
        Assert.Null(new Organisation(Least).HelplineFor("en"));
    }

    [Theory]
    [InlineData("billing", "money")]
    [InlineData("delivery", "support")]
    [InlineData("unsure", "support")]
    public void The_first_team_gets_what_no_other_one_claims(string topic, string team) =>
        Assert.Equal(team, Organisations.Usual.TeamFor(topic).Name);

    public static TheoryData<string, string> Mistakes { get; } =
        new()
        {
            { """{ "name": "" }""", "name: must have 1 to 100 characters." },
            { $$"""{ "name": "{{new string('a', 101)}}" }""", "name: must have 1 to 100 characters." },
            { """{ "name": "D", "languages": [] }""", "languages: name at least one." },
            { """{ "name": "D", "languages": ["en", "de"] }""", "languages: 'de' is not one of en, zh-Hans, zh-Hant, ru." },
            { """{ "name": "D", "languages": ["ru"] }""", "defaultLanguage: must be one of the languages." },
            { """{ "name": "D", "defaultLanguage": "fr" }""", "defaultLanguage: 'fr' is not one of en, zh-Hans, zh-Hant, ru." },
            { """{ "name": "D", "teams": [] }""", "teams: name at least one." },
            { """{ "name": "D", "teams": [{ "name": "A|b" }] }""", "teams: 'A|b' is not 1 to 40 small letters, digits and dashes." },
            { """{ "name": "D", "teams": [{ "name": "" }] }""", "teams: '' is not 1 to 40 small letters, digits and dashes." },
            {
                """{ "name": "D", "teams": [{ "name": "a", "calledBy": { "de": "x" } }] }""",
                "teams.a.calledBy: 'de' is not one of en, zh-Hans, zh-Hant, ru."
            },
            { """{ "name": "D", "helplines": { "de": "x" } }""", "helplines: 'de' is not one of en, zh-Hans, zh-Hant, ru." },
            { """{ "name": "D", "jargon": { "de": ["x"] } }""", "jargon: 'de' is not one of en, zh-Hans, zh-Hant, ru." },
            { """{ "name": "D", "abusiveFlagDays": 0 }""", "abusiveFlagDays: must be from 1 to 365." },
            { """{ "name": "D", "abusiveFlagDays": 366 }""", "abusiveFlagDays: must be from 1 to 365." },
            {
                """{ "name": "D", "calendar": { "timeZone": "Mars/Olympus" } }""",
                "calendar.timeZone: 'Mars/Olympus' is not a known IANA time zone."
            },
            {
                """{ "name": "D", "serviceGoals": { "5": { "answerWithin": "01:00:00" } } }""",
                "serviceGoals: '5' is not an urgency from 1 to 4."
            },
            {
                """{ "name": "D", "serviceGoals": { "2": { "answerWithin": "00:00:59" } } }""",
                "serviceGoals.2.answerWithin: must be from 1 minute to 30 days."
            },
            {
                """{ "name": "D", "serviceGoals": { "2": { "answerWithin": "30.00:00:01" } } }""",
                "serviceGoals.2.answerWithin: must be from 1 minute to 30 days."
            },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void What_cannot_be_is_named_with_its_place(string json, string expected) =>
        Assert.Equal(
            expected,
            Assert.Throws<FormatException>(() => new Organisation(OrganisationFile.Parse(json, "organisation.json"))).Message
        );
}
