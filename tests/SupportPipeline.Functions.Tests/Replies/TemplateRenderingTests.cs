using System.Text.RegularExpressions;

namespace SupportPipeline.Replies;

/// <summary>Every embedded template, filled.</summary>
public sealed partial class TemplateRenderingTests
{
    private const int MostOfANote = 180;

    public static TheoryData<string, string, string> Rows => TemplateText.Rows;

    public static TheoryData<string, string, string> Emails => TemplateText.Emails;

    public static TheoryData<string, string, string> Notes => TemplateText.Notes;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Reads_well_with_everything(string scenario, string language, string channel)
    {
        var file = TemplateText.File(scenario, language, channel);

        var reply = TemplateText.Fill(file, _ => true);

        AssertClean(reply);
        Assert.All(
            file.Used,
            name =>
                Assert.Contains(
                    InsertedValue.Of(name, TemplateText.Values(file)[name]),
                    reply.Subject + reply.Text,
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Reads_well_with_only_what_it_requires(string scenario, string language, string channel)
    {
        var file = TemplateText.File(scenario, language, channel);

        AssertClean(TemplateText.Fill(file, name => file.Required.Contains(name, StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Reads_well_without_any_one_of_the_optional_values(string scenario, string language, string channel)
    {
        var file = TemplateText.File(scenario, language, channel);

        Assert.All(file.Optional, left => AssertClean(TemplateText.Fill(file, name => name != left)));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Stops_when_anything_required_is_missing_or_blank(string scenario, string language, string channel)
    {
        var file = TemplateText.File(scenario, language, channel);

        Assert.All(
            file.Required,
            required =>
            {
                var others = TemplateText.Values(file).Where(value => value.Key != required).ToList();
                var expected = new RenderResult.Incomplete($"'{required}' is empty.");

                Assert.Equal(expected, TemplateText.Try(file, others));
                Assert.Equal(expected, TemplateText.Try(file, others.Append(new(required, " \n\u202E"))));
            }
        );
    }

    [Theory]
    [MemberData(nameof(Emails))]
    public void An_email_greets_signs_and_carries_the_case_number(string scenario, string language, string channel)
    {
        var file = TemplateText.File(scenario, language, channel);
        var values = TemplateText.Values(file);

        var reply = TemplateText.Fill(file, _ => true);
        var lines = reply.Text.TrimEnd('\n').Split('\n');

        Assert.Contains(values["customerName"], lines[0], StringComparison.Ordinal);
        Assert.Equal("", lines[1]);
        Assert.Equal(values["deskName"], lines[^1]);
        Assert.Equal(
            !TemplateText.Unasked.Contains(scenario, StringComparer.Ordinal),
            reply.Subject.EndsWith($" [#{values["caseNumber"]}]", StringComparison.Ordinal)
        );
        Assert.DoesNotContain('\n', reply.Subject);
    }

    [Theory]
    [MemberData(nameof(Notes))]
    public void A_note_is_short_and_tells_nothing_of_the_case(string scenario, string language, string channel)
    {
        string[] ofTheCase =
        [
            "customerName",
            "subject",
            "matter",
            "caseNumber",
            "mistake",
            "remedy",
            "progress",
            "solution",
            "steps",
            "item",
            "endsAt",
        ];
        var file = TemplateText.File(scenario, language, channel);
        var words = Braces().Replace(file.Text, "");

        Assert.InRange(PublicLength.Of(words.Trim()), 1, MostOfANote);
        Assert.DoesNotContain('\n', words);
        Assert.Empty(file.Required.Concat(file.Optional).Intersect(ofTheCase));
        Assert.Contains("{{#if handle}}", file.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Notes))]
    public void A_note_fits_with_its_sample_values(string scenario, string language, string channel)
    {
        var file = TemplateText.File(scenario, language, channel);

        var note = TemplateText.Fill(file, _ => true).Text;

        Assert.True(PublicLength.Of(note) <= PublicLength.Limit, $"{PublicLength.Of(note)}: {note}");
    }

    private static void AssertClean(RenderResult.Complete reply)
    {
        var all = reply.Subject + "\n" + reply.Text;
        Assert.DoesNotContain("{{", all, StringComparison.Ordinal);
        Assert.DoesNotContain("}}", all, StringComparison.Ordinal);
        Assert.Null(Blemish().Match(all) is { Success: true } blemish ? all[Math.Max(0, blemish.Index - 20)..][..30] : null);
    }

    /// <summary>
    /// Two spaces, a space at either end of a line or before punctuation, punctuation that nothing precedes or that meets its like, empty
    /// quotes or brackets, two blank lines.
    /// </summary>
    [GeneratedRegex(
        @"  |[ \t]$|^[ \t]| [,.;:!?，。；：！？、]|^[,.;:!?，。；：！？、]|[,;:，；：、][,.;:，。；：、]|\.\.|。。|，。|“”|«»|「」|『』|\(\s*\)|（\s*）|\n\n\n",
        RegexOptions.Multiline | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Blemish();

    [GeneratedRegex(@"\{\{[^}]*\}\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Braces();
}
