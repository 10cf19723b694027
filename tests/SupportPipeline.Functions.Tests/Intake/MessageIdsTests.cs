using FsCheck;
using FsCheck.Fluent;
using SupportPipeline.Intake;

namespace SupportPipeline.Functions.Tests.Intake;

public sealed class MessageIdsTests
{
    [Theory]
    [InlineData("<a@x.example>", "a@x.example")]
    [InlineData("<a@x.example> <b@x.example>", "a@x.example", "b@x.example")]
    [InlineData("<a@x.example><b@x.example>", "a@x.example", "b@x.example")]
    [InlineData("<a@x.example>,\r\n\t<b@x.example>", "a@x.example", "b@x.example")]
    [InlineData("<very-long\r\n -id@x.example>", "very-long-id@x.example")]
    [InlineData("a@x.example", "a@x.example")]
    [InlineData("a@x.example, b@x.example", "a@x.example", "b@x.example")]
    [InlineData("<a@x.example", "a@x.example")]
    [InlineData("<no-at-sign>", "no-at-sign")]
    [InlineData("Your message of \"Mon, 6 May\" <a@x.example> (from jo@x.example)", "a@x.example")]
    [InlineData("<a(1)@x.example>", "a(1)@x.example")]
    [InlineData("<A@X.example> <A@x.EXAMPLE>", "A@x.EXAMPLE")]
    [InlineData("<CAKx+J=8w@mail.gmail.com> <tencent_0C1F@qq.com>", "CAKx+J=8w@mail.gmail.com", "tencent_0C1F@qq.com")]
    public void Reads_ids_in_their_order(string header, params string[] expected)
    {
        Assert.Equal(expected, MessageIds.Parse(header));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("<>")]
    [InlineData("Your message of Monday")]
    public void Answers_an_empty_list_when_there_is_no_id(string? header)
    {
        Assert.Empty(MessageIds.Parse(header));
    }

    [Fact]
    public void Keeps_the_hundred_newest()
    {
        var header = string.Join(' ', Enumerable.Range(0, 250).Select(i => $"<{i}@x.example>"));

        var ids = MessageIds.Parse(header);

        Assert.Equal(Enumerable.Range(150, 100).Select(i => $"{i}@x.example").ToArray(), ids);
    }

    [Fact]
    public void Leaves_out_what_is_longer_than_a_line_of_mail()
    {
        var longest = new string('a', 993) + "@x";

        Assert.Equal([longest], MessageIds.Parse($"<{longest}> <{longest}y>"));
    }

    [Theory]
    [InlineData(" <Ab.C@Mail.Example.COM> ", "Ab.C@mail.example.com")]
    [InlineData("Ab C@X", "AbC@x")]
    [InlineData("no-at", "no-at")]
    public void Normalizes_for_comparison(string id, string expected)
    {
        Assert.Equal(expected, MessageIds.Normalize(id));
    }

    [Theory]
    [InlineData("<")]
    [InlineData("(")]
    [InlineData("\"")]
    [InlineData("<a@b>")]
    [InlineData("a@")]
    public void Survives_a_megabyte_of_hostile_input(string unit)
    {
        var header = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));

        Assert.InRange(MessageIds.Parse(header).Count, 0, MessageIds.MaxCount);
    }

    [Fact]
    public void Never_throws_and_never_holds_brackets_or_white_space()
    {
        Prop.ForAll<string?>(text =>
                MessageIds.Parse(text).All(id => id.Length > 0 && !id.Any(c => c is '<' or '>' || char.IsWhiteSpace(c)))
            )
            .QuickCheckThrowOnFailure();
    }
}
