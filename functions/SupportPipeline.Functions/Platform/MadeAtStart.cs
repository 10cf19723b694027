using Microsoft.Extensions.Hosting;

namespace SupportPipeline.Platform;

/// <summary>Has something made when the app starts, so that a mistake in what it is made from stops the start and not the first message.</summary>
/// <typeparam name="T">What is made.</typeparam>
internal sealed class MadeAtStart<T>(T made) : IHostedService
    where T : class
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(made);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
