using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>
/// Takes an agent's request to a customer's record: role, body, collision guard, the act, the answer. <c>If-Match</c> carries the <c>ETag</c> of the
/// profile as the agent saw it; when it has changed since, the answer is 409 with what changed. A record that points to another leads to that one.
/// </summary>
public sealed class CustomerDesk(CustomerStore customers, CustomerProfiles profiles, StaffPrincipal staff, IdSource ids, TimeProvider clock)
{
    private const int MaxTries = 10;

    /// <summary>Handles one request.</summary>
    internal async Task<IResult> ActAsync<T>(
        HttpRequest request,
        string id,
        JsonTypeInfo<T> type,
        Func<StoredCustomer, T, CustomerAct, CustomerDecision> act,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var (asked, who, problem) = await ReadAsync(request, type, cancellationToken, StaffRole.Agent);
        return problem ?? await ChangeAsync(request, id, before => act(before, asked!, who!), who!, cancellationToken);
    }

    /// <summary>Who asks, and for what; or the answer to give.</summary>
    internal async Task<(T? Asked, CustomerAct? Who, IResult? Problem)> ReadAsync<T>(
        HttpRequest request,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken,
        params StaffRole[] roles
    )
        where T : class
    {
        ArgumentNullException.ThrowIfNull(request);
        if (staff.Refuse(request, roles) is { } refusal)
        {
            return (null, null, refusal);
        }

        if (!TryReadSeen(request, out var seen))
        {
            return (null, null, Problems.Of(StatusCodes.Status400BadRequest, "if-match-invalid", "If-Match is the ETag of the customer."));
        }

        var expected =
            $"The body is a JSON object with, as far as needed: {string.Join(", ", type.Properties.Select(property => property.Name))}.";
        var (asked, problem) = await RequestBody.ReadAsync(request, type, expected, cancellationToken);
        return (asked, new CustomerAct(staff.NameOf(request), clock.GetUtcNow(), KeyOf(request), seen), problem);
    }

    /// <summary>Null when the caller may read.</summary>
    internal IResult? Refuse(HttpRequest request) => staff.Refuse(request, StaffRole.Agent);

    /// <summary>Changes the profile a record leads to.</summary>
    internal async Task<IResult> ChangeAsync(
        HttpRequest request,
        string id,
        Func<StoredCustomer, CustomerDecision> decide,
        CustomerAct who,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (await profiles.FindAsync(id, cancellationToken) is not { } before)
            {
                return NoCustomer();
            }

            if (who.SeenVersion is { } seen && seen != before.Customer.Version)
            {
                return await StaleWriteAsync(request, before.Customer, seen, cancellationToken);
            }

            switch (decide(before))
            {
                case CustomerDecision.Refuse why:
                    return Problems.Of(why.Status, why.Reason, why.Detail);
                case CustomerDecision.Apply { Change: var change }:
                    if (await customers.SaveAsync(change, cancellationToken) is { } saved)
                    {
                        return await AnswerAsync(request, saved.Customer, cancellationToken);
                    }

                    break;
                default:
                    return await AnswerAsync(request, before.Customer, cancellationToken);
            }
        }

        throw new InvalidOperationException($"The record {id} kept changing.");
    }

    /// <summary>The customer, with the version of the profile as <c>ETag</c>.</summary>
    internal async Task<IResult> AnswerAsync(HttpRequest request, CustomerRecord profile, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.Headers.ETag = ETag(profile.Version);
        return Results.Ok(await profiles.DescribeAsync(profile, cancellationToken));
    }

    /// <summary>There is no such customer.</summary>
    internal static IResult NoCustomer() =>
        Problems.Of(StatusCodes.Status404NotFound, "customer-not-found", "There is no customer with this id or address.");

    private async Task<IResult> StaleWriteAsync(HttpRequest request, CustomerRecord now, int seen, CancellationToken cancellationToken)
    {
        request.HttpContext.Response.Headers.ETag = ETag(now.Version);
        var log = await customers.ReadLogAsync(now.Id, cancellationToken);
        return Results.Problem(
            detail: "The customer has changed since you read them. Look at what is new and try again.",
            statusCode: StatusCodes.Status409Conflict,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["reason"] = "customer-changed",
                ["version"] = now.Version,
                ["changes"] = log.Where(entry => entry.Version > seen).Select(CustomerLogDocument.Of).ToList(),
            }
        );
    }

    private static string ETag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    private static bool TryReadSeen(HttpRequest request, out int? seen)
    {
        seen = null;
        var header = request.Headers.IfMatch.ToString();
        if (header.Length == 0 || header == "*")
        {
            return true;
        }

        var isVersion = int.TryParse(header.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version);
        seen = isVersion ? version : null;
        return isVersion;
    }

    private string KeyOf(HttpRequest request) =>
        request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? StableHash.Of("request:" + key)[..26] : ids.Next().Value;
}
