using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Status;

/// <summary>
/// Serves the published files to everybody: as they lie in the container, and written on the spot when one is not there yet. Nothing here changes anything.
/// </summary>
public sealed class StatusDesk(StatusContainer container, StatusReader reader, StatusSite site)
{
    private const string RetryAfterSeconds = "30";

    /// <summary>The page in the reader's language.</summary>
    internal Task<IResult> ShowPageAsync(HttpRequest request, CancellationToken cancellationToken) =>
        ShowAsync(request, StatusRoutes.Home(request, site), cancellationToken);

    /// <summary>The page in a language, or the badge of everything.</summary>
    internal Task<IResult> ShowFileAsync(HttpRequest request, string file, CancellationToken cancellationToken) =>
        ShowAsync(request, StatusRoutes.File(request, site, file), cancellationToken);

    /// <summary>The page of an incident; an old one may have to be looked up.</summary>
    internal Task<IResult> ShowIncidentAsync(HttpRequest request, string file, CancellationToken cancellationToken) =>
        StatusRoutes.Incident(request, site, file) is var (id, name)
            ? ShowAsync(request, name, async () => await reader.FindAsync(id, cancellationToken), cancellationToken)
            : Task.FromResult(Unknown());

    /// <summary>The badge of a component.</summary>
    internal Task<IResult> ShowBadgeAsync(HttpRequest request, string file, CancellationToken cancellationToken) =>
        ShowAsync(request, StatusRoutes.Badge(request, file), cancellationToken);

    /// <summary>A document, or a list below one.</summary>
    internal Task<IResult> ShowDocumentAsync(HttpRequest request, string file, CancellationToken cancellationToken) =>
        ShowAsync(request, StatusRoutes.Document(file), cancellationToken);

    /// <summary>A file by its name.</summary>
    internal Task<IResult> ShowAsync(HttpRequest request, string? name, CancellationToken cancellationToken) =>
        name is null
            ? Task.FromResult(Unknown())
            : ShowAsync(request, name, async () => await reader.RecentAsync(cancellationToken), cancellationToken);

    private async Task<IResult> ShowAsync(
        HttpRequest request,
        string name,
        Func<Task<StatusSnapshot?>> read,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await PublishedAsync(request, name, cancellationToken)
                ?? (await read() is { } snapshot && StatusFiles.Find(snapshot, name) is { } file ? Rendered(request, file) : Unknown());
        }
        catch (Exception exception)
            when (exception is RequestFailedException or AggregateException or HttpRequestException or IOException or TaskCanceledException
                && !cancellationToken.IsCancellationRequested
            )
        {
            request.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Problems.Of(
                StatusCodes.Status503ServiceUnavailable,
                "storage-unavailable",
                "The status page could not be read just now. Please try again in half a minute."
            );
        }
    }

    /// <summary>As it lies in the container; null when it does not.</summary>
    private async Task<IResult?> PublishedAsync(HttpRequest request, string name, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsHead(request.Method) || StatusHeaders.HasCondition(request))
        {
            if (await container.LookAsync(name, cancellationToken) is not { } seen)
            {
                return null;
            }

            var tag = EntityTagHeaderValue.Parse(seen.ETag.ToString("H"));
            if (StatusHeaders.IsNotModified(request, tag, seen.LastModified))
            {
                StatusHeaders.Write(request, name, tag, seen.LastModified, seen.ContentLanguage);
                return Results.StatusCode(StatusCodes.Status304NotModified);
            }
        }

        if (await container.OpenAsync(name, cancellationToken) is not { } opened)
        {
            return null;
        }

        var details = opened.Details;
        StatusHeaders.Write(
            request,
            name,
            EntityTagHeaderValue.Parse(details.ETag.ToString("H")),
            details.LastModified,
            details.ContentLanguage
        );
        request.HttpContext.Response.ContentLength = details.ContentLength;
        return Results.Stream(opened.Content, details.ContentType);
    }

    private static IResult Rendered(HttpRequest request, StatusFile file)
    {
        var tag = new EntityTagHeaderValue($"\"{file.Hash}\"");
        StatusHeaders.Write(request, file.Name, tag, null, file.Language);
        return StatusHeaders.IsNotModified(request, tag, null)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Results.Bytes(file.Content, file.ContentType);
    }

    private static IResult Unknown() => Problems.Of(StatusCodes.Status404NotFound, "status-page-unknown", "There is no such status page.");
}
