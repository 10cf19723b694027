using System.Globalization;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Replies.Suppressions;

/// <summary>Answers requests about suppressed addresses. Agents.</summary>
public sealed class SuppressionDesk(SuppressionList suppressions, StaffPrincipal staff, TimeProvider clock)
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;
    private const int HashLength = 32;

    /// <summary>A page of the addresses that get no mail.</summary>
    internal async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, StaffRole.Agent) is { } refusal)
        {
            return refusal;
        }

        var limit = DefaultLimit;
        if (
            request.Query["limit"].ToString() is { Length: > 0 } text
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= MaxLimit)
        )
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "limit-invalid", $"limit is a whole number from 1 to {MaxLimit}.");
        }

        var cursor = request.Query["cursor"].ToString() is { Length: > 0 } given ? given : null;
        if (cursor is not null && !IsId(cursor))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "cursor-invalid", "cursor is what 'next' of the page before said.");
        }

        var (items, next) = await suppressions.ListAsync(limit, cursor, cancellationToken);
        return Results.Ok(new Page<SuppressionDocument>([.. items.Select(SuppressionDocument.Of)], next));
    }

    /// <summary>Lets an address have mail again.</summary>
    internal async Task<IResult> LiftAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, StaffRole.Agent) is { } refusal)
        {
            return refusal;
        }

        return IsId(id) && await suppressions.LiftAsync(id, staff.NameOf(request), clock.GetUtcNow(), cancellationToken) is not null
            ? Results.NoContent()
            : Problems.Of(StatusCodes.Status404NotFound, "suppression-not-found", "This address is not suppressed.");
    }

    private static bool IsId(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigitLower);
}

/// <summary>An address that gets no mail.</summary>
/// <param name="Id">Names it in addresses.</param>
/// <param name="Address">The address.</param>
/// <param name="Code">Why, a reason code.</param>
/// <param name="At">Since when.</param>
/// <param name="Until">When it ends by itself; null when somebody has to lift it.</param>
/// <param name="Status">The server's status code.</param>
/// <param name="Detail">What the server or the mail service said.</param>
internal sealed record SuppressionDocument(
    string Id,
    string Address,
    string Code,
    DateTimeOffset At,
    DateTimeOffset? Until,
    string? Status,
    string? Detail
)
{
    /// <summary>Makes the document.</summary>
    public static SuppressionDocument Of(ListedSuppression listed) =>
        new(
            listed.Id,
            listed.Address,
            listed.Suppression.Code,
            listed.Suppression.At,
            listed.Suppression.Until,
            listed.Suppression.Status,
            listed.Suppression.Detail
        );
}
