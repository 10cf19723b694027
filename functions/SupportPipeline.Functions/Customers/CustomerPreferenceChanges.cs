using Microsoft.AspNetCore.Http;
using SupportPipeline.FollowUps.Greetings;
using SupportPipeline.Platform;

namespace SupportPipeline.Customers;

/// <summary>Changes what a customer wants, and with it the greetings that follow from it.</summary>
public sealed class CustomerPreferenceChanges(CustomerDesk desk, CustomerProfiles profiles, CustomerGreetings greetings)
{
    /// <summary>Handles a request. Should the process die between the two, the same request again completes it.</summary>
    internal async Task<IResult> ChangeAsync(HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var result = await desk.ActAsync(
            request,
            id,
            CustomerRequestJson.Default.PreferencesRequest,
            CustomerActs.Prefer,
            cancellationToken
        );
        if (
            result is IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK }
            && await profiles.FindAsync(id, cancellationToken) is { Customer: var profile }
            && EmailAddress.TryParse(profile.Identity?.Value, out var address)
        )
        {
            await greetings.UpdateAsync(Facts(profile, address), CancellationToken.None);
        }

        return result;
    }

    private static GreetingFacts Facts(CustomerRecord profile, EmailAddress address) =>
        new()
        {
            CustomerId = profile.Id,
            Address = address,
            Name = profile.Name,
            Language = profile.Preferences.Language ?? "und",
            HasConsent = profile.Preferences.Consents.Greetings == true,
            Birthday = profile.Preferences.Birthday,
            CustomerSince = profile.Preferences.CustomerSince,
            TimeZone = profile.Preferences.QuietHours?.TimeZone,
            QuietFrom = profile.Preferences.QuietHours?.From,
            QuietUntil = profile.Preferences.QuietHours?.Until,
        };
}
