using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Hosting;

/// <summary>How a local host is run.</summary>
internal sealed record LocalHostOptions
{
    /// <summary>The port of the front door on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Where everything that outlives the run is kept; null keeps it in memory.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>A storage account to use instead of starting Azurite.</summary>
    public string? StorageConnectionString { get; init; }

    /// <summary>Whether function keys and a sign-in are asked for.</summary>
    public bool SignInRequired { get; init; }

    /// <summary>How far the clock is ahead of real time from the start on.</summary>
    public TimeSpan ClockAhead { get; init; }

    /// <summary>Whether every queue message is handed to two invocations at once, and some come again although they were processed.</summary>
    public bool DeliverTwice { get; init; }

    /// <summary>Whose functions are run.</summary>
    public Assembly Functions { get; init; } = typeof(SupportPipelineServices).Assembly;

    /// <summary>The classes whose functions are run; null takes all of the assembly.</summary>
    public IReadOnlyList<Type>? FunctionTypes { get; init; }

    /// <summary>The product's functions but those that a timer calls: what they do each minute belongs to no mail.</summary>
    public static IReadOnlyList<Type> WithoutTimers { get; } =
    [
        .. typeof(SupportPipelineServices)
            .Assembly.GetTypes()
            .Where(type =>
                !type.GetMethods()
                    .SelectMany(method => method.GetParameters())
                    .Any(parameter => parameter.IsDefined(typeof(TimerTriggerAttribute), inherit: false))
            ),
    ];

    /// <summary>Wins over every other source.</summary>
    public IReadOnlyDictionary<string, string?> Configuration { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Registers more, after everything else.</summary>
    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Changes what host.json says.</summary>
    public Func<Functions.HostJson, Functions.HostJson>? Host { get; init; }
}
