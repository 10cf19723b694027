using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPipeline.FollowUps.Agents;

/// <summary>Body of a new follow-up.</summary>
/// <param name="CaseId">The case; id or number.</param>
/// <param name="Kind"><c>promise</c>, <c>check-in</c>, <c>progress-note</c>, <c>did-it-work</c> or <c>reminder</c>.</param>
/// <param name="At">When; in the future.</param>
/// <param name="WithinWorkingHours">Instead of <paramref name="At"/>: after so many hours of working time.</param>
/// <param name="Note">Why, for colleagues.</param>
internal sealed record NewFollowUpRequest(
    string? CaseId = null,
    string? Kind = null,
    DateTimeOffset? At = null,
    double? WithinWorkingHours = null,
    string? Note = null
);

/// <summary>Body of cancelling a follow-up.</summary>
/// <param name="Note">Why.</param>
internal sealed record CancelRequest(string? Note = null);

/// <summary>One thing that is scheduled.</summary>
internal sealed record FollowUpDocument(DateTimeOffset At, string Kind, string? CaseId, string? CustomerId, string Cause)
{
    /// <summary>Makes the document.</summary>
    public static FollowUpDocument Of(FollowUp followUp) =>
        new(followUp.At, Platform.KebabCase.NameOf(followUp.Kind), followUp.CaseId?.Value, followUp.CustomerId, followUp.Cause);
}

/// <summary>The JSON of agents' requests about follow-ups.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(NewFollowUpRequest))]
[JsonSerializable(typeof(CancelRequest))]
internal sealed partial class FollowUpJson : JsonSerializerContext;
