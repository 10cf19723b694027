using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Status;

/// <summary>Which file is meant by an address. Pure.</summary>
internal static class StatusRoutes
{
    private const string Page = ".html";
    private const string Picture = ".svg";
    private const int MaxComponent = 40;

    /// <summary><c>/status</c>: the page in the reader's language.</summary>
    public static string Home(HttpRequest request, StatusSite site) => StatusPaths.Page(LanguageOf(request, site));

    /// <summary><c>/status/{file}</c>: <c>ru</c>, <c>ru.html</c>, <c>index.html</c>, <c>badge.svg</c>, <c>badge.ru.svg</c>.</summary>
    public static string? File(HttpRequest request, StatusSite site, string file)
    {
        if (file == "index.html")
        {
            return Home(request, site);
        }

        if (Parts(file, Picture) is { } picture)
        {
            return picture.Stem == "badge" && picture.IsWellFormed ? StatusPaths.Badge(picture.Language ?? Asked(request)) : null;
        }

        return Known(Without(file, Page)) is { } language ? StatusPaths.Page(language) : null;
    }

    /// <summary><c>/status/incidents/{file}</c>: an id, with or without language and ending.</summary>
    public static (string Id, string File)? Incident(HttpRequest request, StatusSite site, string file)
    {
        var parts = Parts(Without(file, Page) + Page, Page)!.Value;
        return parts.IsWellFormed && TimeOrderedId.TryParse(parts.Stem, out var id)
            ? (id.Value, StatusPaths.Incident(id.Value, parts.Language ?? LanguageOf(request, site)))
            : null;
    }

    /// <summary><c>/status/badge/{file}</c>: a component's id, perhaps a language, <c>.svg</c>.</summary>
    public static string? Badge(HttpRequest request, string file) =>
        Parts(file, Picture) is { IsWellFormed: true } parts && IsComponent(parts.Stem)
            ? StatusPaths.ComponentBadge(parts.Stem, parts.Language ?? Asked(request))
            : null;

    /// <summary><c>/api/v2/{file}</c>.</summary>
    public static string? Document(string file) =>
        StatusPaths.Documents.FirstOrDefault(document => document.AsSpan("api/v2/".Length).SequenceEqual(file));

    private static string LanguageOf(HttpRequest request, StatusSite site) =>
        StatusLanguage.Choose(request.Query["lang"], request.Headers.AcceptLanguage, site.DefaultLanguage);

    private static string? Asked(HttpRequest request) => StatusLanguage.Of(request.Query["lang"].ToString());

    private static bool IsComponent(string text) =>
        text.Length is > 0 and <= MaxComponent
        && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');

    private static string Without(string file, string ending) =>
        file.EndsWith(ending, StringComparison.Ordinal) ? file[..^ending.Length] : file;

    /// <summary>Stem and language of <c>stem.language.ending</c>; null for another ending.</summary>
    private static (string Stem, string? Language, bool IsWellFormed)? Parts(string file, string ending)
    {
        if (!file.EndsWith(ending, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = file[..^ending.Length].Split('.');
        var language = parts.Length == 2 ? Known(parts[1]) : null;
        return (parts[0], language, parts.Length == 1 || language is not null);
    }

    private static string? Known(string text) =>
        Organisation.KnownLanguages.FirstOrDefault(language => language.Equals(text, StringComparison.OrdinalIgnoreCase));
}
