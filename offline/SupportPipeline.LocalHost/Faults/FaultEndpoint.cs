using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SupportPipeline.LocalHost.Faults;

/// <summary><c>POST /local/faults</c>: plans faults, answers how many are left for each target.</summary>
internal static class FaultEndpoint
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static void MapFaults(this IEndpointRouteBuilder app) =>
        app.MapPost(
            "/local/faults",
            async (HttpRequest request, FaultInjection faults, CancellationToken ct) =>
            {
                FaultPlan? plan;
                try
                {
                    plan = await JsonSerializer.DeserializeAsync<FaultPlan>(request.Body, s_json, ct);
                }
                catch (JsonException unreadable)
                {
                    return Refuse(unreadable.Message);
                }

                if (plan is null || plan.Problem() is not null)
                {
                    return Refuse(plan?.Problem() ?? "A JSON object is needed.");
                }

                faults.Plan(plan);
                return Results.Json(faults.Remaining());
            }
        );

    private static IResult Refuse(string reason) => Results.Problem(reason, statusCode: 400, title: "The fault was not understood.");
}
