using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SupportPipeline.Testing;

/// <summary>A request of somebody on the staff, and the answer it got.</summary>
internal static class StaffRequest
{
    /// <summary>A request with a JSON body, as signed in with a role; null for nobody.</summary>
    public static HttpRequest Of(IServiceProvider services, string? role, string body = "{}", string? ifMatch = null)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Response.Body = new MemoryStream();
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        context.Request.ContentType = "application/json";
        if (ifMatch is not null)
        {
            context.Request.Headers.IfMatch = ifMatch;
        }

        if (role is not null)
        {
            context.Request.Headers["X-MS-CLIENT-PRINCIPAL"] = Convert.ToBase64String(
                Encoding.UTF8.GetBytes(
                    $$"""{"claims":[{"typ":"roles","val":"{{role}}"},{"typ":"preferred_username","val":"ann@desk.example"}]}"""
                )
            );
        }

        return context.Request;
    }

    /// <summary>What the caller gets.</summary>
    public static async Task<(int Status, JsonElement Body)> AnswerAsync(HttpRequest request, IResult result)
    {
        await result.ExecuteAsync(request.HttpContext);
        var response = request.HttpContext.Response;
        var bytes = ((MemoryStream)response.Body).ToArray();
        return (response.StatusCode, bytes.Length == 0 ? default : JsonDocument.Parse(bytes).RootElement);
    }
}
