using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace SupportPipeline.Platform;

/// <summary>
/// Sends traces, metrics and logs to Application Insights, to an OpenTelemetry collector, or to both. Without either nothing is made, and nothing is paid
/// for it at start.
/// </summary>
public static class TelemetryServices
{
    /// <summary>The setting that names the Application Insights component; the Functions host reads it too.</summary>
    public const string InsightsSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>The setting that names the collector, as OpenTelemetry names it; <c>OTEL_EXPORTER_OTLP_PROTOCOL</c> and the others of its kind are read as well.</summary>
    public const string CollectorSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The setting with the client id of the identity that telemetry is sent with; the app's system-assigned one without it.</summary>
    public const string ClientIdSetting = "Telemetry:ClientId";

    /// <summary>Registers what the settings ask for.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var insights = configuration[InsightsSetting];
        var collector = configuration[CollectorSetting];
        if (string.IsNullOrEmpty(insights) && string.IsNullOrEmpty(collector))
        {
            return services;
        }

        // These write addresses with their paths and queries, and a key is part of some.
        services.Configure<LoggerFilterOptions>(filter =>
        {
            filter.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
            filter.AddFilter("System.Net.Http", LogLevel.Warning);
            filter.AddFilter("Azure.Core", LogLevel.Warning);
        });
        IOpenTelemetryBuilder telemetry = services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("supportpipeline", serviceVersion: Version))
            .WithTracing(tracing =>
                tracing.AddSource(QueueTraces.SourceName, "Azure.*", "System.Net.Http").AddProcessor(new AddressTrimming())
            )
            .WithMetrics(metrics => metrics.AddMeter(PipelineMetrics.MeterName, "System.Net.Http"))
            .WithLogging();
        telemetry = telemetry.UseFunctionsWorkerDefaults();
        if (!string.IsNullOrEmpty(insights))
        {
            telemetry = telemetry.UseAzureMonitorExporter(exporter =>
            {
                exporter.ConnectionString = insights;
                exporter.Credential = new ManagedIdentityCredential(
                    configuration[ClientIdSetting] is { Length: > 0 } clientId
                        ? ManagedIdentityId.FromUserAssignedClientId(clientId)
                        : ManagedIdentityId.SystemAssigned
                );
            });
        }

        if (!string.IsNullOrEmpty(collector))
        {
            telemetry.UseOtlpExporter();
        }

        return services;
    }

    private static string? Version => typeof(TelemetryServices).Assembly.GetName().Version?.ToString(3);
}
