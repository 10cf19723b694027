using SupportPipeline.Platform;

namespace SupportPipeline.FollowUps.Purchases;

/// <summary>A purchase that was checked.</summary>
/// <param name="Key">The hash of the shop's id.</param>
/// <param name="Customer">Who bought.</param>
/// <param name="Name">The name, when known.</param>
/// <param name="Language">The language, or <c>und</c>.</param>
/// <param name="Product">What.</param>
/// <param name="CheckInAt">When the customer is asked.</param>
internal sealed record Purchase(string Key, EmailAddress Customer, string? Name, string Language, string Product, DateTimeOffset CheckInAt);
