using Microsoft.AspNetCore.Http;
using SupportPipeline.Cases.Agents;
using SupportPipeline.Platform;
using SupportPipeline.Social.Brands;

namespace SupportPipeline.Social.Mentions.Desk;

/// <summary>Reads what a request asks of the stream, and keeps searches.</summary>
public sealed class MentionSearchDesk(MentionSearches searches, AgentRequestReader requests, StaffPrincipal staff, SocialBrands brands)
{
    private const int MaxName = 60;

    private static readonly StaffRole[] s_roles = [StaffRole.Marketing, StaffRole.Agent];

    /// <summary>What a request asks; with <c>search=</c> the filters of that search, and those of the request instead of them where it has its own.</summary>
    internal async Task<(MentionQuery? Query, IResult? Problem)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var me = staff.NameOf(request);
        if (request.Query["search"].ToString() is not { Length: > 0 } name)
        {
            return MentionQuery.Read(parameter => request.Query[parameter], me, brands);
        }

        return await searches.FindAsync(me, name, cancellationToken) is { } search
            ? MentionQuery.Read(
                parameter => request.Query[parameter].ToString() is { Length: > 0 } own ? own : search.Query.GetValueOrDefault(parameter),
                me,
                brands
            )
            : (null, NoSearch());
    }

    /// <summary>Answers <see cref="ListMentionSearches"/>.</summary>
    internal async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, s_roles) is { } refusal)
        {
            return refusal;
        }

        var me = staff.NameOf(request);
        var own = await searches.ListAsync(me, shared: false, cancellationToken);
        var shared = await searches.ListAsync(me, shared: true, cancellationToken);
        return Results.Json(new MentionSearchList([.. own, .. shared]), MentionSearchJson.Default.MentionSearchList);
    }

    /// <summary>Answers <see cref="CreateMentionSearch"/>.</summary>
    internal async Task<IResult> CreateAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (asked, who, problem) = await requests.ReadAsync(
            request,
            MentionSearchJson.Default.MentionSearchRequest,
            s_roles,
            cancellationToken
        );
        if (problem is not null)
        {
            return problem;
        }

        var name = StoredText.CleanLine(asked!.Name ?? "", MaxName + 1);
        if (name.Length is 0 or > MaxName)
        {
            return Invalid($"name has 1 to {MaxName} characters.");
        }

        var filters = asked.Query ?? new Dictionary<string, string>(StringComparer.Ordinal);
        if (filters.Keys.FirstOrDefault(filter => !MentionQuery.Names.Contains(filter, StringComparer.Ordinal)) is not null)
        {
            return Invalid($"query has no other filters than {string.Join(", ", MentionQuery.Names)}.");
        }

        // What could not be asked for is not kept either.
        var (_, unusable) = MentionQuery.Read(filter => filters.GetValueOrDefault(filter), who!.By, brands);
        if (unusable is not null)
        {
            return unusable;
        }

        var kept = await searches.ListAsync(who.By, asked.Shared, cancellationToken);
        if (
            kept.Count >= MentionSearches.MaxSearches
            && !kept.Any(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase))
        )
        {
            return Problems.Of(
                StatusCodes.Status409Conflict,
                "too-many-searches",
                $"At most {MentionSearches.MaxSearches} searches are kept."
            );
        }

        var search = new MentionSearch(name, asked.Shared, filters, who.By, who.At);
        await searches.SaveAsync(search, cancellationToken);
        return Results.Json(search, MentionSearchJson.Default.MentionSearch, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>Answers <see cref="DiscardMentionSearch"/>.</summary>
    internal async Task<IResult> DiscardAsync(HttpRequest request, string name, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, s_roles) is { } refusal)
        {
            return refusal;
        }

        await searches.DeleteAsync(staff.NameOf(request), name, request.Query["shared"] == "true", cancellationToken);
        return Results.NoContent();
    }

    private static IResult Invalid(string detail) => Problems.Of(StatusCodes.Status400BadRequest, "search-invalid", detail);

    private static IResult NoSearch() =>
        Problems.Of(StatusCodes.Status404NotFound, "search-not-found", "You have no search of this name, and none is shared.");
}
