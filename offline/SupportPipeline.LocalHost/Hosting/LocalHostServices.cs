using Azure.Core.Pipeline;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry.Trace;
using SupportPipeline.Intake;
using SupportPipeline.LocalHost.Clock;
using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Faults;
using SupportPipeline.LocalHost.Functions;
using SupportPipeline.LocalHost.Language;
using SupportPipeline.LocalHost.Platforms;
using SupportPipeline.LocalHost.Queues;
using SupportPipeline.LocalHost.SignIn;
using SupportPipeline.LocalHost.Sink;
using SupportPipeline.LocalHost.Storage;
using SupportPipeline.LocalHost.Webhooks;
using SupportPipeline.Platform;
using SupportPipeline.Replies;

namespace SupportPipeline.LocalHost.Hosting;

/// <summary>The function app's services, and those of the local host around them.</summary>
internal static class LocalHostServices
{
    public static IServiceCollection AddLocalHost(
        this IServiceCollection services,
        LocalHostOptions options,
        IConfiguration configuration,
        LocalHostPlace place
    )
    {
        services.AddTelemetry(configuration);

        // Deployed, the worker says of each execution what the web server says here.
        services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddSource("Microsoft.AspNetCore"));
        services.AddSupportPipeline(configuration);
        services.AddSingleton(_ =>
        {
            var clock = new MovableClock();
            clock.Advance(options.ClockAhead);
            return clock;
        });
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(provider => provider.GetRequiredService<MovableClock>()));
        services.AddSingleton<FaultInjection>();
        services.AddSingleton<HostActivity>();
        services.AddSingleton<QueueWakeUps>();
        services.AddSingleton(_ => new LongWaits(options.DataDirectory));
        services.AddSingleton<HttpFunctions>();
        services.AddSingleton(new FunctionKey(options.SignInRequired));
        services.AddSingleton(new StorageOperationCounter(new StorageAddresses(place.Storage)));
        services.AddStoragePolicies();
        services.AddSinks(options, configuration, place);
        if (options.SignInRequired)
        {
            // As strict as a deployed desk: the front door believes only what is signed with the key /local/email signs with.
            services.AddOptions<IntakeOptions>().PostConfigure<LocalSigningKey>((intake, key) => intake.VerificationKey ??= key.PublicKey);
            services
                .AddOptions<SendGridOptions>()
                .PostConfigure<LocalSigningKey>((sendGrid, key) => sendGrid.EventVerificationKey ??= key.PublicKey);
        }

        options.Services?.Invoke(services);
        return services;
    }

    // The product hands these to all its storage clients, to be run for each attempt: first counted, then perhaps failed;
    // the listener is woken only by a message that was really sent.
    private static void AddStoragePolicies(this IServiceCollection services)
    {
        services.AddSingleton<HttpPipelinePolicy>(provider => provider.GetRequiredService<StorageOperationCounter>());
        services.AddSingleton<HttpPipelinePolicy>(provider => new StorageFaultPolicy(provider.GetRequiredService<FaultInjection>()));
        services.AddSingleton<HttpPipelinePolicy>(provider => provider.GetRequiredService<QueueWakeUps>());
        services.AddSingleton<HttpPipelinePolicy>(provider => provider.GetRequiredService<LongWaits>());
    }

    private static void AddSinks(
        this IServiceCollection services,
        LocalHostOptions options,
        IConfiguration configuration,
        LocalHostPlace place
    )
    {
        services.AddSingleton(provider =>
        {
            var key = provider.GetRequiredService<FunctionKey>();
            return new FrontDoor(() => place.BaseAddress, functionKey: key.IsRequired ? key.Value : null);
        });
        services
            .AddSendGridSink(options.DataDirectory)
            .AddLocalEmail(options.DataDirectory)
            .AddDeliveryEvents(configuration, options.DataDirectory);
        services.AddLanguageService();
        services.AddPlatforms();
        services.AddWebhookSink();
    }
}
