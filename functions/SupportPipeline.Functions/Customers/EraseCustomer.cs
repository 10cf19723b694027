using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Customers;

/// <summary>Erases everything about a customer.</summary>
public sealed class EraseCustomer(CustomerErasing erasing)
{
    /// <summary><c>POST /api/customers/{id}/erase</c> with <c>{reason}</c>. Approvers and administrators only; 202 once it is on its way.</summary>
    [Function("EraseCustomer")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/customers/{id}/erase")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => erasing.OrderAsync(request, id, cancellationToken);
}
