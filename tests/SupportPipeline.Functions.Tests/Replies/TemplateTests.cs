using HandlebarsDotNet;

namespace SupportPipeline.Replies;

public sealed class TemplateTests
{
    private const string File =
        "---\nscenario: s\nlanguage: en\nchannel: email\nsubject: About {{a}}\nrequired: a\noptional: b\n---\nHello {{a}}{{#if b}} and {{b}}{{/if}}.\n";

    private static readonly IHandlebars Engine = Handlebars.Create(
        new HandlebarsConfiguration { NoEscape = true, ThrowOnUnresolvedBindingExpression = true }
    );

    [Fact]
    public void Fills_what_it_has() =>
        Assert.Equal(new RenderResult.Complete("About you", "Hello you and me.\n"), Render(File, ("a", "you"), ("b", "me")));

    [Fact]
    public void An_optional_variable_may_be_missing() =>
        Assert.Equal(new RenderResult.Complete("About you", "Hello you.\n"), Render(File, ("a", "you")));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void A_blank_required_variable_stops_it(string value) =>
        Assert.Equal(new RenderResult.Incomplete("'a' is empty."), Render(File, ("a", value)));

    [Fact]
    public void A_missing_required_variable_stops_it() => Assert.Equal(new RenderResult.Incomplete("'a' is empty."), Render(File));

    [Fact]
    public void A_variable_nobody_announced_stops_it() =>
        Assert.IsType<RenderResult.Incomplete>(
            Render(File.Replace("Hello", "Hello {{c}}", StringComparison.Ordinal), ("a", "you"), ("c", "x"))
        );

    [Theory]
    [InlineData("Hello", "Template 't' has no front matter.")]
    [InlineData("---\nscenario: s\n---\nHello", "Template 't' does not say 'language'.")]
    [InlineData("---\nnonsense\n---\nHello", "Template 't': 'nonsense' is not 'key: value'.")]
    public void A_malformed_file_is_named(string file, string expected)
    {
        var exception = Assert.Throws<FormatException>(() => Template.Parse(Engine, "t", file));

        Assert.Equal(expected, exception.Message);
    }

    private static RenderResult Render(string file, params (string Name, string Value)[] values) =>
        Template.Parse(Engine, "t", file).Render(values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal));
}
