using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Customers;

/// <summary>Lists all cases of a customer, whatever identity they wrote from, newest first.</summary>
public sealed class ListCustomerCases(CustomerCases cases)
{
    /// <summary><c>GET /api/customers/{id}/cases?limit=\&amp;cursor=</c>. Agents only.</summary>
    [Function("ListCustomerCases")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/customers/{id}/cases")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => cases.ListAsync(request, id, cancellationToken);
}
