using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Customers;

/// <summary>Adds an address or account to a customer.</summary>
public sealed class UpdateCustomerIdentities(CustomerMerging merging)
{
    /// <summary><c>POST /api/customers/{id}/identities</c> with <c>{kind, value, evidence, note}</c>. Agents only.</summary>
    [Function("UpdateCustomerIdentities")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/customers/{id}/identities")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => merging.AddIdentityAsync(request, id, cancellationToken);
}
