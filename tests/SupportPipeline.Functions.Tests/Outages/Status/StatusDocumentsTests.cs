using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupportPipeline.Outages.Incidents;
using static SupportPipeline.Outages.Status.SampleOutages;

namespace SupportPipeline.Outages.Status;

/// <summary>The documents against JSON written by hand after the Statuspage API: a member that is renamed or moved breaks other people's programs.</summary>
public sealed class StatusDocumentsTests
{
    private const string Page = """
        {"id":"PAGE","name":"Example Support","url":"https://status.example.com/status","time_zone":"Etc/UTC","updated_at":"2026-11-19T10:00:00.250Z"}
        """;

    private const string SignInDown = """
        {"id":"sign-in","name":"Sign-in","status":"major_outage","created_at":"2026-01-02T08:00:00.000Z","updated_at":"2026-11-10T08:00:00.000Z","position":0,"description":"Passwords and codes","showcase":true,"start_date":"2026-01-02","group_id":null,"page_id":"PAGE","group":false,"only_show_if_degraded":false}
        """;

    private const string PaymentsFine = """
        {"id":"payments","name":"Payments","status":"operational","created_at":"2026-01-02T08:00:00.000Z","updated_at":"2026-11-10T08:00:00.000Z","position":1,"description":null,"showcase":true,"start_date":"2026-01-02","group_id":null,"page_id":"PAGE","group":false,"only_show_if_degraded":false}
        """;

    private const string OpenIncident = """
        {"id":"OPEN","name":"Nobody can <sign in>","status":"identified","created_at":"2026-11-19T09:00:00.000Z","updated_at":"2026-11-19T10:00:00.250Z","monitoring_at":null,"resolved_at":null,"impact":"major","shortlink":"https://status.example.com/status/incidents/OPEN.html","started_at":"2026-11-19T09:00:00.000Z","page_id":"PAGE","incident_updates":[{"id":"SECOND","status":"identified","body":"Found.","incident_id":"OPEN","created_at":"2026-11-19T10:00:00.250Z","updated_at":"2026-11-19T10:00:00.250Z","display_at":"2026-11-19T10:00:00.250Z","affected_components":null,"deliver_notifications":false,"custom_tweet":null,"tweet_id":null},{"id":"FIRST","status":"investigating","body":"Looking.","incident_id":"OPEN","created_at":"2026-11-19T09:00:00.000Z","updated_at":"2026-11-19T09:00:00.000Z","display_at":"2026-11-19T09:00:00.000Z","affected_components":[{"code":"sign-in","name":"Sign-in","old_status":"operational","new_status":"major_outage"}],"deliver_notifications":true,"custom_tweet":null,"tweet_id":null}],"components":[SIGN-IN]}
        """;

    private const string Upcoming = """
        {"id":"PLAN","name":"New database","status":"scheduled","created_at":"2026-11-17T09:00:00.000Z","updated_at":"2026-11-17T09:00:00.000Z","monitoring_at":null,"resolved_at":null,"impact":"maintenance","shortlink":"https://status.example.com/status/incidents/PLAN.html","started_at":"2026-11-17T09:00:00.000Z","page_id":"PAGE","incident_updates":[{"id":"WORK","status":"scheduled","body":"We will move.","incident_id":"PLAN","created_at":"2026-11-17T09:00:00.000Z","updated_at":"2026-11-17T09:00:00.000Z","display_at":"2026-11-17T09:00:00.000Z","affected_components":null,"deliver_notifications":true,"custom_tweet":null,"tweet_id":null}],"components":[],"scheduled_for":"2026-11-25T01:00:00.000Z","scheduled_until":"2026-11-25T03:00:00.000Z"}
        """;

    private readonly Incident _open = Broken(
        "Nobody can <sign in>",
        Said(
            At(19, 9),
            IncidentState.Investigating,
            "Looking.",
            Became("sign-in", ComponentState.Operational, ComponentState.MajorOutage)
        ) with
        {
            Id = "FIRST",
        },
        Said(At(19, 10).AddMilliseconds(250), IncidentState.Identified, "Found.") with
        {
            Id = "SECOND",
            Notifies = false,
        }
    ) with
    {
        Id = "OPEN",
    };

    private readonly Incident _over = Broken("Slow mail", Said(At(18, 9), IncidentState.Resolved, "A cable.")) with { Id = "OVER" };

    private readonly Incident _planned = Planned(
        "New database",
        Said(At(17, 9), IncidentState.Scheduled, "We will move.") with
        {
            Id = "WORK",
        }
    ) with
    {
        Id = "PLAN",
    };

    [Fact]
    public void The_summary_holds_components_what_is_open_what_is_planned_and_the_status() =>
        AssertDocument(
            "api/v2/summary.json",
            $$$"""{"page":{{{Page}}},"components":[SIGN-IN,PAYMENTS],"incidents":[{{{OpenIncident}}}],"scheduled_maintenances":[{{{Upcoming}}}],"status":{"indicator":"major","description":"Partial System Outage"}}"""
        );

    [Fact]
    public void The_status_is_a_word_and_a_sentence() =>
        AssertDocument(
            "api/v2/status.json",
            $$$"""{"page":{{{Page}}},"status":{"indicator":"major","description":"Partial System Outage"}}"""
        );

    [Fact]
    public void Components_are_in_the_order_of_the_page() =>
        AssertDocument("api/v2/components.json", $$$"""{"page":{{{Page}}},"components":[SIGN-IN,PAYMENTS]}""");

    [Fact]
    public void Unresolved_incidents_are_those_that_are_open() =>
        AssertDocument("api/v2/incidents/unresolved.json", $$$"""{"page":{{{Page}}},"incidents":[{{{OpenIncident}}}]}""");

    [Fact]
    public void Upcoming_maintenance_has_its_times() =>
        AssertDocument(
            "api/v2/scheduled-maintenances/upcoming.json",
            $$$"""{"page":{{{Page}}},"scheduled_maintenances":[{{{Upcoming}}}]}"""
        );

    [Fact]
    public void Lists_hold_what_their_names_say_newest_first()
    {
        var active = _planned with { Id = "NOW", State = IncidentState.InProgress, CreatedAt = At(18, 1) };
        var done = _planned with { Id = "DONE", State = IncidentState.Completed, CreatedAt = At(16, 1) };
        var snapshot = Snapshot(At(20, 12), [SignIn()], _open, _over, _planned, active, done);

        Assert.Equal(["OPEN", "OVER"], IdsIn("api/v2/incidents.json", "incidents", snapshot));
        Assert.Equal(["OPEN"], IdsIn("api/v2/incidents/unresolved.json", "incidents", snapshot));
        Assert.Equal(["NOW", "PLAN", "DONE"], IdsIn("api/v2/scheduled-maintenances.json", "scheduled_maintenances", snapshot));
        Assert.Equal(["PLAN"], IdsIn("api/v2/scheduled-maintenances/upcoming.json", "scheduled_maintenances", snapshot));
        Assert.Equal(["NOW"], IdsIn("api/v2/scheduled-maintenances/active.json", "scheduled_maintenances", snapshot));
        Assert.Equal(["NOW", "PLAN"], IdsIn("api/v2/summary.json", "scheduled_maintenances", snapshot));
    }

    [Fact]
    public void A_list_of_incidents_ends_at_fifty()
    {
        var many = Enumerable.Range(0, 60).Select(minute => Broken("a", Said(At(18, 9, minute), IncidentState.Resolved, "b"))).ToArray();

        Assert.Equal(50, IdsIn("api/v2/incidents.json", "incidents", Snapshot(At(20, 12), [], many)).Count());
    }

    [Fact]
    public void What_was_learnt_is_one_more_update()
    {
        var learnt = _over with { PostMortem = new(Texts("Two cables now.", "两根"), At(19, 8), "ann@desk.example") };

        var incident = JsonNode.Parse(StatusDocuments.Write("api/v2/incidents.json", Snapshot(At(20, 12), [], learnt)))!["incidents"]![0]!;

        Assert.Equal("postmortem", (string?)incident["status"]);
        Assert.Equal(["postmortem", "resolved"], incident["incident_updates"]!.AsArray().Select(update => (string?)update!["status"]));
        Assert.Equal("Two cables now.", (string?)incident["incident_updates"]![0]!["body"]);
        Assert.DoesNotContain("ann@desk", incident.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(IncidentImpact.None, ComponentState.Operational, "none", "All Systems Operational")]
    [InlineData(IncidentImpact.Minor, ComponentState.MajorOutage, "minor", "Minor Service Outage")]
    [InlineData(IncidentImpact.Major, ComponentState.Operational, "major", "Partial System Outage")]
    [InlineData(IncidentImpact.Critical, ComponentState.Operational, "critical", "Major Service Outage")]
    [InlineData(IncidentImpact.None, ComponentState.DegradedPerformance, "minor", "Minor Service Outage")]
    [InlineData(IncidentImpact.None, ComponentState.PartialOutage, "major", "Partial System Outage")]
    [InlineData(IncidentImpact.None, ComponentState.UnderMaintenance, "maintenance", "Service Under Maintenance")]
    public void The_indicator_is_the_highest_impact_of_what_is_open_and_else_what_was_left(
        IncidentImpact impact,
        ComponentState left,
        string indicator,
        string description
    )
    {
        var snapshot = Snapshot(
            At(20, 12),
            [SignIn(left)],
            _open with
            {
                Impact = impact,
            },
            _over with
            {
                Impact = IncidentImpact.Critical,
            }
        );

        var status = JsonNode.Parse(StatusDocuments.Write("api/v2/status.json", snapshot))!["status"]!;

        Assert.Equal((indicator, description), ((string?)status["indicator"], (string?)status["description"]));
    }

    [Fact]
    public void Letters_of_every_language_stay_readable_and_markup_stays_harmless()
    {
        var odd = Broken("登录 <script>", Said(At(18, 9), IncidentState.Investigating, "Вход"));

        var text = Encoding.UTF8.GetString(StatusDocuments.Write("api/v2/incidents.json", Snapshot(At(20, 12), [], odd)));

        Assert.Contains("登录 \\u003Cscript\\u003E", text, StringComparison.Ordinal);
        Assert.Contains("Вход", text, StringComparison.Ordinal);
    }

    private void AssertDocument(string file, string expected)
    {
        var snapshot = Snapshot(At(20, 12), [SignIn(ComponentState.MajorOutage), Payments()], _open, _over, _planned);
        var filled = expected
            .Replace("SIGN-IN", SignInDown, StringComparison.Ordinal)
            .Replace("PAYMENTS", PaymentsFine, StringComparison.Ordinal)
            .Replace("\"PAGE\"", $"\"{Site.PageId}\"", StringComparison.Ordinal);

        // Member by member and in order; only how < and > are escaped is left to JSON.
        Assert.Equal(JsonNode.Parse(filled)!.ToJsonString(), JsonNode.Parse(StatusDocuments.Write(file, snapshot))!.ToJsonString());
    }

    private static IEnumerable<string?> IdsIn(string file, string list, StatusSnapshot snapshot) =>
        JsonDocument
            .Parse(StatusDocuments.Write(file, snapshot))
            .RootElement.GetProperty(list)
            .EnumerateArray()
            .Select(one => one.GetProperty("id").GetString());
}
