using System.Text.Json;

namespace SupportPipeline.LocalHost.SignIn;

/// <summary>The roles one can sign in with locally, and the header App Service would send for them.</summary>
internal static class LocalRoles
{
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["agent"] = "Agent",
        ["marketing"] = "Marketing",
        ["on-call"] = "OnCall",
        ["approver"] = "Approver",
        ["admin"] = "Admin",
    };

    private static readonly Dictionary<string, string> s_principals = s_names.ToDictionary(
        role => role.Key,
        role => Principal($"local-{role.Key}", [role.Value]),
        StringComparer.Ordinal
    );

    /// <summary>The header of somebody with every role.</summary>
    public static string Developer { get; } = Principal("local-developer", s_names.Values);

    public static IEnumerable<string> All => s_names.Keys;

    /// <summary>The header of somebody with one role, or null when there is no such role.</summary>
    public static string? PrincipalOf(string? role) => role is null ? null : s_principals.GetValueOrDefault(role);

    private static string Principal(string name, IEnumerable<string> roles)
    {
        (string Type, string Value)[] claims =
        [
            ("name", name),
            ("preferred_username", name),
            ("http://schemas.microsoft.com/identity/claims/objectidentifier", name),
            .. roles.Select(role => ("roles", role)),
        ];
        return Convert.ToBase64String(
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    auth_typ = "aad",
                    name_typ = "name",
                    role_typ = "roles",
                    claims = claims.Select(claim => new { typ = claim.Type, val = claim.Value }),
                }
            )
        );
    }
}
