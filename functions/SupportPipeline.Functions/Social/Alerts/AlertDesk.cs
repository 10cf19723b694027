using System.Globalization;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Alerts;

/// <summary>Alerts and mutings over HTTP, for marketing and on-call staff.</summary>
public sealed class AlertDesk(AlertStore alerts, StaffPrincipal staff, IdSource ids, TimeProvider clock)
{
    private const int MaxPage = 100;
    private const int DefaultPage = 50;
    private const int MaxRaces = 10;
    private const int MaxWhy = 500;
    private const int MaxName = 350;

    private static readonly TimeSpan s_longestMute = TimeSpan.FromDays(30);
    private static readonly StaffRole[] s_roles = [StaffRole.Marketing, StaffRole.OnCall];

    /// <summary>A page of alerts.</summary>
    public async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (staff.Refuse(request, s_roles) is { } refusal)
        {
            return refusal;
        }

        var asked = request.Query["limit"].ToString();
        if (
            asked.Length > 0
            && (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var given) || given is < 1 or > MaxPage)
        )
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "limit-invalid", $"limit is a number from 1 to {MaxPage}.");
        }

        var limit = asked.Length > 0 ? int.Parse(asked, CultureInfo.InvariantCulture) : DefaultPage;
        var cursor = request.Query["cursor"].ToString();
        if (cursor.Length > 0 && !TimeOrderedId.TryParse(cursor, out _))
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "cursor-invalid", "cursor is what an earlier answer gave as next.");
        }

        var (items, next) = await alerts.ListAsync(limit, cursor, cancellationToken);
        return Results.Ok(new AlertPage([.. items.Select(AlertDocument.Of)], next));
    }

    /// <summary>One alert.</summary>
    public async Task<IResult> ReadAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        staff.Refuse(request, s_roles)
        ?? (await alerts.LoadAsync(id, cancellationToken) is { } stored ? Results.Ok(AlertDocument.Of(stored.Alert)) : NoAlert());

    /// <summary>Somebody looks after it.</summary>
    public async Task<IResult> AcknowledgeAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, s_roles) is { } refusal)
        {
            return refusal;
        }

        for (var race = 0; race < MaxRaces; race++)
        {
            if (await alerts.LoadAsync(id, cancellationToken) is not { } stored)
            {
                return NoAlert();
            }

            // Who was first stays.
            if (stored.Alert.AcknowledgedBy is not null)
            {
                return Results.Ok(AlertDocument.Of(stored.Alert));
            }

            var after = stored.Alert with { AcknowledgedBy = staff.NameOf(request), AcknowledgedAt = clock.GetUtcNow() };
            if (await alerts.SaveAsync(stored, after, cancellationToken) is { } saved)
            {
                return Results.Ok(AlertDocument.Of(saved.Alert));
            }
        }

        return Problems.Of(StatusCodes.Status409Conflict, "alert-busy", "The alert keeps changing; try again.");
    }

    /// <summary>What is muted now.</summary>
    public async Task<IResult> ListMutesAsync(HttpRequest request, CancellationToken cancellationToken) =>
        staff.Refuse(request, s_roles)
        ?? Results.Ok(
            new MuteList([
                .. (await alerts.MutesAsync(cancellationToken)).Where(mute => mute.Until > clock.GetUtcNow()).Select(MuteDocument.Of),
            ])
        );

    /// <summary>Mutes something.</summary>
    public async Task<IResult> MuteAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, s_roles) is { } refusal)
        {
            return refusal;
        }

        var (asked, problem) = await RequestBody.ReadAsync(
            request,
            AlertRequestJson.Default.MuteRequest,
            "The body is a JSON object with until, why and what is to be muted: brand, kind, author or group.",
            cancellationToken
        );
        if (problem is not null)
        {
            return problem;
        }

        var now = clock.GetUtcNow();
        if (ProblemOf(asked!, now) is { } wrong)
        {
            return Problems.Of(StatusCodes.Status422UnprocessableEntity, "mute-invalid", wrong);
        }

        var mute = new AlertMute
        {
            Id = ids.Next().Value,
            Brand = asked!.Brand,
            Kind = asked.Kind is { } kind ? KebabCase.ValueOf<AlertKind>(kind) : null,
            Author = asked.Author,
            Group = asked.Group,
            Until = asked.Until!.Value,
            Why = StoredText.CleanLine(asked.Why!, MaxWhy),
            By = staff.NameOf(request),
            At = now,
        };
        await alerts.AddAsync(mute, cancellationToken);
        return Results.Created($"/api/social/mutes/{mute.Id}", MuteDocument.Of(mute));
    }

    /// <summary>Ends a muting.</summary>
    public async Task<IResult> UnmuteAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        staff.Refuse(request, s_roles)
        ?? (
            await alerts.RemoveMuteAsync(id, cancellationToken)
                ? Results.NoContent()
                : Problems.Of(StatusCodes.Status404NotFound, "mute-unknown", "There is no such muting.")
        );

    private static string? ProblemOf(MuteRequest asked, DateTimeOffset now) =>
        asked is { Brand: null, Kind: null, Author: null, Group: null } ? "Say what is to be muted: brand, kind, author or group."
        : asked.Kind is { } kind && !KebabCase.TryValueOf<AlertKind>(kind, out _)
            ? $"kind is one of {string.Join(", ", KebabCase.ValuesOf<AlertKind>().Keys)}."
        : asked.Until is not { } until || until <= now || until > now + s_longestMute ? "until is a time within the next 30 days."
        : string.IsNullOrWhiteSpace(asked.Why) || asked.Why.Length > MaxWhy
            ? $"why says in 1 to {MaxWhy} characters why nobody is to be told."
        : new[] { asked.Brand, asked.Author, asked.Group }.Any(text => text?.Length > MaxName)
            ? $"brand, author and group have at most {MaxName} characters."
        : null;

    private static IResult NoAlert() => Problems.Of(StatusCodes.Status404NotFound, SocialReason.AlertUnknown, "There is no such alert.");
}
