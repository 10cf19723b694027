using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SupportPipeline.LocalHost.SignIn;

/// <summary>
/// Stands in for App Service authentication: takes away what a client claims to be, and says who was signed in by
/// <c>/local/sign-in?role=</c>. Nobody signed in means a developer with every role, unless signing in is required.
/// </summary>
internal static class LocalSignIn
{
    private const string Cookie = "local-role";
    private const string PrincipalHeader = "X-MS-CLIENT-PRINCIPAL";

    public static void UseLocalSignIn(this IApplicationBuilder app, bool required) =>
        app.Use(
            (context, next) =>
            {
                var headers = context.Request.Headers;
                foreach (var name in headers.Keys.Where(IsPrincipal).ToArray())
                {
                    headers.Remove(name);
                }

                var signedIn = LocalRoles.PrincipalOf(context.Request.Cookies[Cookie]) ?? (required ? null : LocalRoles.Developer);
                if (signedIn is not null)
                {
                    headers[PrincipalHeader] = signedIn;
                }

                return next(context);
            }
        );

    public static void MapLocalSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/local/sign-in",
            (HttpContext context, string? role) =>
            {
                if (LocalRoles.PrincipalOf(role) is null)
                {
                    return Results.Problem($"role must be one of {string.Join(", ", LocalRoles.All)}.", statusCode: 400);
                }

                context.Response.Cookies.Append(Cookie, role!, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax });
                return Results.Json(new { role });
            }
        );
        app.MapGet(
            "/local/sign-out",
            (HttpContext context) =>
            {
                context.Response.Cookies.Delete(Cookie);
                return Results.NoContent();
            }
        );
    }

    private static bool IsPrincipal(string header) => header.StartsWith(PrincipalHeader, StringComparison.OrdinalIgnoreCase);
}
