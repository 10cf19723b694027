namespace SupportPipeline.LocalHost.Storage;

/// <summary>How Azurite is started.</summary>
internal sealed record AzuriteOptions
{
    /// <summary>Where Azurite keeps its files; null keeps everything in memory until it is stopped.</summary>
    public string? DataDirectory { get; init; }
}
