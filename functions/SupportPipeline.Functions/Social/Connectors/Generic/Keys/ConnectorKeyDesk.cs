using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Social.Connectors.Generic.Keys;

/// <summary>Makes, lists and revokes connector keys, for who configures the desk.</summary>
public sealed class ConnectorKeyDesk(StaffPrincipal staff, ConnectorKeyStore store, ConnectorKeyRing ring, IdSource ids, TimeProvider clock)
{
    private const int MaxName = 100;
    private const int MaxValid = 50;

    /// <summary>Makes a key and shows it, once.</summary>
    public async Task<IResult> CreateAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, StaffRole.Admin) is { } refusal)
        {
            return refusal;
        }

        var (asked, problem) = await RequestBody.ReadAsync(
            request,
            ConnectorKeyJson.Default.ConnectorKeyRequest,
            "The body is a JSON object with name and, if the key is to expire, expiresAt.",
            cancellationToken
        );
        if (problem is not null)
        {
            return problem;
        }

        var now = clock.GetUtcNow();
        var name = StoredText.CleanLine(asked!.Name ?? "", MaxName + 1);
        if (name.Length is 0 or > MaxName)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "name-invalid", "name: 1 to 100 characters that say who uses the key.");
        }

        if (asked.ExpiresAt <= now)
        {
            return Problems.Of(StatusCodes.Status400BadRequest, "expiry-passed", "expiresAt: a moment that is still to come.");
        }

        if ((await store.ListAsync(cancellationToken)).Count(one => one.IsValid(now)) >= MaxValid)
        {
            return Problems.Of(
                StatusCodes.Status409Conflict,
                "keys-too-many",
                $"There are {MaxValid} valid keys. Revoke one that is not used any more."
            );
        }

        var text = ConnectorKey.NewText();
        var key = new ConnectorKey(ids.Next().Value, name, ConnectorKey.HashOf(text), now, staff.NameOf(request))
        {
            ExpiresAt = asked.ExpiresAt?.ToUniversalTime(),
        };
        await store.AddAsync(key, cancellationToken);
        ring.Forget();
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return Results.Created($"/api/connector-keys/{key.Id}", new NewConnectorKeyDocument(text, ConnectorKeyDocument.Of(key, now)));
    }

    /// <summary>Lists keys, without the keys themselves.</summary>
    public async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return staff.Refuse(request, StaffRole.Admin)
            ?? Results.Ok(
                new ConnectorKeyListDocument([
                    .. (await store.ListAsync(cancellationToken)).Select(key => ConnectorKeyDocument.Of(key, now)),
                ])
            );
    }

    /// <summary>Revokes a key.</summary>
    public async Task<IResult> RevokeAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (staff.Refuse(request, StaffRole.Admin) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow();
        if (
            !TimeOrderedId.TryParse(id, out var known)
            || await store.RevokeAsync(known.Value, now, staff.NameOf(request), cancellationToken) is not { } key
        )
        {
            return Problems.Of(StatusCodes.Status404NotFound, "key-unknown", "There is no such key.");
        }

        ring.Forget();
        return Results.Ok(ConnectorKeyDocument.Of(key, now));
    }
}
