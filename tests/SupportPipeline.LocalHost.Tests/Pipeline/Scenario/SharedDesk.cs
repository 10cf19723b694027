using SupportPipeline.LocalHost.Hosting;

namespace SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

/// <summary>One desk for all tests that need nothing special; tests that do derive theirs and share it within a class.</summary>
public class SharedDesk : IAsyncLifetime
{
    internal Desk Desk { get; private set; } = null!;

    public async Task InitializeAsync() => Desk = await Desk.OpenAsync(Configure);

    public async Task DisposeAsync() => await Desk.DisposeAsync();

    private protected virtual LocalHostOptions Configure(LocalHostOptions options) => options;

    private protected static LocalHostOptions With(LocalHostOptions options, params (string Name, string Value)[] settings) =>
        options with
        {
            Configuration = settings.ToDictionary(setting => setting.Name, string? (setting) => setting.Value, StringComparer.Ordinal),
        };
}
