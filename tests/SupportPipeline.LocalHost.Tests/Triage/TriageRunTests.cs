using System.Globalization;
using System.Text;
using System.Text.Json;
using SupportPipeline.LocalHost.Triage;

namespace SupportPipeline.LocalHost.Tests.Triage;

public sealed class TriageRunTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(256)]
    public async Task Answers_come_in_the_order_of_the_lines(int batch)
    {
        var lines = Enumerable.Range(0, 700).Select(i => $$"""{"id":{{i}},"text":"Where is my parcel {{i}}?"}""");

        var answers = await TriageLines.AskAsync(TriageLines.Run(batch), Encoding.UTF8.GetBytes(string.Join('\n', lines)));

        Assert.Equal(Enumerable.Range(0, 700).Select(i => i.ToString(CultureInfo.InvariantCulture)), answers.Ids);
        Assert.Equal((700, 0, 0), (answers.Run.Triaged, answers.Run.Failed, answers.Run.ExitCode));
    }

    [Theory]
    [InlineData("7")]
    [InlineData("-1.50e3")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("\"a\\u00e9 \\\"b\\\"\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("[1,\"two\",{\"three\":3}]")]
    [InlineData("{\"a\":{\"b\":[]}}")]
    public async Task An_id_of_any_type_comes_back_as_it_is(string id)
    {
        var answers = await TriageLines.AskAsync($$"""{"id":{{id}},"text":"Where is my parcel?"}""");

        Assert.Equal(id, Assert.Single(answers.Ids));
        Assert.Null(answers.Error(0));
    }

    [Fact]
    public async Task A_line_without_an_id_has_an_answer_without_one()
    {
        var answers = await TriageLines.AskAsync("""{"text":"Where is my parcel?"}""");

        Assert.False(Assert.Single(answers.Lines).TryGetProperty("id", out _));
    }

    [Fact]
    public async Task An_answer_has_every_dimension_with_its_words()
    {
        var answers = await TriageLines.AskAsync("""{"id":1,"text":"I want my money back, please refund my order.","language":"en"}""");

        var line = Assert.Single(answers.Lines);
        Assert.Equal(
            [
                "id",
                "language",
                "sentiment",
                "scores",
                "intensity",
                "intent",
                "topic",
                "style",
                "conduct",
                "threat",
                "urgency",
                "complaint",
                "confidence",
                "evidence",
                "engine",
            ],
            line.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal(("en", "refund", "embedded"), (Text(line, "language"), Text(line, "intent"), Text(line, "engine")));
        var words = line.GetProperty("evidence").EnumerateArray().First(found => Text(found, "dimension") == "intent");
        Assert.Equal(
            Text(words, "text"),
            "I want my money back, please refund my order.".Substring(
                words.GetProperty("offset").GetInt32(),
                words.GetProperty("length").GetInt32()
            )
        );
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"id":1}""")]
    [InlineData("""{"id":1,"text":null}""")]
    [InlineData("""{"id":1,"text":5}""")]
    [InlineData("""{"id":1,"text":"a"} {"id":2}""")]
    [InlineData("""{"id":1,"text":"a","language":7}""")]
    [InlineData("""{"id":1,"text":"\ud800"}""")]
    [InlineData("""{"id":1,"text":"\udc00 and more"}""")]
    public async Task A_line_that_cannot_be_read_is_answered_with_its_number_and_the_others_are_triaged(string bad)
    {
        var answers = await TriageLines.AskAsync("""{"id":"a","text":"one"}""", bad, """{"id":"b","text":"two"}""");

        Assert.Equal(3, answers.Lines.Count);
        Assert.NotEmpty(answers.Error(1)!);
        Assert.Equal(2, answers.Lines[1].GetProperty("line").GetInt32());
        Assert.Equal((null, null), (answers.Error(0), answers.Error(2)));
        Assert.Equal((2, 1, 1), (answers.Run.Triaged, answers.Run.Failed, answers.Run.ExitCode));
    }

    [Fact]
    public async Task A_line_that_is_not_utf8_is_answered_as_such()
    {
        var answers = await TriageLines.AskAsync(TriageLines.Run(), [.. "{\"id\":1,\"text\":\""u8, 0xFF, 0xC0, 0xAF, .. "\"}\n"u8]);

        Assert.Equal("the line is not UTF-8", answers.Error(0));
    }

    [Fact]
    public async Task A_line_nested_too_deep_is_a_bad_line()
    {
        var answers = await TriageLines.AskAsync($$"""{"id":{{new string('[', 100_000)}},"text":"a"}""", """{"id":2,"text":"b"}""");

        Assert.NotNull(answers.Error(0));
        Assert.Null(answers.Error(1));
    }

    [Theory]
    [InlineData("\u0000\u0001\u001b[31m")]
    [InlineData("\u202eevil\u202c \u200b\u200d\ufeff")]
    [InlineData("{{#each this}}{{/each}} ${jndi:x} <script>")]
    [InlineData("")]
    [InlineData("   ")]
    public async Task A_hostile_text_is_triaged_like_any_other(string text)
    {
        var answers = await TriageLines.AskAsync(JsonSerializer.Serialize(new { id = 1, text }));

        Assert.Null(answers.Error(0));
        Assert.Equal(0, answers.Run.ExitCode);
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_named_and_the_next_one_is_read()
    {
        var tooLong = $$"""{"id":1,"text":"{{new string('a', TriageRun.MaxLine)}}"}""";

        var answers = await TriageLines.AskAsync(tooLong, """{"id":2,"text":"b"}""");

        Assert.Equal($"the line is longer than {TriageRun.MaxLine} bytes", answers.Error(0));
        Assert.Equal(1, answers.Lines[0].GetProperty("line").GetInt32());
        Assert.Equal("2", answers.Lines[1].GetProperty("id").GetRawText());
    }

    [Fact]
    public async Task A_last_line_that_is_too_long_and_has_no_end_is_named()
    {
        var answers = await TriageLines.AskAsync(TriageLines.Run(), Encoding.UTF8.GetBytes(new string('a', (2 * TriageRun.MaxLine) + 1)));

        Assert.Equal(1, Assert.Single(answers.Lines).GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task Blank_lines_have_no_answer_but_a_number()
    {
        var answers = await TriageLines.AskAsync("", " \t", """{"id":1,"text":"a"}""", "\r", "bad", "");

        Assert.Equal(2, answers.Lines.Count);
        Assert.Equal(5, answers.Lines[1].GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task Files_of_other_systems_are_read()
    {
        byte[] input = [0xEF, 0xBB, 0xBF, .. "{\"id\":1,\"text\":\"a\"}\r\n{\"id\":2,\"text\":\"b\"}"u8];

        Assert.Equal(["1", "2"], (await TriageLines.AskAsync(TriageLines.Run(), input)).Ids);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
