using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Customers;

/// <summary>Shows the customer an email address belongs to.</summary>
public sealed class ReadCustomerByAddress(CustomerReading reading)
{
    /// <summary><c>GET /api/customers?email=</c>. Agents only.</summary>
    [Function("ReadCustomerByAddress")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/customers")] HttpRequest request,
        CancellationToken cancellationToken
    ) => reading.ReadAsync(request, null, cancellationToken);
}
