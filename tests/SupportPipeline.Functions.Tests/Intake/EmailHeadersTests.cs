using FsCheck;
using FsCheck.Fluent;
using SupportPipeline.Intake;

namespace SupportPipeline.Functions.Tests.Intake;

public sealed class EmailHeadersTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Reads_unfolds_and_keeps_repeated_headers(string lineEnd)
    {
        var block = string.Join(
            lineEnd,
            "Received: from a.example by b.example",
            "received: from b.example",
            "\tby c.example;",
            "  Fri, 3 May 2024 10:11:12 +0000",
            "Subject:  Where is my order? ",
            "X-Empty:",
            "no colon here",
            " its continuation",
            "Bad Name: x",
            ": nameless",
            "To : jo@example.com",
            ""
        );

        var headers = EmailHeaders.Parse(block);

        Assert.Equal(
            ["from a.example by b.example", "from b.example\tby c.example;  Fri, 3 May 2024 10:11:12 +0000"],
            headers.All("RECEIVED")
        );
        Assert.Equal("Where is my order?", headers.First("subject"));
        Assert.Equal("", headers.First("X-Empty"));
        Assert.True(headers.Has("x-empty"));
        Assert.Equal("jo@example.com", headers.First("To"));
        Assert.False(headers.Has("Bad Name"));
        Assert.False(headers.Has("Bcc"));
        Assert.Null(headers.First("Bcc"));
        Assert.Empty(headers.All("Bcc"));
        Assert.Equal(5, headers.Count);
    }

    [Fact]
    public void Stops_at_the_empty_line_that_ends_the_block()
    {
        var headers = EmailHeaders.Parse("\r\nSubject: hello\r\n\r\nPrecedence: bulk\r\n");

        Assert.Equal(1, headers.Count);
        Assert.False(headers.Has("Precedence"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\r\n\r\n")]
    [InlineData(" folded into nothing")]
    public void Is_empty_when_there_is_nothing_to_read(string? block)
    {
        Assert.Equal(0, EmailHeaders.Parse(block).Count);
        Assert.Equal(0, EmailHeaders.Empty.Count);
    }

    [Fact]
    public void Takes_a_lone_carriage_return_for_a_space()
    {
        Assert.Equal("a Bcc: b", EmailHeaders.Parse("Subject: a\rBcc: b\n").First("Subject"));
    }

    [Fact]
    public void Cuts_long_values_at_the_end_and_references_at_the_beginning()
    {
        var filler = new string('x', 1_000_000);

        var headers = EmailHeaders.Parse($"Subject: first{filler}\nReferences: {filler}<newest@example.com>\n");

        Assert.Equal(EmailHeaders.MaxValueLength, headers.First("References")!.Length);
        Assert.StartsWith("firstxxx", headers.First("Subject"), StringComparison.Ordinal);
        Assert.EndsWith("<newest@example.com>", headers.First("References"), StringComparison.Ordinal);
        Assert.Equal(16 * 1024, EmailHeaders.MaxValueLength);
    }

    [Fact]
    public void Keeps_no_more_than_the_stated_number_of_fields()
    {
        var block = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"X-{i}: v\n"));

        Assert.Equal(2000, EmailHeaders.Parse(block).Count);
        Assert.Equal(2000, EmailHeaders.MaxCount);
    }

    [Theory]
    [InlineData(" \n")]
    [InlineData("a:\n ")]
    [InlineData(":")]
    [InlineData("\r")]
    [InlineData("a")]
    public void Survives_a_megabyte_of_hostile_input(string unit)
    {
        var block = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));

        Assert.InRange(EmailHeaders.Parse(block).Count, 0, EmailHeaders.MaxCount);
    }

    [Fact]
    public void Never_throws_and_never_holds_a_line_break()
    {
        Prop.ForAll<string?>(text => EmailHeaders.Parse("X: " + text).All("X").All(v => v.IndexOfAny(['\r', '\n']) < 0))
            .QuickCheckThrowOnFailure();
    }
}
