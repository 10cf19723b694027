using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SupportPipeline.Platform;

/// <summary>Every page for customers is made by <see cref="PublicPage"/>; a test over the source holds that.</summary>
public sealed partial class PublicPageTests
{
    [Fact]
    public async Task A_page_may_do_nothing_but_be_shown_and_send_its_own_form()
    {
        var (context, html) = await RenderAsync("Title <b>", "<p>body</p>");

        var headers = context.Response.Headers;
        var style = Style().Match(html).Groups["style"].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            headers.ContentSecurityPolicy
        );
        Assert.Equal(("nosniff", "no-store"), (headers.XContentTypeOptions.ToString(), headers.CacheControl.ToString()));
        Assert.Equal(("no-referrer", "noindex, nofollow"), (headers["Referrer-Policy"].ToString(), headers["X-Robots-Tag"].ToString()));
        Assert.Equal("text/html; charset=utf-8", context.Response.ContentType);
        Assert.Contains("<h1>Title &lt;b&gt;</h1><p>body</p>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void No_other_place_makes_a_page()
    {
        var makers = Repository
            .RepositoryFiles.Under("functions")
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .Where(file => HtmlAnswer().IsMatch(Repository.RepositoryFiles.Read(file)))
            .Select(Path.GetFileName);

        // The status page's files carry their policy themselves; StatusDeskTests hold it.
        Assert.Equal(["PublicPage.cs", "StatusFiles.cs"], makers.Order(StringComparer.Ordinal));
    }

    private static async Task<(HttpContext Context, string Html)> RenderAsync(string title, string body)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        using var written = new MemoryStream();
        context.Response.Body = written;
        await PublicPage.Answer(context, 200, "en", title, body).ExecuteAsync(context);
        return (context, Encoding.UTF8.GetString(written.ToArray()));
    }

    [GeneratedRegex("<style>(?<style>.*)</style>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Style();

    [GeneratedRegex("\"text/html; charset", RegexOptions.NonBacktracking)]
    private static partial Regex HtmlAnswer();
}
