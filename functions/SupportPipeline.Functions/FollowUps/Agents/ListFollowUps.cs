using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Agents;

/// <summary>Lists what is scheduled.</summary>
public sealed class ListFollowUps(ScheduledList list, StaffPrincipal staff)
{
    /// <summary>
    /// <c>GET /api/follow-ups?from=&amp;until=&amp;limit=</c>: soonest first; <c>next</c> is the <c>from</c> of the next page. Wake-ups that lost their purpose
    /// are listed until their time comes. Agents only.
    /// </summary>
    [Function("ListFollowUps")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/follow-ups")] HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        return staff.Refuse(request, StaffRole.Agent) ?? await list.AnswerAsync(request.Query, cancellationToken);
    }
}
