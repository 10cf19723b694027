using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Connectors.Generic.Keys;

/// <summary>Shows which connector keys there are and when they were last used.</summary>
public sealed class ListConnectorKeys(ConnectorKeyDesk desk)
{
    /// <summary><c>GET /api/connector-keys</c>. Admins only.</summary>
    [Function("ListConnectorKeys")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/connector-keys")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.ListAsync(request, cancellationToken);
}
