using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;

namespace SupportPipeline.Social.Mentions.Desk;

[Collection("Azurite")]
public sealed class MentionExportTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Thousands_of_mentions_are_exported_once_each_newest_first()
    {
        await using var scene = await OpenAsync();
        var all = Enumerable.Range(0, 2_500).Select(number => scene.Mention($"m{number}", TimeSpan.FromSeconds(number * 10))).ToList();
        await scene.AddAsync(all);

        var lines = Encoding.UTF8.GetString(await ExportAsync(scene, "csv", $"?brand={scene.Brand}")).Split("\r\n");
        Assert.Equal(MentionCsv.Header, lines[0]);
        Assert.Equal(all.Select(mention => mention.Id.ToString()), lines[1..^1].Select(line => line.Split(',')[0]));
        Assert.Equal("", lines[^1]);

        using var json = JsonDocument.Parse(await ExportAsync(scene, "json", ""));
        Assert.Equal(
            all.Select(mention => mention.Id.ToString()),
            json.RootElement.EnumerateArray().Select(item => item.GetProperty("id").GetString())
        );
    }

    [Fact]
    public async Task Filters_hold_for_an_export_and_an_empty_one_is_empty()
    {
        await using var scene = await OpenAsync();
        await scene.AddAsync("m");

        Assert.Equal("[]", Encoding.UTF8.GetString(await ExportAsync(scene, "json", "?mood=negative")));
        Assert.Equal(MentionCsv.Header + "\r\n", Encoding.UTF8.GetString(await ExportAsync(scene, "csv", "?mood=negative")));
    }

    [Fact]
    public async Task A_byte_order_mark_is_written_when_it_is_asked_for()
    {
        await using var scene = await OpenAsync();

        Assert.Equal([0xEF, 0xBB, 0xBF], (await ExportAsync(scene, "csv", "?bom=true"))[..3]);
        Assert.Equal((byte)'i', (await ExportAsync(scene, "csv", ""))[0]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("-5", "'-5")]
    [InlineData("@mia", "'@mia")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "\"'\rx\"")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("two\nlines, and \"quotes\"", "\"two\nlines, and \"\"quotes\"\"\"")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void A_cell_is_quoted_and_no_formula(string text, string expected) => Assert.Equal(expected, MentionCsv.Cell(text));

    [Fact]
    public async Task Nobody_without_the_role_gets_a_file()
    {
        await using var scene = await OpenAsync();
        var request = Testing.StaffRequest.Of(scene.Services, "OnCall");
        var export = scene.Services.GetRequiredService<MentionExport>();

        var (status, _) = await Testing.StaffRequest.AnswerAsync(
            request,
            await new ExportMentionsCsv(export).RunAsync(request, CancellationToken.None)
        );

        Assert.Equal(403, status);
    }

    private static async Task<byte[]> ExportAsync(DeskScene scene, string format, string query)
    {
        var request = scene.Request(new { }, query: query);
        var export = scene.Services.GetRequiredService<MentionExport>();
        var result =
            format == "csv"
                ? await new ExportMentionsCsv(export).RunAsync(request, CancellationToken.None)
                : await new ExportMentionsJson(export).RunAsync(request, CancellationToken.None);
        await result.ExecuteAsync(request.HttpContext);
        Assert.Equal(StatusCodes.Status200OK, request.HttpContext.Response.StatusCode);
        return ((MemoryStream)request.HttpContext.Response.Body).ToArray();
    }

    private Task<DeskScene> OpenAsync() => DeskScene.OpenAsync(azurite.ConnectionString);
}
