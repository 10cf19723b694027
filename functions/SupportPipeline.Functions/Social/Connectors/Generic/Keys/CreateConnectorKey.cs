using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace SupportPipeline.Social.Connectors.Generic.Keys;

/// <summary>Makes a connector key.</summary>
public sealed class CreateConnectorKey(ConnectorKeyDesk desk)
{
    /// <summary><c>POST /api/connector-keys</c>; the answer shows the key, and nothing ever shows it again. Admins only.</summary>
    [Function("CreateConnectorKey")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/connector-keys")] HttpRequest request,
        CancellationToken cancellationToken
    ) => desk.CreateAsync(request, cancellationToken);
}
