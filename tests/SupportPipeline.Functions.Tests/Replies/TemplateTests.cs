using HandlebarsDotNet;

namespace SupportPipeline.Replies;

public sealed class TemplateTests
{
    private const string Path = "Templates/en/s.email.hbs";
    private const string File =
        "---\nscenario: s\nlanguage: en\nchannel: email\nsubject: About {{a}}\nrequired: a\noptional: b\n---\nHello {{a}}{{#if b}} and {{b}}{{/if}}.\n";

    private static readonly IHandlebars Engine = Handlebars.Create(
        new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true }
    );

    [Fact]
    public void Fills_what_it_has() =>
        Assert.Equal(new RenderResult.Complete("About you", "Hello you and me.\n"), Render(File, ("a", "you"), ("b", "me")));

    [Fact]
    public void A_public_note_has_no_subject() =>
        Assert.Equal(
            new RenderResult.Complete("", "Hello you."),
            new Template(
                Engine,
                TemplateFile.Parse(
                    "Templates/en/s.public.hbs",
                    "---\nscenario: s\nlanguage: en\nchannel: public\nrequired: a\noptional:\n---\nHello {{a}}.\n"
                )
            ).Render(new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "you" })
        );

    [Fact]
    public void An_optional_variable_may_be_missing() =>
        Assert.Equal(new RenderResult.Complete("About you", "Hello you.\n"), Render(File, ("a", "you")));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\n")]
    [InlineData("\u202E")]
    public void A_blank_optional_variable_leaves_nothing_behind(string value) =>
        Assert.Equal(new RenderResult.Complete("About you", "Hello you.\n"), Render(File, ("a", "you"), ("b", value)));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("\u202E")]
    public void A_blank_required_variable_stops_it(string value) =>
        Assert.Equal(new RenderResult.Incomplete("'a' is empty."), Render(File, ("a", value)));

    [Fact]
    public void A_missing_required_variable_stops_it() => Assert.Equal(new RenderResult.Incomplete("'a' is empty."), Render(File));

    [Theory]
    [InlineData("Hello {{c}}")]
    [InlineData("Hello {{#if c}}you{{/if}}")]
    public void A_variable_nobody_announced_stops_it(string greeting) =>
        Assert.Equal(
            new RenderResult.Incomplete("'c' is not announced."),
            Render(File.Replace("Hello", greeting, StringComparison.Ordinal), ("a", "you"), ("c", "x"))
        );

    [Theory]
    [InlineData("{{#if b}}")]
    [InlineData("{{#each b}}")]
    [InlineData("{{c.d}}")]
    public void A_template_that_is_broken_stops_it(string piece) =>
        Assert.IsType<RenderResult.Incomplete>(Render(File.Replace("Hello", piece, StringComparison.Ordinal), ("a", "you")));

    [Theory]
    [InlineData("Hello", "Template 'Templates/en/s.email.hbs' has no front matter.")]
    [InlineData("---\nscenario: s\n---\nHello", "Template 'Templates/en/s.email.hbs' does not say 'language'.")]
    [InlineData(
        "---\nscenario: s\nlanguage: en\nchannel: email\n---\nHello",
        "Template 'Templates/en/s.email.hbs' does not say 'subject'."
    )]
    [InlineData("---\nnonsense\n---\nHello", "Template 'Templates/en/s.email.hbs': 'nonsense' is not 'key: value'.")]
    [InlineData(
        "---\nscenario: s\nlanguage: ru\nchannel: email\n---\nHello",
        "Template 'Templates/en/s.email.hbs' says it is 's' in 'ru' for 'email'."
    )]
    public void A_malformed_file_is_named(string file, string expected)
    {
        var exception = Assert.Throws<FormatException>(() => TemplateFile.Parse(Path, file));

        Assert.Equal(expected, exception.Message);
    }

    [Fact]
    public void A_subject_in_a_public_note_is_refused()
    {
        var file = File.Replace("channel: email", "channel: public", StringComparison.Ordinal);

        var exception = Assert.Throws<FormatException>(() => TemplateFile.Parse("Templates/en/s.public.hbs", file));

        Assert.Equal("Template 'Templates/en/s.public.hbs' is public and has a subject.", exception.Message);
    }

    private static RenderResult Render(string file, params (string Name, string Value)[] values) =>
        new Template(Engine, TemplateFile.Parse(Path, file)).Render(
            values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal)
        );
}
