using SupportPipeline.LocalHost.Commands;
using SupportPipeline.LocalHost.Demo;

namespace SupportPipeline.LocalHost.Tests.Demo;

/// <summary>The sample day, played once for all tests that look at it, and told to a file.</summary>
public sealed class PlayedDay : IAsyncLifetime
{
    internal DemoResult Day { get; private set; } = null!;

    internal string Output { get; private set; } = "";

    public async Task InitializeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await using var output = new StringWriter();
        Day = await DemoCommand.PlayAsync(DemoConsole.File(output), patience.Token);
        Output = output.ToString();
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
