using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SupportPipeline.Outages.Incidents;
using SupportPipeline.Platform;
using static SupportPipeline.Outages.Status.SampleOutages;

namespace SupportPipeline.Outages.Status;

public sealed class StatusPageTests
{
    private static readonly Incident Open = Broken(
        "<script>alert(1)</script>",
        Said(
            At(19, 9),
            IncidentState.Investigating,
            "We look \"into\" it.\n\nSecond <b>paragraph</b>",
            Became("sign-in", ComponentState.Operational, ComponentState.MajorOutage)
        ),
        Said(At(19, 10), IncidentState.Identified, "Found.") with
        {
            NextUpdateBy = At(19, 11),
        }
    );

    private static readonly Incident Past = Broken("Slow mail", Said(At(18, 9), IncidentState.Resolved, "It was a cable."));

    private static readonly Incident Coming = Planned("New database", Said(At(19, 8), IncidentState.Scheduled, "We will move."));

    public static TheoryData<string> Languages => [.. Organisation.KnownLanguages];

    [Fact]
    public void It_says_how_it_stands_what_is_open_what_comes_and_what_was()
    {
        var page = Read("en");

        Assert.Equal("Example Support status", page.Title);
        Assert.Equal("Partial system outage", Text(page, ".state"));
        Assert.Equal(
            ["Open incidents", "Planned maintenance", "Components", "Past incidents and maintenance", "Follow by feed"],
            page.QuerySelectorAll("h2").Select(heading => heading.TextContent)
        );
        Assert.Equal(
            ["<script>alert(1)</script>", "New database", "Sign-in", "Payments", "Slow mail"],
            page.QuerySelectorAll("h3").Select(one => one.TextContent)
        );
        Assert.Equal(
            ["Identified", "Investigating"],
            page.QuerySelectorAll("#open ~ article .updates strong").Select(one => one.TextContent)
        );
        Assert.Contains("Next update by 19 Nov 2026 11:00 UTC", Text(page, "#open ~ article"), StringComparison.Ordinal);
        Assert.Contains("Sign-in: Operational → Major outage", Text(page, "#open ~ article"), StringComparison.Ordinal);
        Assert.Contains("From 25 Nov 2026 01:00 UTC to 25 Nov 2026 03:00 UTC", Text(page, "#upcoming ~ article"), StringComparison.Ordinal);
        Assert.Equal("Last change: 19 Nov 2026 10:00 UTC", Text(page, "main > .note"));
    }

    [Fact]
    public void What_people_wrote_is_never_markup()
    {
        var page = Read("en");
        var incident = new HtmlParser().ParseDocument(StatusIncidentPage.Write(Now, Open, "en", StatusPaths.Incident(Open.Id, "en")));

        Assert.Empty(page.QuerySelectorAll("script, b"));
        Assert.Empty(incident.QuerySelectorAll("script, b"));
        Assert.Equal("<script>alert(1)</script>", incident.QuerySelector("h1")!.TextContent);
        Assert.Equal("<script>alert(1)</script>", incident.Title);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void It_can_be_read_by_ear_and_keyboard(string language)
    {
        var page = Read(language);

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("#main", page.QuerySelector("body a")!.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll("svg"), svg => Assert.Equal("img", svg.GetAttribute("role")));
        Assert.All(page.QuerySelectorAll("svg"), svg => Assert.NotEmpty(svg.GetAttribute("aria-label")!));
        Assert.All(page.QuerySelectorAll("nav"), nav => Assert.NotEmpty(nav.GetAttribute("aria-label")!));
        Assert.All(page.QuerySelectorAll("section"), part => Assert.NotNull(page.GetElementById(part.GetAttribute("aria-labelledby")!)));
        Assert.Equal(StatusWords.In(language).OwnName, page.QuerySelector("[aria-current=true]")!.TextContent);
        Assert.Equal(Organisation.KnownLanguages, page.QuerySelectorAll("header li a").Select(link => link.GetAttribute("lang")));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Its_links_are_relative_so_that_any_host_can_serve_it(string language)
    {
        var links = Read(language).QuerySelectorAll("a[href], link[href]").Select(link => link.GetAttribute("href")!).Distinct().ToList();

        Assert.Equal(
            [
                "#main",
                "../api/v2/summary.json",
                "../history.atom",
                "../history.rss",
                "../status/en.html",
                $"../status/incidents/{Past.Id}.{language}.html",
                $"../status/incidents/{Coming.Id}.{language}.html",
                $"../status/incidents/{Open.Id}.{language}.html",
                "../status/ru.html",
                "../status/zh-Hans.html",
                "../status/zh-Hant.html",
            ],
            links.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void The_days_are_drawn_and_told()
    {
        var page = Read("en");
        var component = page.QuerySelectorAll(".component")[0];

        Assert.Equal(90, component.QuerySelectorAll("rect").Length);
        Assert.Equal("19 Nov 2026: Major outage", component.QuerySelectorAll("rect")[^2].TextContent);
        Assert.Equal(
            ["20 Nov 2026: Major outage", "19 Nov 2026: Major outage"],
            component.QuerySelectorAll("li").Select(one => one.TextContent)
        );
        Assert.Equal("Sign-in: 98.74% uptime in the last 90 days", component.QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Contains("No trouble in the last 90 days.", page.QuerySelectorAll(".component")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_was_not_translated_is_shown_in_the_default_language()
    {
        Assert.Contains("Found.", Read("ru").QuerySelector("#open ~ article")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("中文：Found.", Read("zh-Hans").QuerySelector("#open ~ article")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Example Support: состояние сервисов", Read("ru").Title);
        Assert.Contains("19 ноября 2026 11:00 UTC", Read("ru").QuerySelector("#open ~ article")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "2026年11月19日 11:00 UTC",
            Read("zh-Hant").QuerySelector("#open ~ article")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_correction_and_what_it_corrects_name_each_other()
    {
        var wrong = Said(At(18, 9), IncidentState.Identified, "Only in Europe.");
        var right = Said(At(18, 10), IncidentState.Identified, "Everywhere.") with { Corrects = wrong.Id };
        var incident = Broken("Sign-in fails", wrong, right);

        var page = new HtmlParser().ParseDocument(
            StatusIncidentPage.Write(Snapshot(At(20, 12), [SignIn()], incident), incident, "en", StatusPaths.Incident(incident.Id))
        );

        Assert.Equal(
            ["Corrects the entry of 18 Nov 2026 09:00 UTC", "Corrected by a later entry"],
            page.QuerySelectorAll(".updates .note").Select(note => note.TextContent)
        );
    }

    [Fact]
    public void No_word_of_a_language_is_missing()
    {
        foreach (var language in Organisation.KnownLanguages)
        {
            var words = StatusWords.In(language);
            Assert.Equal(language, words.Language);
            Assert.Equal(Enum.GetValues<ComponentState>(), words.ComponentStates.Keys.Order());
            Assert.Equal(Enum.GetValues<IncidentState>(), words.IncidentStates.Keys.Order());
            Assert.Equal(Enum.GetValues<IncidentImpact>(), words.Impacts.Keys.Order());
            Assert.Equal(Enum.GetValues<IncidentImpact>(), words.Indicators.Keys.Order());
        }
    }

    private static StatusSnapshot Now => Snapshot(At(20, 12), [SignIn(ComponentState.MajorOutage), Payments()], Open, Past, Coming);

    private static IDocument Read(string language) =>
        new HtmlParser().ParseDocument(StatusPage.Write(Now, language, StatusPaths.Page(language)));

    private static string Text(IDocument page, string selector) => page.QuerySelector(selector)!.TextContent;
}
