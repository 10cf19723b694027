using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Customers;

/// <summary>Shows a customer.</summary>
public sealed class ReadCustomer(CustomerReading reading)
{
    /// <summary><c>GET /api/customers/{id}</c>; the id of any record of the person. Agents only.</summary>
    [Function("ReadCustomer")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/customers/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => reading.ReadAsync(request, id, cancellationToken);
}
