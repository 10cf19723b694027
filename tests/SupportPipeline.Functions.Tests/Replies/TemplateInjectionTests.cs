namespace SupportPipeline.Replies;

/// <summary>What a customer wrote is shown as it was written: it is never run, never markup, and never a line of ours.</summary>
public sealed class TemplateInjectionTests
{
    private const string Hostile = "{{deskName}} {{{caseNumber}}} {{#if matter}}x{{/if}} {{> partial}} {{!-- --}} <b>&amp;\"'</b>";

    public static TheoryData<string, string, string> Rows => TemplateText.Rows;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Template_syntax_in_a_value_is_text(string scenario, string language, string channel)
    {
        var file = TemplateText.File(scenario, language, channel);
        var plain = Marked(file, "MARK");

        var hostile = Marked(file, Hostile);

        Assert.Equal(plain.Subject.Replace("MARK", Hostile, StringComparison.Ordinal), hostile.Subject);
        Assert.Equal(plain.Text.Replace("MARK", Hostile, StringComparison.Ordinal), hostile.Text);
    }

    [Fact]
    public void The_html_part_encodes_everything()
    {
        var file = TemplateText.File("acknowledgement", "en", TemplateChannel.Email);

        var html = HtmlBody.FromText(Marked(file, Hostile).Text, "en");

        Assert.Contains(
            "about “{{deskName}} {{{caseNumber}}} {{#if matter}}x{{/if}} {{&gt; partial}} {{!-- --}} &lt;b&gt;&amp;amp;&quot;&#39;&lt;/b&gt;” has",
            html,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_customers_lines_and_overrides_cannot_pretend_to_be_ours()
    {
        var file = TemplateText.File("acknowledgement", "en", TemplateChannel.Email);

        var reply = Marked(file, "a\r\n\r\nYou have won.\u2028Pay\u2029now \u202Eback\u202C \u2067iso\0\u0007");

        Assert.StartsWith(
            "Hello a You have won. Pay now back iso,\n\nThank you for writing to us. Your message about “a You have won.",
            reply.Text,
            StringComparison.Ordinal
        );
        Assert.StartsWith("Re: a You have won.", reply.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', reply.Subject);
    }

    /// <summary>The template with the same text for everything a customer can write, and samples for the rest.</summary>
    private static RenderResult.Complete Marked(TemplateFile file, string text)
    {
        var values = TemplateText.Values(file);
        foreach (var name in new[] { "customerName", "subject", "matter", "praised" })
        {
            values[name] = text;
        }

        return Assert.IsType<RenderResult.Complete>(TemplateText.Try(file, values));
    }
}
