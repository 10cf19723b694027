using SupportPipeline.LocalHost.Functions;

namespace SupportPipeline.LocalHost.Hosting;

/// <summary>What is fixed before a run's services are made.</summary>
internal sealed record LocalHostPlace(Uri BaseAddress, string Storage, HostJson Host);
