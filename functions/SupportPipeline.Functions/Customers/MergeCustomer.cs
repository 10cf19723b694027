using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Customers;

/// <summary>Makes a record part of another person.</summary>
public sealed class MergeCustomer(CustomerMerging merging)
{
    /// <summary><c>POST /api/customers/{id}/merge</c> with <c>{into, evidence, note}</c>. Agents only.</summary>
    [Function("MergeCustomer")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/customers/{id}/merge")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => merging.MergeAsync(request, id, cancellationToken);
}
