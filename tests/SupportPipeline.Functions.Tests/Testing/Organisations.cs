using SupportPipeline.Platform;

namespace SupportPipeline.Testing;

/// <summary>The organisation of <c>Testing/organisation.json</c>, and organisations of a few lines.</summary>
internal static class Organisations
{
    public static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "test-organisation.json");

    public static OrganisationFile File { get; } = OrganisationFile.Parse(System.IO.File.ReadAllText(Path), "test-organisation.json");

    public static Organisation Usual { get; } = new(File);

    /// <summary>The usual organisation with its own word about some templates.</summary>
    public static Organisation Saying(params (string Template, Automation Automation)[] automation) =>
        new(File with { Automation = automation.ToDictionary(pair => pair.Template, pair => pair.Automation, StringComparer.Ordinal) });
}
