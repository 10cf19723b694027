using System.Diagnostics;
using System.Net;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.LocalHost.Hosting;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;
using SupportPipeline.Outages.Incidents;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Tests.Outages;

/// <summary>The status page behind the front door: for people, for feed readers, and for a client of the Statuspage API that others wrote.</summary>
public sealed class StatusPageTests(StatusPageTests.BrokenDesk shared) : PipelineTest(shared), IClassFixture<StatusPageTests.BrokenDesk>
{
    [Fact]
    public async Task A_statuspage_client_from_npm_works_unchanged()
    {
        await PublishAsync();

        var said = await AskAsync();

        Assert.Equal("critical", said.GetProperty("status").GetProperty("status").GetProperty("indicator").GetString());
        Assert.Equal("Major Service Outage", said.GetProperty("status").GetProperty("status").GetProperty("description").GetString());
        Assert.Equal(["sign-in", "payments"], Ids(said, "components", "components"));
        Assert.Equal("major_outage", said.GetProperty("components").GetProperty("components")[0].GetProperty("status").GetString());
        Assert.Equal(2, said.GetProperty("incidents").GetProperty("incidents").GetArrayLength());
        Assert.Equal([KnownOutage.OpenId], Ids(said, "unresolved", "incidents"));
        Assert.Equal([KnownOutage.OpenId], Ids(said, "summary", "incidents"));
        Assert.Single(said.GetProperty("summary").GetProperty("scheduled_maintenances").EnumerateArray());
        var planned = Assert.Single(said.GetProperty("upcoming").GetProperty("scheduled_maintenances").EnumerateArray());
        Assert.Equal("2026-11-22T09:00:00.000Z", planned.GetProperty("scheduled_for").GetString());
        var open = said.GetProperty("unresolved").GetProperty("incidents")[0];
        Assert.Equal("Nobody can <sign in>", open.GetProperty("name").GetString());
        Assert.Equal("What we know.", open.GetProperty("incident_updates")[0].GetProperty("body").GetString());
    }

    [Fact]
    public async Task Everybody_reads_the_page_the_feeds_and_the_badges_where_the_design_says()
    {
        await PublishAsync();

        Assert.Contains("Nobody can &lt;sign in&gt;", await Desk.Http.GetStringAsync("status"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"ru\">", await Desk.Http.GetStringAsync("status/ru"), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"zh-Hant\">", await Desk.Http.GetStringAsync("status?lang=zh-Hant"), StringComparison.Ordinal);
        Assert.Contains(
            "What we know.",
            await Desk.Http.GetStringAsync($"status/incidents/{KnownOutage.OpenId}"),
            StringComparison.Ordinal
        );
        Assert.Contains("<feed ", await Desk.Http.GetStringAsync("history.atom"), StringComparison.Ordinal);
        Assert.Contains("<rss ", await Desk.Http.GetStringAsync("history.rss"), StringComparison.Ordinal);
        Assert.Contains("<svg ", await Desk.Http.GetStringAsync("status/badge.svg"), StringComparison.Ordinal);
        Assert.Contains("<svg ", await Desk.Http.GetStringAsync("status/badge/payments.ru.svg"), StringComparison.Ordinal);
        using var unknown = await Desk.Http.GetAsync("status/nothing");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        using var head = new HttpRequestMessage(HttpMethod.Head, "api/v2/summary.json");
        using var answer = await Desk.Http.SendAsync(head);
        Assert.Equal((HttpStatusCode.OK, true), (answer.StatusCode, answer.Headers.ETag is not null));
    }

    /// <summary>What is in the container is all there is to the page: links lead from file to file, and nobody has to sign in.</summary>
    [Fact]
    public async Task The_page_is_read_straight_from_storage_without_the_app()
    {
        await PublishAsync();
        var account = Desk.Blobs(StorageNames.StatusContainer).Uri;
        var page = new Uri(account.AbsoluteUri + "/index.html");

        var html = await Desk.Http.GetStringAsync(page);
        var link = html.Split("href=\"")
            .Select(part => part.Split('"')[0])
            .First(part => part.Contains("/incidents/", StringComparison.Ordinal));
        using var incident = await Desk.Http.GetAsync(new Uri(page, link));

        Assert.Equal(HttpStatusCode.OK, incident.StatusCode);
        Assert.Equal("text/html; charset=utf-8", incident.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=60, stale-if-error=86400", incident.Headers.CacheControl!.ToString());
    }

    private async Task PublishAsync()
    {
        await Desk.Queue(StorageNames.StatusPublicationsQueue)
            .SendMessageAsync("""{"name":"status-changed","version":1,"data":{"incidentId":null}}""");
        await Desk.IdleAsync();
    }

    private async Task<JsonElement> AskAsync()
    {
        var folder = typeof(StatusPageTests)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(one => one.Key == "TestProjectDirectory")
            .Value!;
        var start = new ProcessStartInfo(
            "node",
            [Path.Combine(folder, "Outages", "statuspage-client.cjs"), Desk.Run.BaseAddress.AbsoluteUri]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The client is to ask the page and not somebody's proxy.
        start.Environment["NO_PROXY"] = "*";
        using var node = Process.Start(start)!;
        var error = node.StandardError.ReadToEndAsync();
        var text = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.Equal("", await error);
        return JsonDocument.Parse(text).RootElement;
    }

    private static IEnumerable<string?> Ids(JsonElement said, string answer, string list) =>
        said.GetProperty(answer).GetProperty(list).EnumerateArray().Select(one => one.GetProperty("id").GetString());

    /// <summary>The desk of these tests.</summary>
    public sealed class BrokenDesk : SharedDesk
    {
        private protected override LocalHostOptions Configure(LocalHostOptions options) =>
            options with
            {
                Services = services =>
                {
                    options.Services?.Invoke(services);
                    services.AddSingleton<IIncidentReader, KnownOutage>();
                },
            };
    }
}
