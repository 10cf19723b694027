using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace SupportPipeline.Platform;

/// <summary>
/// Has something made while the app starts, so that a mistake in what it is made from stops the start and not the first message. It is made beside
/// everything else that starts: a cold start waits for the slowest, not for the sum.
/// </summary>
/// <typeparam name="T">What is made.</typeparam>
internal sealed class MadeAtStart<T>(IServiceProvider services) : IHostedLifecycleService
    where T : class
{
    private Task _made = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _made = Task.Run(services.GetRequiredService<T>, cancellationToken);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => _made.WaitAsync(cancellationToken);

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
