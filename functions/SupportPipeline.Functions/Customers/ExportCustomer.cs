using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Customers;

/// <summary>Gives out everything about a customer.</summary>
public sealed class ExportCustomer(CustomerExport export)
{
    /// <summary><c>GET /api/customers/{id}/export</c>. Agents only.</summary>
    [Function("ExportCustomer")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/customers/{id}/export")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => export.ExportAsync(request, id, cancellationToken);
}
