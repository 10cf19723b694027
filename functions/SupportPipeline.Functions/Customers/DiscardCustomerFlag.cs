using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Customers;

/// <summary>Lifts a flag of a customer.</summary>
public sealed class DiscardCustomerFlag(CustomerDesk desk)
{
    /// <summary><c>DELETE /api/customers/{id}/flags/{flag}</c> with <c>{reason?}</c>. Agents only.</summary>
    [Function("DiscardCustomerFlag")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/customers/{id}/flags/{flag}")] HttpRequest request,
        string id,
        string flag,
        CancellationToken cancellationToken
    ) =>
        desk.ActAsync(
            request,
            id,
            CustomerRequestJson.Default.CustomerReasonRequest,
            (before, asked, act) => CustomerActs.Unflag(before, flag, asked, act),
            cancellationToken
        );
}
