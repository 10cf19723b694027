using FsCheck;
using FsCheck.Fluent;
using SupportPipeline.Intake;

namespace SupportPipeline.Functions.Tests.Intake;

public sealed class MailboxListTests
{
    [Theory]
    [InlineData("jo@example.com", "|jo@example.com")]
    [InlineData("<jo@example.com>", "|jo@example.com")]
    [InlineData("Jo Smith <jo@example.com>", "Jo Smith|jo@example.com")]
    [InlineData("\"O'Hara, Jo\" <a@b.example>", "O'Hara, Jo|a@b.example")]
    [InlineData("\"Jo \\\"the boss\\\" Smith\" <jo@example.com>", "Jo \"the boss\" Smith|jo@example.com")]
    [InlineData("jo@example.com (Jo Smith)", "Jo Smith|jo@example.com")]
    [InlineData("Jo (the (real) one) <jo@example.com>", "Jo|jo@example.com")]
    [InlineData("Иван Петров <ivan@example.ru>", "Иван Петров|ivan@example.ru")]
    [InlineData("=?utf-8?B?546L5bCP5piO?= <wang@example.cn>", "=?utf-8?B?546L5bCP5piO?=|wang@example.cn")]
    [InlineData("=?utf-8?Q?Doe,_\"Jo\"?= <jo@example.com>", "=?utf-8?Q?Doe,_\"Jo\"?=|jo@example.com")]
    [InlineData("\"jo smith\"@example.com", "|\"jo smith\"@example.com")]
    [InlineData("<\"jo>smith\"@example.com>", "|\"jo>smith\"@example.com")]
    [InlineData("<@relay.example,@other.example:jo@example.com>", "|jo@example.com")]
    [InlineData("\"jo@example.com\" <jo@example.com>", "|jo@example.com")]
    [InlineData("'jo@example.com'", "|jo@example.com")]
    [InlineData("mailto:jo@example.com", "|jo@example.com")]
    [InlineData("Jo Smith jo@example.com", "|jo@example.com")]
    [InlineData("Jo\r\n Smith\r\n <jo@example.com>", "Jo   Smith|jo@example.com")]
    public void Reads_one_mailbox_in_the_forms_found_in_the_wild(string header, string expected)
    {
        Assert.Equal([expected], Read(header));
    }

    [Theory]
    [InlineData("a@x.example, B <b@x.example>,c@x.example", "|a@x.example", "B|b@x.example", "|c@x.example")]
    [InlineData("a@x.example; B <b@x.example>;", "|a@x.example", "B|b@x.example")]
    [InlineData("Friends: a@x.example, B <b@x.example>;, c@x.example", "|a@x.example", "B|b@x.example", "|c@x.example")]
    [InlineData("A <a@x.example> B <b@x.example>", "A|a@x.example", "B|b@x.example")]
    [InlineData("a@x.example b@x.example", "|a@x.example", "|b@x.example")]
    [InlineData("A <a@x.example, B <b@x.example>", "A|a@x.example", "B|b@x.example")]
    [InlineData("\"A <a@x.example>, b@x.example", "\"A|a@x.example", "|b@x.example")]
    [InlineData("A (unclosed <a@x.example>, b@x.example", "A (unclosed|a@x.example", "|b@x.example")]
    [InlineData("nonsense, , ;; <>, a@x.example, <not an address>", "|a@x.example")]
    public void Reads_several_and_skips_garbage(string header, params string[] expected)
    {
        Assert.Equal(expected, Read(header));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("undisclosed-recipients:;")]
    [InlineData("Mail Delivery System")]
    [InlineData("<>")]
    public void Answers_an_empty_list_when_nobody_is_named(string? header)
    {
        Assert.Empty(MailboxList.Parse(header, 10, out var dropped));
        Assert.Equal(0, dropped);
    }

    [Fact]
    public void Returns_no_more_than_the_limit_and_counts_the_rest()
    {
        var header = string.Join(", ", Enumerable.Range(0, 10_000).Select(i => $"\"Person, {i}\" <p{i}@example.com>"));

        var mailboxes = MailboxList.Parse(header, 50, out var dropped);

        Assert.Equal(50, mailboxes.Count);
        Assert.Equal(9_950, dropped);
        Assert.Equal("Person, 49", mailboxes[49].Name);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("(")]
    [InlineData("((a)")]
    [InlineData("<")]
    [InlineData("<@a,")]
    [InlineData("=?")]
    [InlineData("=?a?q?")]
    [InlineData("\\\"(")]
    [InlineData("a@ ")]
    [InlineData("x")]
    [InlineData(":;,<>")]
    public void Survives_a_megabyte_of_hostile_input(string unit)
    {
        var header = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length)) + ", jo@example.com";

        var mailboxes = MailboxList.Parse(header, 10, out _);

        Assert.All(mailboxes, mailbox => Assert.Equal("jo@example.com", mailbox.Address.Value));
    }

    [Theory]
    [InlineData("jo(x)hn@example.org", "|hn@example.org")]
    [InlineData("a()a@a.example", "|a@a.example")]
    [InlineData("jo(x)@example.org", "x|jo@example.org")]
    [InlineData("jo@(x)example.org", "x|jo@example.org")]
    [InlineData("jo(x).(y)hn@example.org", "xy|jo.hn@example.org")]
    [InlineData("(x) jo@example.org (y)", "xy|jo@example.org")]
    public void A_comment_never_joins_two_words_to_an_address(string header, string expected)
    {
        Assert.Equal([expected], Read(header));
    }

    [Fact]
    public void Never_throws_and_never_invents()
    {
        Prop.ForAll<string?>(text =>
                MailboxList.Parse(text, 5, out var dropped) is { Count: <= 5 } list
                && dropped >= 0
                && list.All(m => text!.Contains(m.Address.LocalPart, StringComparison.Ordinal))
            )
            .QuickCheckThrowOnFailure();
    }

    private static string[] Read(string header) =>
        MailboxList.Parse(header, 100, out _).Select(mailbox => $"{mailbox.Name}|{mailbox.Address.Value}").ToArray();
}
