using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Audience.Import;

/// <summary>Imports customers and what they use.</summary>
public sealed class ReceiveCustomers(CustomerImportDesk desk)
{
    /// <summary><c>PUT /api/customers?complete=</c>; CSV, a JSON array or JSON Lines, up to 1,000,000 rows. On-call staff.</summary>
    [Function("ReceiveCustomers")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/customers")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.ImportAsync(request, cancellationToken);
}
