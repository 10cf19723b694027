using System.Text;
using System.Xml.Linq;
using SupportPipeline.Outages.Incidents;
using static SupportPipeline.Outages.Status.SampleOutages;

namespace SupportPipeline.Outages.Status;

public sealed class StatusFeedsTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly Incident Over = Broken(
        "Sign-in <fails> & waits",
        Said(At(18, 9), IncidentState.Investigating, "Looking."),
        Said(At(18, 10), IncidentState.Resolved, "Mended.\nSorry for <b>this</b>.")
    );

    private static readonly Incident Open = Broken("Payments fail", Said(At(19, 8, 30), IncidentState.Investigating, "Looking."));

    [Fact]
    public void An_entry_keeps_its_id_while_it_is_updated_and_the_feed_is_as_new_as_its_newest_entry()
    {
        var before = Read(StatusFeeds.Atom(Snapshot(At(20, 0), [SignIn()], Over, Open)));
        var updated = Open with
        {
            State = IncidentState.Resolved,
            Updates = [.. Open.Updates, Said(At(20, 9), IncidentState.Resolved, "Mended.")],
            UpdatedAt = At(20, 9),
        };
        var after = Read(StatusFeeds.Atom(Snapshot(At(20, 23), [SignIn()], Over, updated)));

        Assert.Equal("tag:status.example.com,2005:/history", before.Element(Atom + "id")!.Value);
        Assert.Equal("Example Support Status - Incident History", before.Element(Atom + "title")!.Value);
        Assert.Equal([$"tag:status.example.com,2005:Incident/{Open.Id}", $"tag:status.example.com,2005:Incident/{Over.Id}"], Ids(before));
        Assert.Equal(Ids(before), Ids(after));
        Assert.Equal("2026-11-19T08:30:00.000Z", before.Element(Atom + "updated")!.Value);
        Assert.Equal("2026-11-20T09:00:00.000Z", after.Element(Atom + "updated")!.Value);
        Assert.Equal("2026-11-19T08:30:00.000Z", after.Elements(Atom + "entry").First().Element(Atom + "published")!.Value);
        Assert.Equal(
            ["https://status.example.com/status", "https://status.example.com/history.atom"],
            before.Elements(Atom + "link").Select(link => link.Attribute("href")!.Value)
        );
    }

    [Fact]
    public void The_same_entries_give_the_same_feed_at_any_hour()
    {
        Assert.Equal(
            StatusFeeds.Atom(Snapshot(At(20, 0), [SignIn()], Over, Open)),
            StatusFeeds.Atom(Snapshot(At(20, 23), [SignIn()], Over, Open))
        );
        Assert.Equal(
            StatusFeeds.Rss(Snapshot(At(20, 0), [SignIn()], Over, Open)),
            StatusFeeds.Rss(Snapshot(At(20, 23), [SignIn()], Over, Open))
        );
    }

    [Fact]
    public void The_newest_update_comes_first_and_what_people_wrote_stays_text()
    {
        var entry = Read(StatusFeeds.Atom(Snapshot(At(20, 0), [], Over))).Element(Atom + "entry")!;

        Assert.Equal("Sign-in <fails> & waits", entry.Element(Atom + "title")!.Value);
        Assert.Equal($"https://status.example.com/status/incidents/{Over.Id}.html", entry.Element(Atom + "link")!.Attribute("href")!.Value);
        Assert.Equal(
            "<p><small>18 Nov 2026 10:00 UTC</small><br><strong>Resolved</strong> - Mended.<br>Sorry for &lt;b&gt;this&lt;/b&gt;.</p>"
                + "<p><small>18 Nov 2026 09:00 UTC</small><br><strong>Investigating</strong> - Looking.</p>",
            entry.Element(Atom + "content")!.Value
        );
    }

    [Fact]
    public void Rss_has_permanent_ids_that_are_no_addresses_and_says_what_is_over()
    {
        var planned = Planned("New database", Said(At(19, 9), IncidentState.Scheduled, "We will move."));

        var channel = Read(StatusFeeds.Rss(Snapshot(At(20, 0), [], Over, Open, planned))).Element("channel")!;

        Assert.Equal(
            ["[Maintenance] New database", "[Incident] Payments fail", "[Resolved] Sign-in <fails> & waits"],
            channel.Elements("item").Select(item => item.Element("title")!.Value)
        );
        Assert.Equal(
            new[] { planned, Open, Over }.Select(one => $"incident-{one.Id}"),
            channel.Elements("item").Select(item => item.Element("guid")!.Value)
        );
        Assert.All(channel.Elements("item"), item => Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value));
        Assert.Equal("Thu, 19 Nov 2026 09:00:00 GMT", channel.Element("lastBuildDate")!.Value);
        Assert.Equal("Wed, 18 Nov 2026 09:00:00 GMT", channel.Elements("item").Last().Element("pubDate")!.Value);
    }

    [Fact]
    public void Fifty_entries_of_ninety_days_are_enough_and_characters_that_xml_cannot_hold_are_left_out()
    {
        var many = Enumerable
            .Range(0, 60)
            .Select(minute => Broken("Bell\u0007 \ud800 𠮷", Said(At(18, 9, minute), IncidentState.Resolved, "a\u0001b")))
            .ToArray();

        var feed = Read(StatusFeeds.Atom(Snapshot(At(20, 0), [], many)));
        var later = Read(StatusFeeds.Atom(Snapshot(At(20, 0).AddDays(90), [], many)));

        Assert.Equal(50, feed.Elements(Atom + "entry").Count());
        Assert.Equal("Bell  𠮷", feed.Element(Atom + "entry")!.Element(Atom + "title")!.Value);
        Assert.Empty(later.Elements(Atom + "entry"));
        Assert.Equal("2026-11-18T09:59:00.000Z", later.Element(Atom + "updated")!.Value);
    }

    private static IEnumerable<string> Ids(XElement feed) =>
        feed.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value);

    private static XElement Read(byte[] feed) => XElement.Parse(Encoding.UTF8.GetString(feed));
}
