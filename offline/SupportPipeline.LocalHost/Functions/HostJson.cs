using System.Globalization;
using System.Text.Json;

namespace SupportPipeline.LocalHost.Functions;

/// <summary>What the local host obeys of <c>host.json</c>; the defaults are those of the Functions host.</summary>
internal sealed record HostJson
{
    public string RoutePrefix { get; init; } = "api";

    /// <summary>After this long a function's cancellation token is cancelled.</summary>
    public TimeSpan FunctionTimeout { get; init; } = TimeSpan.FromMinutes(30);

    public QueueSettings Queues { get; init; } = new();

    /// <summary>Reads the file that the build copies beside the function app.</summary>
    /// <exception cref="InvalidOperationException">The file is missing or not understood.</exception>
    public static HostJson Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidOperationException($"There is no {path}.");
        }

        using var document = JsonDocument.Parse(
            File.ReadAllBytes(path),
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
        );
        try
        {
            return Read(document.RootElement);
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidOperationException or OverflowException)
        {
            throw new InvalidOperationException($"{path} has a value of the wrong kind: {wrong.Message}", wrong);
        }
    }

    private static HostJson Read(JsonElement root)
    {
        var defaults = new HostJson();
        var queues = Find(root, "extensions", "queues");
        var batchSize = Number(queues, "batchSize", 16, 1, 32);
        return new()
        {
            RoutePrefix = Find(Find(root, "extensions", "http"), "routePrefix")?.GetString() ?? defaults.RoutePrefix,
            FunctionTimeout = Time(root, "functionTimeout", defaults.FunctionTimeout),
            Queues = new()
            {
                BatchSize = batchSize,
                NewBatchThreshold = Number(queues, "newBatchThreshold", batchSize / 2 * Environment.ProcessorCount, 0, 1000),
                MaxDequeueCount = Number(queues, "maxDequeueCount", defaults.Queues.MaxDequeueCount, 1, 100_000),
                MaxPollingInterval = Time(queues, "maxPollingInterval", defaults.Queues.MaxPollingInterval),
                VisibilityTimeout = Time(queues, "visibilityTimeout", defaults.Queues.VisibilityTimeout),
                Base64 = !"none".Equals(Find(queues, "messageEncoding")?.GetString(), StringComparison.OrdinalIgnoreCase),
            },
        };
    }

    private static JsonElement? Find(JsonElement? from, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            from = from is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var child) ? child : null;
        }

        return from;
    }

    private static int Number(JsonElement? from, string name, int otherwise, int least, int most)
    {
        var number = Find(from, name)?.GetInt32() ?? otherwise;
        return number >= least && number <= most ? number : throw new FormatException($"{name} must be {least} to {most}.");
    }

    private static TimeSpan Time(JsonElement? from, string name, TimeSpan otherwise) =>
        Find(from, name)?.GetString() is not { } text ? otherwise
        : text == "-1" ? Timeout.InfiniteTimeSpan
        : TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
