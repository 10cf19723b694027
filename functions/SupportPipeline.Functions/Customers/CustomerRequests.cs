using System.Text.Json.Serialization;

namespace SupportPipeline.Customers;

/// <summary>Body of <c>flags</c>.</summary>
/// <param name="Flag">One of <see cref="CustomerFlagNames.OfAgents"/>.</param>
/// <param name="Until">When it runs out.</param>
/// <param name="Reason">Why.</param>
internal sealed record FlagRequest(string? Flag = null, DateTimeOffset? Until = null, string? Reason = null);

/// <summary>Body of <c>preferences</c>; it replaces all of them.</summary>
internal sealed record PreferencesRequest(
    string? Language = null,
    string? Channel = null,
    QuietHours? QuietHours = null,
    CustomerConsents? Consents = null,
    DateOnly? Birthday = null,
    DateOnly? CustomerSince = null,
    string? Note = null
);

/// <summary>Body of <c>identities</c>.</summary>
/// <param name="Kind"><c>email</c>, or the name of a platform.</param>
/// <param name="Value">The address or account.</param>
/// <param name="Evidence">One of <see cref="MergeEvidence"/>.</param>
/// <param name="Note">What proves it.</param>
internal sealed record IdentityRequest(string? Kind = null, string? Value = null, string? Evidence = null, string? Note = null);

/// <summary>Body of <c>merge</c>.</summary>
/// <param name="Into">The record that holds the profile from now on.</param>
/// <param name="Evidence">One of <see cref="MergeEvidence"/>.</param>
/// <param name="Note">What proves it.</param>
internal sealed record MergeCustomerRequest(string? Into = null, string? Evidence = null, string? Note = null);

/// <summary>Body of <c>unmerge</c>, <c>erase</c> and of lifting a flag.</summary>
/// <param name="Reason">Why.</param>
internal sealed record CustomerReasonRequest(string? Reason = null);

/// <summary>The JSON of requests about customers.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(FlagRequest))]
[JsonSerializable(typeof(PreferencesRequest))]
[JsonSerializable(typeof(IdentityRequest))]
[JsonSerializable(typeof(MergeCustomerRequest))]
[JsonSerializable(typeof(CustomerReasonRequest))]
internal sealed partial class CustomerRequestJson : JsonSerializerContext;
