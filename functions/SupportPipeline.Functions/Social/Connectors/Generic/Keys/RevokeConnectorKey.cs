using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Connectors.Generic.Keys;

/// <summary>Ends a connector key.</summary>
public sealed class RevokeConnectorKey(ConnectorKeyDesk desk)
{
    /// <summary><c>DELETE /api/connector-keys/{id}</c>; other hosts that run follow within a minute. Admins only.</summary>
    [Function("RevokeConnectorKey")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/connector-keys/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => desk.RevokeAsync(request, id, cancellationToken);
}
