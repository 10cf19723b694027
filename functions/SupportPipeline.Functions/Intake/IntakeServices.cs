using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SupportPipeline.Intake;

/// <summary>Registers intake.</summary>
internal static class IntakeServices
{
    /// <summary>What Kestrel lets through beyond our own limit, so that we answer 413 with problem details instead of the server.</summary>
    private const long Margin = 64 * 1024;

    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddOptions<IntakeOptions>().BindConfiguration(IntakeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services
            .AddOptions<KestrelServerOptions>()
            .Configure<IOptions<IntakeOptions>>(
                (kestrel, intake) => kestrel.Limits.MaxRequestBodySize = intake.Value.MaxRequestBytes + Margin
            );
        services.AddSingleton<RawMessageStore>();
        services.AddSingleton<EmailReceiver>();
        services.AddSingleton<InboundEmails>();
        services.AddSingleton<SocialMessages>();
        return services;
    }
}
