using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Faults;

namespace SupportPipeline.LocalHost.Sink;

/// <summary>Puts the SendGrid sink into a host.</summary>
internal static class SendGridSinkSetup
{
    /// <summary>What takes the place of <c>https://api.sendgrid.com</c>, below the host's own address.</summary>
    public const string BasePath = "/local/sendgrid";

    /// <summary>Registers the sink.</summary>
    /// <param name="services">The host's services; they need to hold a <see cref="TimeProvider"/>.</param>
    /// <param name="dataDirectory">Where accepted mails outlive the run; nowhere when null.</param>
    public static IServiceCollection AddSendGridSink(this IServiceCollection services, string? dataDirectory)
    {
        services.AddSingleton(_ => new MailSink(dataDirectory));
        services.AddSingleton<SendGridSink>();
        services.TryAddSingleton<FaultInjection>();
        services.TryAddSingleton(TimeProvider.System);
        return services;
    }

    /// <summary>
    /// Posts delivery events back to the product when <c>Local:DeliveryEvents</c> says so, each batch twice and once backwards when
    /// <c>Local:DeliveryEventDisorder</c> does; needs what <see cref="LocalEmailSetup.AddLocalEmail"/> registers.
    /// </summary>
    public static IServiceCollection AddDeliveryEvents(
        this IServiceCollection services,
        IConfiguration configuration,
        string? dataDirectory = null
    )
    {
        if (configuration.GetValue<bool>("Local:DeliveryEvents"))
        {
            services.AddSingleton(new DeliveryEventDisorder(configuration.GetValue<bool>("Local:DeliveryEventDisorder")));
            services.AddSingleton(_ => new DeliveryEventProgress(dataDirectory));
            services.AddSingleton<DeliveryEventSigner>();
            services.AddSingleton<DeliveryEvents>();
            services.AddHostedService(provider => provider.GetRequiredService<DeliveryEvents>());
        }

        return services;
    }

    public static IEndpointRouteBuilder MapSendGridSink(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapPost($"{BasePath}/v3/mail/send", (HttpContext context, SendGridSink sink) => sink.SendAsync(context));
        app.MapGet(
            "/local/outbox",
            (MailSink mails, string? to) => Results.Json(mails.Mails(to), SinkJson.Legible.IReadOnlyListSinkMail, "application/json")
        );
        return app;
    }
}
