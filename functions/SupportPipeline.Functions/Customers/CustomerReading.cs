using Microsoft.AspNetCore.Http;

namespace SupportPipeline.Customers;

/// <summary>Answers <see cref="ReadCustomer"/> and <see cref="ReadCustomerByAddress"/>.</summary>
public sealed class CustomerReading(CustomerProfiles profiles, CustomerDesk desk)
{
    /// <summary>Reads by id, or by the address in the query.</summary>
    internal async Task<IResult> ReadAsync(HttpRequest request, string? id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return desk.Refuse(request) is { } refusal ? refusal
            : await profiles.FindAsync(id ?? request.Query["email"].ToString(), cancellationToken) is { } profile
                ? await desk.AnswerAsync(request, profile.Customer, cancellationToken)
            : CustomerDesk.NoCustomer();
    }
}
