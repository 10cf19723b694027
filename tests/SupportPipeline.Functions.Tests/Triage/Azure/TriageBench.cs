using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Triage.Azure;

/// <summary>The product's triage against a server, with a clock that stands still and an embedded analyzer that says the same of everything.</summary>
internal sealed class TriageBench : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly WarningLog _log = new();

    private TriageBench(LanguageServer server, (string Name, string? Value)[] settings)
    {
        Server = server;
        _services = Pipeline.Create(
            clock: Clock,
            replace: services =>
                services
                    .AddLogging(logging => logging.AddProvider(_log))
                    .AddSingleton(provider => new MessageTriager(
                        Embedded,
                        provider.GetRequiredService<LanguageEnrichment>(),
                        provider.GetRequiredService<PipelineMetrics>()
                    )),
            settings: [("Triage:Engine", "azure"), ("Triage:Endpoint", server.Address), ("Triage:Key", "test-key"), .. settings]
        );
        Triager = _services.GetRequiredService<MessageTriager>();
    }

    public LanguageServer Server { get; }

    public SteppedClock Clock { get; } = new();

    public MessageTriager Triager { get; }

    public IReadOnlyCollection<string> Warnings => _log.Entries;

    /// <summary>The languages the embedded analyzer was told, one entry for each time it ran; null when it had to find out.</summary>
    public List<string?> EmbeddedLanguages { get; } = [];

    public static async Task<TriageBench> OpenAsync(params (string Name, string? Value)[] settings) =>
        new(await LanguageServer.StartAsync(), settings);

    public static MessageTriage Neutral(string text, string? language = null) =>
        new()
        {
            Engine = TriageEngine.Embedded,
            Language = language is null ? LanguageDetector.Detect(text) : new DetectedLanguage(language, 1),
            Sentiment = new(Sentiment.Neutral, 0.6, false, []),
            Scores = new(0.2, 0.6, 0.2),
            Intensity = 0.25,
            Intent = new(Intent.Question, 0.8, false, []),
            Topic = new(Topic.Delivery, 0.7, false, []),
            Style = new(Style.None, 0.9, false, []),
            Conduct = new(Conduct.Civil, 0.9, false, []),
            Threat = new(Threat.None, 0.9, false, []),
            Complaint = new(true, 0.75, false, []),
            Urgency = new(3, 0.5, false, []),
        };

    /// <summary>The next request is not answered before all the time for one call is over.</summary>
    public TriageBench Hang(int seconds = 5)
    {
        Server.Next(async context =>
        {
            var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = context.RequestAborted.Register(gone.SetResult);
            Clock.Advance(TimeSpan.FromSeconds(seconds));
            await gone.Task;
        });
        return this;
    }

    public Task<MessageTriage> TriageAsync(string text) => Triager.TriageAsync(text, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Server.DisposeAsync();
    }

    private MessageTriage Embedded(string text, string? language)
    {
        EmbeddedLanguages.Add(language);
        return Neutral(text, language);
    }

    private sealed class WarningLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Entries { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

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
                Entries.Enqueue($"{eventId.Id}: {formatter(state, exception)}{exception}");
            }
        }

        public void Dispose() { }
    }
}
