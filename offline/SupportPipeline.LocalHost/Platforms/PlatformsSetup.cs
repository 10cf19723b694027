using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.LocalHost.Faults;

namespace SupportPipeline.LocalHost.Platforms;

/// <summary>Puts stand-ins of social platforms into a host, each below <c>/local/platforms/</c> and its name.</summary>
internal static class PlatformsSetup
{
    /// <summary>What the addresses of all platforms begin with.</summary>
    public const string BasePath = "/local/platforms";

    /// <summary>The platforms that take answers with a token.</summary>
    private static readonly string[] s_accounts = ["X", "Mastodon", "Telegram", "Vk", "Facebook", "Instagram", "Threads", "Line"];

    /// <summary>The settings by which the product answers to the stand-ins.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Settings(Uri baseAddress)
    {
        ArgumentNullException.ThrowIfNull(baseAddress);
        foreach (var account in s_accounts)
        {
            var address = new Uri(baseAddress, $"{BasePath}/{account.ToLowerInvariant()}");
            yield return new($"Social:Replies:{account}:BaseAddress", address.ToString());
            yield return new($"Social:Replies:{account}:Token", "local");
        }

        yield return new("Social:Replies:Threads:UserId", "local");
        yield return new("Social:Replies:Bluesky", "true");
        yield return new("Social:Bluesky:Service", new Uri(baseAddress, $"{BasePath}/bluesky").ToString());
        yield return new("Social:Replies:Enabled", "true");
        yield return new("Social:Replies:AllowLoopback", "true");
    }

    public static IServiceCollection AddPlatforms(this IServiceCollection services)
    {
        services.AddSingleton<LocalMastodon>();
        services.AddSingleton<LocalBluesky>();
        services.AddSingleton<PostedAnswers>();
        return services;
    }

    public static IEndpointRouteBuilder MapPlatforms(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapMastodon();
        app.MapBluesky();
        app.MapWriting();
        return app;
    }

    /// <summary>A part of a platform that suffers the faults planned for it, and answers a refusal as the platform does.</summary>
    /// <param name="app">The host.</param>
    /// <param name="name">The platform, also the target of faults.</param>
    /// <param name="limits">Writes the platform's headers of rate limits: how many requests are left, and when there are all again.</param>
    internal static RouteGroupBuilder MapPlatform(
        this IEndpointRouteBuilder app,
        string name,
        Action<IHeaderDictionary, int, DateTimeOffset> limits
    )
    {
        var group = app.MapGroup($"{BasePath}/{name}");
        group.AddEndpointFilter(
            async (context, next) =>
            {
                var services = context.HttpContext.RequestServices;
                var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
                var fault = services.GetRequiredService<FaultInjection>().Take(name);
                if (fault?.Delay is { } delay)
                {
                    await Task.Delay(delay, TimeProvider.System, context.HttpContext.RequestAborted);
                }

                limits(
                    context.HttpContext.Response.Headers,
                    fault?.Status == 429 ? 0 : 299,
                    now + (fault?.RetryAfter ?? TimeSpan.FromMinutes(5))
                );
                if (fault?.Status is { } status)
                {
                    return Results.Json(new { error = "PlannedFault" }, statusCode: status);
                }

                var answer = await next(context);
                if (fault is { DropAnswer: true })
                {
                    context.HttpContext.Abort();
                }

                return answer;
            }
        );
        return group;
    }
}
