using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using SupportPipeline.Cases;
using SupportPipeline.Platform;

namespace SupportPipeline.Outages.Incidents;

/// <summary>Takes staff's requests about components.</summary>
public sealed class ComponentDesk(
    IncidentStore incidents,
    ComponentStore components,
    IncidentRequestReader requests,
    IncidentTexts texts,
    StatusAnnouncer announcer
)
{
    /// <summary>All of them, as customers meet them.</summary>
    internal async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellationToken) =>
        requests.RefuseReading(request) ?? await AnswerAsync(cancellationToken);

    /// <summary>Sets all of them.</summary>
    internal Task<IResult> SetAllAsync(HttpRequest request, CancellationToken cancellationToken) =>
        ChangeAsync(
            request,
            IncidentRequestJson.Default.ComponentsRequest,
            (asked, situation, now) =>
                asked.Components is { } all && all.All(one => one is not null)
                    ? ComponentRules.SetAll(all, situation, now, texts)
                    : ComponentDecision.Refused(
                        IncidentRefusals.Invalid(
                            "components-missing",
                            "components is the list of all components, in the order of the page."
                        )
                    ),
            cancellationToken
        );

    /// <summary>Sets one.</summary>
    internal Task<IResult> SetAsync(HttpRequest request, string id, CancellationToken cancellationToken) =>
        ChangeAsync(
            request,
            IncidentRequestJson.Default.ComponentRequest,
            (asked, situation, now) => ComponentRules.Set(id, asked, situation, now, texts),
            cancellationToken
        );

    private async Task<IResult> ChangeAsync<T>(
        HttpRequest request,
        JsonTypeInfo<T> type,
        Func<T, IncidentSituation, DateTimeOffset, ComponentDecision> decide,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var (asked, act, problem) = await requests.ReadAsync(request, type, needsKey: false, cancellationToken);
        if (problem is not null)
        {
            return problem;
        }

        var decision = decide(asked!, await incidents.SituationAsync(cancellationToken), act!.At);
        if (decision.Problem is { } why)
        {
            return Problems.Of(why.Status, why.Reason, why.Detail);
        }

        var announced = await announcer.BeforeAsync(null, cancellationToken);
        await components.SaveAsync(decision.Kept, decision.Removed, cancellationToken);
        await announcer.AfterAsync(announced, null, CancellationToken.None);
        return await AnswerAsync(cancellationToken);
    }

    private async Task<IResult> AnswerAsync(CancellationToken cancellationToken) =>
        Results.Ok(new Page<ComponentDocument>(ComponentDocument.Of(await incidents.SituationAsync(cancellationToken)), null));
}
