using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Entry point of the isolated worker's builder.</summary>
public static class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(Host.CreateApplicationBuilder(args));
}

/// <summary>
/// Collects services like the worker's builder. There is no Functions host to talk to in this build, so what <see cref="Build"/> makes has the whole
/// container and refuses to start; the local host composes the same services itself.
/// </summary>
public sealed class FunctionsApplicationBuilder
{
    private readonly HostApplicationBuilder _builder;

    internal FunctionsApplicationBuilder(HostApplicationBuilder builder)
    {
        _builder = builder;
    }

    public IServiceCollection Services => _builder.Services;

    public IConfigurationManager Configuration => _builder.Configuration;

    public IHostEnvironment Environment => _builder.Environment;

    public IHost Build()
    {
        _builder.Services.AddHostedService<NoWorker>();
        return _builder.Build();
    }
}

public static class FunctionsApplicationBuilderExtensions
{
    /// <summary>Turns on the ASP.NET Core integration of HTTP functions; nothing to do in this build.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder;
    }
}
