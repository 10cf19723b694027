using OpenTelemetry;

namespace Azure.Monitor.OpenTelemetry.Exporter;

public static class OpenTelemetryBuilderExtensions
{
    /// <summary>Refuses: this build cannot send to Application Insights, and telemetry that quietly goes nowhere would be worse.</summary>
    public static IOpenTelemetryBuilder UseAzureMonitorExporter(
        this IOpenTelemetryBuilder builder,
        Action<AzureMonitorExporterOptions> configureAzureMonitor
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configureAzureMonitor);
        throw new PlatformNotSupportedException(
            "This build (AzureSdk=offline) cannot send to Application Insights. Leave APPLICATIONINSIGHTS_CONNECTION_STRING out, or name an OpenTelemetry collector in OTEL_EXPORTER_OTLP_ENDPOINT."
        );
    }
}
