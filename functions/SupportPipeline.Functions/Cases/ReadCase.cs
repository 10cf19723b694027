using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.Cases;

/// <summary>Reads one case.</summary>
public sealed class ReadCase(CaseReading reading, StaffPrincipal staff)
{
    /// <summary>
    /// <c>GET /api/cases/{id}</c>; the id or the number people use. With timeline, decisions, reasons, replies, what is due, and the conversations of
    /// the cases that were joined in. The <c>ETag</c> is for <c>If-Match</c> of what is written. Agents only.
    /// </summary>
    [Function("ReadCase")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cases/{id}")] HttpRequest request,
        string id,
        CancellationToken cancellationToken
    ) => staff.Refuse(request, StaffRole.Agent) ?? await reading.ReadAsync(request, id, cancellationToken);
}
