using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>Lists cases by view.</summary>
public sealed class ListCases(CaseViewStore views, StaffPrincipal staff, Organisation organisation)
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    /// <summary>
    /// <c>GET /api/cases?view=&amp;team=&amp;limit=&amp;cursor=</c>: most urgent first, then newest. <c>view</c> is <c>open</c> (the default),
    /// <c>held</c>, <c>attention</c> or <c>solved</c> of a team, <c>mine</c>, or <c>incident</c> with <c>incident=</c>. <c>limit</c> 1 to 200, default 50. Agents only.
    /// </summary>
    [Function("ListCases")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        if (staff.Refuse(request, StaffRole.Agent) is { } refusal)
        {
            return refusal;
        }

        var limit = DefaultLimit;
        if (
            request.Query["limit"].ToString() is { Length: > 0 } text
            && !(int.TryParse(text, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= MaxLimit)
        )
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "limit-invalid", $"limit is a whole number from 1 to {MaxLimit}.");
        }

        var named = request.Query["view"].ToString();
        if (!CaseViews.ByName.TryGetValue(named.Length == 0 ? "open" : named, out var view))
        {
            return UnknownView();
        }

        if (!TryReadCursor(request.Query["cursor"].ToString(), out var after))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "cursor-invalid", "cursor is what 'next' of the page before said.");
        }

        var (items, next) = await views.ListAsync(view, Of(view, request), limit, after, cancellationToken);
        return Results.Ok(new Page<CaseListItem>(items, next is null ? null : WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(next))));
    }

    private static IResult UnknownView() =>
        Problems.Of(StatusCodes.Status400BadRequest, "view-unknown", $"view is one of {string.Join(", ", CaseViews.ByName.Keys)}.");

    /// <summary>Whose list: the caller's own, or a team's.</summary>
    private string Of(CaseView view, HttpRequest request) =>
        view == CaseView.Mine ? staff.NameOf(request)
        : view == CaseView.Incident ? request.Query["incident"].ToString()
        : request.Query["team"].ToString() is { Length: > 0 } team ? team
        : organisation.DefaultTeam;

    private static bool TryReadCursor(string cursor, out string? after)
    {
        after = null;
        if (cursor.Length == 0)
        {
            return true;
        }

        try
        {
            after = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(cursor));
            return after.Length is > 0 and <= 200;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
