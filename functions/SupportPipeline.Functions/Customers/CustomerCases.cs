using System.Globalization;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>All cases of a person, whatever identity they wrote from.</summary>
public sealed class CustomerCases(CustomerStore customers, CustomerProfiles profiles, CustomerDesk desk, CaseFinder finder)
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    /// <summary>Answers <see cref="ListCustomerCases"/>.</summary>
    internal async Task<IResult> ListAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        if (desk.Refuse(request) is { } refusal)
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

        TimeOrderedId? after = null;
        if (request.Query["cursor"].ToString() is { Length: > 0 } cursor)
        {
            if (!TimeOrderedId.TryParse(cursor, out var last))
            {
                return Problems.Of(StatusCodes.Status400BadRequest, "cursor-invalid", "cursor is what 'next' of the page before said.");
            }

            after = last;
        }

        if (await profiles.FindAsync(id, cancellationToken) is not { } profile)
        {
            return CustomerDesk.NoCustomer();
        }

        var members = await profiles.MembersAsync(profile.Customer, cancellationToken);
        var ids = await IdsAsync(members, after, limit + 1, cancellationToken);
        var items = await Task.WhenAll(ids.Take(limit).Select(caseId => finder.ReadItemAsync(caseId, cancellationToken)));

        // A message that came twice may have listed a case that was never opened.
        return Results.Ok(new Page<CaseListItem>([.. items.OfType<CaseListItem>()], ids.Count > limit ? ids[limit - 1].Value : null));
    }

    /// <summary>The cases of records, newest first.</summary>
    internal async Task<IReadOnlyList<TimeOrderedId>> IdsAsync(
        IReadOnlyList<CustomerRecord> members,
        TimeOrderedId? after,
        int limit,
        CancellationToken cancellationToken
    )
    {
        // In a partition, cases of the same millisecond stand in the order of their ids, which across partitions is no order of time.
        var lists = await Task.WhenAll(members.Select(one => customers.ListCasesAsync(one.Id, after, limit, cancellationToken)));
        return
        [
            .. lists
                .SelectMany(list => list)
                .Distinct()
                .OrderBy(caseId => CustomerRows.CaseKey(caseId), StringComparer.Ordinal)
                .Take(limit),
        ];
    }
}
