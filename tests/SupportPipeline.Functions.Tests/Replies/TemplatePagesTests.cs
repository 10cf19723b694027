using System.Globalization;
using System.Text;
using SupportPipeline.Repository;

namespace SupportPipeline.Replies;

/// <summary>The pages that show every template, filled: <c>docs/templates/language.md</c>.</summary>
public sealed class TemplatePagesTests
{
    private static readonly Dictionary<string, (string Title, string Intro, string Subject, string Note)> Words = new(
        StringComparer.Ordinal
    )
    {
        ["en"] = (
            "Replies in English",
            "Every template, filled with sample values. Written by a test; see [the overview](README.md).",
            "Subject:",
            "In public:"
        ),
        ["ru"] = (
            "Ответы на русском",
            "Все шаблоны, заполненные примерами. Страницу пишет тест; см. [обзор](README.md).",
            "Тема:",
            "Публично:"
        ),
        ["zh-Hans"] = ("简体中文回复", "所有模板，均已填入示例内容。本页由测试生成，参见[概览](README.md)。", "主题：", "公开回复："),
        ["zh-Hant"] = ("繁體中文回覆", "所有範本，均已填入範例內容。本頁由測試產生，請見[總覽](README.md)。", "主旨：", "公開回覆："),
    };

    public static TheoryData<string> Languages { get; } = [.. TemplateCatalog.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_page_shows_what_is_sent(string language)
    {
        var path = $"docs/templates/{language}.md";
        var page = Page(language);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Path.Combine(RepositoryFiles.Root, path), page);
        }

        var committed = File.Exists(Path.Combine(RepositoryFiles.Root, path)) ? RepositoryFiles.Read(path).ReplaceLineEndings("\n") : "";
        Assert.True(
            page == committed,
            $"{path} is not what the templates say now: run this test with UPDATE_DOCS=1 and look at what changed."
        );
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_samples_name_no_scenario_that_is_not_there(string language) =>
        Assert.Empty(TemplateSamples.Of(language).Scenarios.Except(TemplateText.Files.Select(file => file.Scenario)));

    private static string Page(string language)
    {
        var words = Words[language];
        var page = new StringBuilder($"# {words.Title}\n\n{words.Intro}\n");
        foreach (var scenario in TemplateText.Files.Select(file => file.Scenario).Distinct().Order(StringComparer.Ordinal))
        {
            var email = TemplateText.Fill(TemplateText.File(scenario, language, TemplateChannel.Email), _ => true);
            var note = TemplateText.Fill(TemplateText.File(scenario, language, TemplateChannel.Public), _ => true);
            page.Append(
                CultureInfo.InvariantCulture,
                $"\n## {scenario}\n\n**{words.Subject}** {email.Subject}\n\n{Quoted(email.Text)}\n\n**{words.Note}**\n\n{Quoted(note.Text)}\n"
            );
        }

        return page.ToString();
    }

    /// <summary>As a quotation whose lines stay lines.</summary>
    private static string Quoted(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        return string.Join(
            '\n',
            lines.Select(
                (line, i) =>
                    line.Length == 0 ? ">"
                    : i + 1 < lines.Length && lines[i + 1].Length > 0 ? $"> {line}\\"
                    : $"> {line}"
            )
        );
    }
}
