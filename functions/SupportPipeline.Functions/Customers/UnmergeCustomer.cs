using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Customers;

/// <summary>Takes a record out of the one it points to.</summary>
public sealed class UnmergeCustomer(CustomerMerging merging)
{
    /// <summary><c>POST /api/customers/{id}/unmerge</c> with <c>{reason?}</c>. Agents only.</summary>
    [Function("UnmergeCustomer")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/customers/{id}/unmerge")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => merging.UnmergeAsync(request, id, cancellationToken);
}
