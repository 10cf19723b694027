using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SupportPipeline.LocalHost.Email;

/// <summary>Puts <c>POST /local/email</c> into a host.</summary>
internal static class LocalEmailSetup
{
    /// <summary>Registers what the endpoint needs; a <see cref="FrontDoor"/> registered before stays.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="dataDirectory">Where the signing key outlives the run; nowhere when null.</param>
    public static IServiceCollection AddLocalEmail(this IServiceCollection services, string? dataDirectory)
    {
        services.AddHttpClient();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => new LocalSigningKey(dataDirectory));
        services.TryAddSingleton(provider => FrontDoor.Of(provider.GetRequiredService<IServer>()));
        services.AddSingleton<LocalEmail>();
        return services;
    }

    public static IEndpointRouteBuilder MapLocalEmail(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapPost("/local/email", (HttpContext context, LocalEmail email) => email.PostAsync(context));
        return app;
    }
}
