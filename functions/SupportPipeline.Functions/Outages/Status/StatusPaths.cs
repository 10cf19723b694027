namespace SupportPipeline.Outages.Status;

/// <summary>
/// The names of the published files. They are the paths of the public address too, so that a static host that knows nothing of us serves them, and every
/// link between them is relative.
/// </summary>
internal static class StatusPaths
{
    /// <summary>The page in the default language, where a static host begins.</summary>
    public const string Index = "index.html";

    /// <summary>The same for <c>/status</c> on a static host.</summary>
    public const string StatusIndex = "status/index.html";

    /// <summary>The document that is written last.</summary>
    public const string Summary = "api/v2/summary.json";

    /// <summary>The Atom feed.</summary>
    public const string Atom = "history.atom";

    /// <summary>The RSS feed.</summary>
    public const string Rss = "history.rss";

    /// <summary>Where the page is for people: a route of the app, and a folder with an index on a static host.</summary>
    public const string Home = "status";

    /// <summary>What the badges of components lie below.</summary>
    public const string Badges = "status/badge/";

    /// <summary>The documents, the summary at the end.</summary>
    public static IReadOnlyList<string> Documents { get; } =
    [
        "api/v2/status.json",
        "api/v2/components.json",
        "api/v2/incidents.json",
        "api/v2/incidents/unresolved.json",
        "api/v2/scheduled-maintenances.json",
        "api/v2/scheduled-maintenances/upcoming.json",
        "api/v2/scheduled-maintenances/active.json",
        Summary,
    ];

    /// <summary>The page in a language.</summary>
    public static string Page(string language) => $"status/{language}.html";

    /// <summary>The page of an incident; in the default language when none is named.</summary>
    public static string Incident(string id, string? language = null) => $"status/incidents/{id}{Part(language)}.html";

    /// <summary>The badge of everything; in the default language when none is named.</summary>
    public static string Badge(string? language = null) => $"status/badge{Part(language)}.svg";

    /// <summary>The badge of a component; in the default language when none is named.</summary>
    public static string ComponentBadge(string component, string? language = null) => $"{Badges}{component}{Part(language)}.svg";

    /// <summary>What leads from a file's folder to the top.</summary>
    public static string ToTop(string file) => string.Concat(Enumerable.Repeat("../", file.Count(character => character == '/')));

    private static string Part(string? language) => language is null ? "" : "." + language;
}
