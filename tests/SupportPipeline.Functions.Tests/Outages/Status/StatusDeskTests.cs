using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Outages.Incidents;
using SupportPipeline.Testing;
using static SupportPipeline.Outages.Status.SampleOutages;

namespace SupportPipeline.Outages.Status;

[Collection("Azurite")]
public sealed class StatusDeskTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly Incident _broken = Broken("Sign-in fails", Said(At(20, 11), IncidentState.Investigating, "Looking."));

    private PublishedStatus _status = null!;

    public async Task InitializeAsync()
    {
        _status = await PublishedStatus.CreateAsync(azurite.ConnectionString);
        _status.Known.Put(_broken);
    }

    public async Task DisposeAsync() => await _status.DisposeAsync();

    [Fact]
    public async Task A_document_comes_as_it_was_published_with_its_headers()
    {
        await _status.PublishAsync();

        var answer = await GetAsync(
            (desk, request) => desk.ShowDocumentAsync(request, "incidents/unresolved.json", CancellationToken.None)
        );

        Assert.Equal(200, answer.Status);
        Assert.Equal(await _status.TextAsync("api/v2/incidents/unresolved.json"), answer.Text);
        var published = await _status.LookAsync("api/v2/incidents/unresolved.json");
        Assert.Equal(published.ETag.ToString("H"), answer.Headers.ETag.ToString());
        Assert.Equal(published.LastModified.ToString("R"), answer.Headers.LastModified.ToString());
        Assert.Equal("public, max-age=60, stale-if-error=86400", answer.Headers.CacheControl.ToString());
        Assert.Equal("*", answer.Headers.AccessControlAllowOrigin.ToString());
        Assert.Equal("application/json; charset=utf-8", answer.Headers.ContentType.ToString());
    }

    [Fact]
    public async Task A_reader_whose_copy_is_still_good_gets_304_and_nothing_else()
    {
        await _status.PublishAsync();
        var published = await _status.LookAsync(StatusPaths.Summary);
        var tag = published.ETag.ToString("H");

        Assert.Equal(304, await ConditionalAsync(headers => headers.IfNoneMatch = tag));
        Assert.Equal(304, await ConditionalAsync(headers => headers.IfNoneMatch = $"\"other\", W/{tag}"));
        Assert.Equal(304, await ConditionalAsync(headers => headers.IfNoneMatch = "*"));
        Assert.Equal(200, await ConditionalAsync(headers => headers.IfNoneMatch = "\"other\""));
        Assert.Equal(304, await ConditionalAsync(headers => headers.IfModifiedSince = published.LastModified.ToString("R")));
        Assert.Equal(200, await ConditionalAsync(headers => headers.IfModifiedSince = published.LastModified.AddSeconds(-1).ToString("R")));
        Assert.Equal(
            200,
            await ConditionalAsync(headers =>
            {
                headers.IfNoneMatch = "\"other\"";
                headers.IfModifiedSince = published.LastModified.ToString("R");
            })
        );
        Assert.Equal(200, await ConditionalAsync(headers => headers.IfModifiedSince = "yesterday"));
    }

    [Theory]
    [InlineData("", "ru", "ru")]
    [InlineData("?lang=zh-Hant", "ru", "zh-Hant")]
    [InlineData("", "fr", "en")]
    public async Task The_page_comes_in_the_readers_language(string query, string header, string expected)
    {
        await _status.PublishAsync();

        var answer = await GetAsync(
            (desk, request) => desk.ShowPageAsync(request, CancellationToken.None),
            request =>
            {
                request.QueryString = new(query);
                request.Headers.AcceptLanguage = header;
            }
        );

        Assert.Equal(
            (200, expected, "Accept-Language"),
            (answer.Status, answer.Headers.ContentLanguage.ToString(), answer.Headers.Vary.ToString())
        );
        Assert.Contains($"<html lang=\"{expected}\">", answer.Text, StringComparison.Ordinal);
        Assert.Contains(
            "default-src 'none'; style-src 'sha256-",
            answer.Headers.ContentSecurityPolicy.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains("frame-ancestors 'none'", answer.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_published_yet_is_written_on_the_spot()
    {
        var page = await GetAsync((desk, request) => desk.ShowFileAsync(request, "zh-hans", CancellationToken.None));
        var summary = await GetAsync((desk, request) => desk.ShowDocumentAsync(request, "summary.json", CancellationToken.None));
        var incident = await GetAsync((desk, request) => desk.ShowIncidentAsync(request, _broken.Id, CancellationToken.None));
        var badge = await GetAsync((desk, request) => desk.ShowBadgeAsync(request, "sign-in.ru.svg", CancellationToken.None));

        Assert.Equal((200, 200, 200, 200), (page.Status, summary.Status, incident.Status, badge.Status));
        Assert.Contains("Sign-in fails", summary.Text, StringComparison.Ordinal);
        Assert.Contains("<h1>Sign-in fails</h1>", incident.Text, StringComparison.Ordinal);
        Assert.Contains("Работает", badge.Text, StringComparison.Ordinal);
        Assert.Empty(await _status.FilesAsync());
    }

    [Fact]
    public async Task Asking_often_for_what_is_not_published_reads_the_records_once()
    {
        for (var time = 0; time < 5; time++)
        {
            await GetAsync((desk, request) => desk.ShowBadgeAsync(request, $"none-{time}.svg", CancellationToken.None));
        }

        Assert.Equal(1, _status.Known.Reads);
    }

    [Fact]
    public async Task What_does_not_exist_is_404()
    {
        await _status.PublishAsync();

        Assert.Equal(404, (await GetAsync((desk, request) => desk.ShowFileAsync(request, "fr", CancellationToken.None))).Status);
        Assert.Equal(404, (await GetAsync((desk, request) => desk.ShowFileAsync(request, "badge.fr.svg", CancellationToken.None))).Status);
        Assert.Equal(
            404,
            (await GetAsync((desk, request) => desk.ShowBadgeAsync(request, "../index.html", CancellationToken.None))).Status
        );
        Assert.Equal(404, (await GetAsync((desk, request) => desk.ShowBadgeAsync(request, "none.svg", CancellationToken.None))).Status);
        Assert.Equal(
            404,
            (await GetAsync((desk, request) => desk.ShowDocumentAsync(request, "users.json", CancellationToken.None))).Status
        );
        Assert.Equal(404, (await GetAsync((desk, request) => desk.ShowIncidentAsync(request, "x", CancellationToken.None))).Status);
        Assert.Equal(
            404,
            (await GetAsync((desk, request) => desk.ShowIncidentAsync(request, Ids.Next().Value, CancellationToken.None))).Status
        );
    }

    [Fact]
    public async Task When_storage_is_down_the_answer_says_when_to_come_again()
    {
        using var services = Pipeline.Create(
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;BlobEndpoint=http://127.0.0.1:9/a;QueueEndpoint=http://127.0.0.1:9/a;TableEndpoint=http://127.0.0.1:9/a"
        );

        var answer = await GetAsync(
            (_, request) => services.GetRequiredService<StatusDesk>().ShowPageAsync(request, CancellationToken.None)
        );

        Assert.Equal((503, "30"), (answer.Status, answer.Headers.RetryAfter.ToString()));
        Assert.Contains("\"reason\":\"storage-unavailable\"", answer.Text, StringComparison.Ordinal);
    }

    private async Task<int> ConditionalAsync(Action<IHeaderDictionary> write)
    {
        var answer = await GetAsync(
            (desk, request) => desk.ShowDocumentAsync(request, "summary.json", CancellationToken.None),
            request => write(request.Headers)
        );
        Assert.Equal(answer.Status == 304, answer.Text.Length == 0);
        Assert.NotEmpty(answer.Headers.ETag.ToString());
        return answer.Status;
    }

    private async Task<(int Status, string Text, IHeaderDictionary Headers)> GetAsync(
        Func<StatusDesk, HttpRequest, Task<IResult>> ask,
        Action<HttpRequest>? write = null
    )
    {
        var context = new DefaultHttpContext { RequestServices = _status.Services };
        using var body = new MemoryStream();
        context.Response.Body = body;
        context.Request.Method = "GET";
        write?.Invoke(context.Request);
        await (await ask(_status.Desk, context.Request)).ExecuteAsync(context);
        return (context.Response.StatusCode, Encoding.UTF8.GetString(body.ToArray()), context.Response.Headers);
    }
}
