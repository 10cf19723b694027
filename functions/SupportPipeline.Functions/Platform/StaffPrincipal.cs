using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace SupportPipeline.Platform;

/// <summary>What somebody who is signed in may do; the app roles of the Microsoft Entra ID registration.</summary>
public enum StaffRole
{
    /// <summary>Works cases.</summary>
    Agent,

    /// <summary>Watches and answers the public stream.</summary>
    Marketing,

    /// <summary>Announces outages.</summary>
    OnCall,

    /// <summary>Approves as the second person.</summary>
    Approver,

    /// <summary>Configures; includes every other role.</summary>
    Admin,
}

/// <summary>
/// Reads who is signed in from <c>X-MS-CLIENT-PRINCIPAL</c>, which App Service authentication sets. The header is believed only when
/// <c>WEBSITE_AUTH_ENABLED</c> is true, because otherwise the platform lets through what a client made up. Everything fails closed.
/// </summary>
public sealed class StaffPrincipal(IConfiguration configuration)
{
    private const string Header = "X-MS-CLIENT-PRINCIPAL";

    private const int MaxNameLength = 100;

    /// <summary>What tells people apart, best first; the first is unique in a tenant.</summary>
    private static readonly string[] NameClaims =
    [
        "preferred_username",
        "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        "name",
        "http://schemas.microsoft.com/identity/claims/objectidentifier",
    ];

    private readonly bool _isPlatformAuthenticationOn = string.Equals(
        configuration["WEBSITE_AUTH_ENABLED"],
        "true",
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>Null when the caller has one of the roles; else the answer to give: 401 when nobody is signed in, 403 when the role is missing.</summary>
    internal IResult? Refuse(HttpRequest request, params ReadOnlySpan<StaffRole> anyOf)
    {
        if (Read(request) is not { } member)
        {
            return Problems.Of(StatusCodes.Status401Unauthorized, "not-signed-in", "Please sign in.");
        }

        foreach (var role in anyOf)
        {
            if (member.Roles.Contains(role.ToString()))
            {
                return null;
            }
        }

        return member.Roles.Contains(nameof(StaffRole.Admin))
            ? null
            : Problems.Of(StatusCodes.Status403Forbidden, "role-missing", "Your account does not have the role this needs.");
    }

    /// <summary>The name of who is signed in, for timelines; only after <see cref="Refuse"/> let the caller pass.</summary>
    internal string NameOf(HttpRequest request) => Read(request)?.Name ?? "unknown";

    private (HashSet<string> Roles, string Name)? Read(HttpRequest request) =>
        _isPlatformAuthenticationOn ? Read(request.Headers[Header]) : null;

    private static (HashSet<string> Roles, string Name)? Read(string? header)
    {
        if (string.IsNullOrWhiteSpace(header))
        {
            return null;
        }

        try
        {
            var padded = header.PadRight((header.Length + 3) / 4 * 4, '=');
            using var principal = JsonDocument.Parse(Convert.FromBase64String(padded));
            var roleType = principal.RootElement.TryGetProperty("role_typ", out var type) ? type.GetString() : null;
            var roles = new HashSet<string>(StringComparer.Ordinal);
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var claim in principal.RootElement.GetProperty("claims").EnumerateArray())
            {
                var name = claim.GetProperty("typ").GetString();
                var value = claim.GetProperty("val").GetString();
                if (name is null || value is null)
                {
                    continue;
                }

                names.TryAdd(name, value);
                if (name == "roles" || name == roleType)
                {
                    roles.Add(value);
                }
            }

            var called = NameClaims.Select(claim => names.GetValueOrDefault(claim)).FirstOrDefault(name => name is { Length: > 0 });
            return (roles, StoredText.CleanLine(called ?? "unknown", MaxNameLength));
        }
        catch (Exception exception)
            when (exception is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
