using System.Text.Json;
using System.Text.Json.Serialization;

namespace SupportPipeline.FollowUps.Purchases;

/// <summary>A purchase as the shop tells of it.</summary>
/// <param name="EventId">The shop's id of it; the same id again is the same purchase.</param>
/// <param name="Customer">Who bought.</param>
/// <param name="Product">What, as the customer knows it.</param>
/// <param name="PurchasedAt">When.</param>
internal sealed record PurchaseRequest(string EventId, PurchaseCustomer Customer, string Product, DateTimeOffset PurchasedAt);

/// <summary>Who bought something.</summary>
/// <param name="Email">The address.</param>
/// <param name="Name">The name, when known.</param>
/// <param name="Language">A language of ours, when known.</param>
internal sealed record PurchaseCustomer(string Email, string? Name = null, string? Language = null);

/// <summary>What became of one purchase.</summary>
/// <param name="EventId">Its id, as far as it could be read.</param>
/// <param name="Result"><c>accepted</c>, <c>duplicate</c> or <c>rejected</c>.</param>
/// <param name="Reason">Why it was rejected.</param>
internal sealed record PurchaseResult(string? EventId, string Result, string? Reason = null);

/// <summary>What became of all.</summary>
internal sealed record PurchaseResults(IReadOnlyList<PurchaseResult> Results);

/// <summary>The JSON of purchases: strict, so that a misspelt name is noticed by whoever wrote it.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    NumberHandling = JsonNumberHandling.Strict
)]
[JsonSerializable(typeof(PurchaseRequest))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class PurchaseJson : JsonSerializerContext;
