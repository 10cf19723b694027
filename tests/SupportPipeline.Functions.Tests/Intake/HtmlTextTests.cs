using FsCheck;
using FsCheck.Fluent;
using SupportPipeline.Intake;

namespace SupportPipeline.Functions.Tests.Intake;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("just text", "just text")]
    [InlineData("<p>Hello,</p><p>where is\n my   order?</p>", "Hello,\n\nwhere is my order?")]
    [InlineData("one<br>two<br/>three<br><br><br><br>four", "one\ntwo\nthree\n\nfour")]
    [InlineData("<div>one</div><div>two</div><div><br></div><div>three</div>", "one\ntwo\n\nthree")]
    [InlineData("a&nbsp;&amp;&nbsp;b &lt;3 &#8364; &eacute;", "a & b <3 € é")]
    [InlineData("<ul><li>red</li><li>blue</ul>", "- red\n- blue")]
    [InlineData("<ol><li>first<li>second<ul><li>inner</li></ul></ol>end", "1. first\n2. second\n  - inner\n\nend")]
    [InlineData("<table><tr><td>Order</td><td>4711</td></tr><tr><td>Sum</td><td>9 €</td></tr></table>", "Order | 4711\nSum | 9 €")]
    [InlineData("see <a href=\"https://shop.example/o/1\">my order</a> now", "see my order (https://shop.example/o/1) now")]
    [InlineData("<a href=\"https://www.shop.example/\">shop.example</a>", "shop.example")]
    [InlineData("<a href=\"mailto:jo@example.com\">jo@example.com</a>", "jo@example.com")]
    [InlineData("<a href=\"javascript:alert(1)\">click</a>", "click")]
    [InlineData("<img src=x alt=\"a broken cup\"> <img src=y>", "a broken cup")]
    [InlineData("<pre>a  b\n c</pre>", "a  b\n c")]
    [InlineData("x<span style=\"display: none\">hidden</span>y", "xy")]
    [InlineData(
        "<html><head><title>T</title><style>p{}</style></head><body><script>if (a<b) x()</script>Hi<!-- no --></body></html>",
        "Hi"
    )]
    [InlineData("<!--[if mso]><p>Outlook</p><![endif]-->Hi", "Hi")]
    [InlineData("preview\u200B\u200B\u034F text", "preview text")]
    public void Makes_readable_text(string html, string expected)
    {
        Assert.Equal(expected, HtmlText.ToText(html));
    }

    [Theory]
    [InlineData("Yes.<blockquote>Do you agree?</blockquote>", "Yes.\n\n> Do you agree?")]
    [InlineData("a<blockquote>b<blockquote>c</blockquote>d</blockquote>e", "a\n\n> b\n>\n> > c\n>\n> d\n\ne")]
    [InlineData(
        "<div dir=ltr>Still nothing.</div><br><div class=\"gmail_quote\"><div class=\"gmail_attr\">On Fri, Jo wrote:<br></div><blockquote class=\"gmail_quote\">We sent it.</blockquote></div>",
        "Still nothing.\n\n> > On Fri, Jo wrote:\n> >\n> > We sent it."
    )]
    [InlineData(
        "<div class=\"gmail_quote\">On Fri wrote:<blockquote>Which colour?</blockquote><div>Red.</div><blockquote>Which size?</blockquote><div>Small.</div></div>",
        "> On Fri wrote:\n>\n> > Which colour?\n\nRed.\n\n> Which size?\n\nSmall."
    )]
    [InlineData("New<div class=\"ydp1a2byahoo_quoted\" id=\"yahoo_quoted_12\">Old</div>", "New\n\n> Old")]
    [InlineData(
        "New<div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\">From: Shop</div><div>Old</div>",
        "New\n\n> > From: Shop\n> > Old"
    )]
    [InlineData(
        "<p>New</p><div class=\"moz-cite-prefix\">On 03.05.24 Shop wrote:</div><blockquote type=\"cite\">Old</blockquote>",
        "New\n\n> On 03.05.24 Shop wrote:\n>\n> Old"
    )]
    public void Marks_what_is_quoted(string html, string expected)
    {
        Assert.Equal(expected, HtmlText.ToText(html));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<blockquote>")]
    [InlineData("<b><p>")]
    [InlineData("<a href=x><ul><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("</div>")]
    [InlineData("<font color=\"#012345\"><p>x")]
    [InlineData("&")]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("<pre>\n")]
    public void Survives_two_million_characters_of_hostile_markup(string unit)
    {
        var html = string.Concat(Enumerable.Repeat(unit, 3_000_000 / unit.Length));

        Assert.InRange(HtmlText.ToText(html).Length, 0, 12 * HtmlText.MaxInputLength);
    }

    [Fact]
    public void Looks_at_the_first_two_million_characters_only()
    {
        var html = new string('a', 2_000_000) + "b";

        Assert.Equal(2_000_000, HtmlText.ToText(html).Length);
    }

    [Fact]
    public void Never_throws_and_keeps_every_visible_letter_of_plain_text()
    {
        Prop.ForAll<NonNull<string>>(text => HtmlText.ToText(text.Get) is not null).QuickCheckThrowOnFailure();
        Prop.ForAll<int[]>(numbers =>
            {
                var words = string.Join(' ', numbers.Select(n => $"w{Math.Abs((long)n)}"));
                return HtmlText.ToText($"<div><p>{words}") == words;
            })
            .QuickCheckThrowOnFailure();
    }
}
