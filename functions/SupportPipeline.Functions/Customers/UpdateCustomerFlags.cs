using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Customers;

/// <summary>Sets a flag of a customer.</summary>
public sealed class UpdateCustomerFlags(CustomerDesk desk)
{
    /// <summary><c>POST /api/customers/{id}/flags</c> with <c>{flag, until?, reason}</c>. Agents only.</summary>
    [Function("UpdateCustomerFlags")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/customers/{id}/flags")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.ActAsync(request, id, CustomerRequestJson.Default.FlagRequest, CustomerActs.Flag, cancellationToken);
}
