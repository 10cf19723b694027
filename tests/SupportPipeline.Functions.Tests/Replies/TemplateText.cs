namespace SupportPipeline.Replies;

/// <summary>What the tests of the templates need to know of the embedded files.</summary>
internal static class TemplateText
{
    private static readonly Dictionary<(string, string, string), TemplateFile> ByKey = TemplateCatalog
        .Embedded()
        .ToDictionary(file => (file.Scenario, file.Language, file.Channel));

    /// <summary>Mails that belong to no matter: nothing in them is about a case.</summary>
    public static IReadOnlyList<string> Unasked { get; } = ["anniversary-greeting", "birthday-greeting", "purchase-check-in"];

    /// <summary>All of them, by path.</summary>
    public static IReadOnlyCollection<TemplateFile> Files => ByKey.Values;

    /// <summary>A row for every embedded template.</summary>
    public static TheoryData<string, string, string> Rows { get; } = RowsWhere(_ => true);

    /// <summary>A row for every email.</summary>
    public static TheoryData<string, string, string> Emails { get; } = RowsWhere(file => file.Channel == TemplateChannel.Email);

    /// <summary>A row for every public note.</summary>
    public static TheoryData<string, string, string> Notes { get; } = RowsWhere(file => file.Channel == TemplateChannel.Public);

    public static TheoryData<string, string, string> RowsWhere(Func<TemplateFile, bool> isWanted)
    {
        var rows = new TheoryData<string, string, string>();
        foreach (var file in Files.Where(isWanted))
        {
            rows.Add(file.Scenario, file.Language, file.Channel);
        }

        return rows;
    }

    public static TemplateFile File(string scenario, string language, string channel) => ByKey[(scenario, language, channel)];

    /// <summary>The template filled with the samples of its language; which variables are given is for the caller to say.</summary>
    public static RenderResult.Complete Fill(TemplateFile file, Func<string, bool> isGiven) =>
        Assert.IsType<RenderResult.Complete>(Try(file, Values(file).Where(value => isGiven(value.Key))));

    public static RenderResult Try(TemplateFile file, IEnumerable<KeyValuePair<string, string>> values) =>
        Catalog.Value.Render(file.Scenario, file.Language, file.Channel, new Dictionary<string, string>(values, StringComparer.Ordinal));

    public static Dictionary<string, string> Values(TemplateFile file) => TemplateSamples.Of(file.Language).For(file.Scenario);

    private static readonly Lazy<TemplateCatalog> Catalog = new(() => new());
}
