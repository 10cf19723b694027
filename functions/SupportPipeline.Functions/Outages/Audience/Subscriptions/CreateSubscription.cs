using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>Takes a request for notices.</summary>
public sealed class CreateSubscription(SignUpDesk desk)
{
    /// <summary><c>POST /api/status/subscribers</c>; a form or JSON. Public; answers the same whoever the address belongs to.</summary>
    [Function("CreateSubscription")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/status/subscribers")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.TakeAsync(request, cancellationToken);
}
