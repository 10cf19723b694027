namespace SupportPipeline.LocalHost.Storage;

/// <summary>How Azurite is started.</summary>
internal sealed record AzuriteOptions
{
    /// <summary>Where Azurite keeps its files; null keeps everything in memory until it is stopped.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>The ports of blobs, queues and tables; null lets the system choose. A storage that is stopped and started again has to keep its address.</summary>
    public IReadOnlyList<int>? Ports { get; init; }
}
