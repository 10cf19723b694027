using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Customers;

/// <summary>Replaces what a customer wants.</summary>
public sealed class UpdateCustomerPreferences(CustomerPreferenceChanges changes)
{
    /// <summary><c>PUT /api/customers/{id}/preferences</c> with <c>{language, channel, quietHours, consents, birthday, customerSince, note?}</c>. Agents only.</summary>
    [Function("UpdateCustomerPreferences")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/customers/{id}/preferences")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => changes.ChangeAsync(request, id, cancellationToken);
}
