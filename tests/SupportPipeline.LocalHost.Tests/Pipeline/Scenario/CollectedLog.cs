using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

/// <summary>Keeps every warning and error of a run, so that a test can say which of them it expected.</summary>
internal sealed class CollectedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _entries = new();

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _entries);

    public void Forget() => _entries.Clear();

    /// <summary>Every entry must be one of those named, and each of those named must have been logged.</summary>
    public void AssertOnly(IReadOnlyCollection<string> expected)
    {
        var entries = _entries.ToArray();
        Assert.Equal([], entries.Where(entry => !expected.Any(text => entry.Contains(text, StringComparison.Ordinal))));
        Assert.All(expected, text => Assert.Contains(entries, entry => entry.Contains(text, StringComparison.Ordinal)));
    }

    public void Dispose() { }

    private sealed class Logger(string category, ConcurrentQueue<string> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
            {
                entries.Enqueue($"{logLevel} {category} {eventId.Id}: {formatter(state, exception)} {exception}");
            }
        }
    }
}
