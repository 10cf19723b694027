using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Outages.Incidents;
using SupportPipeline.Platform;
using SupportPipeline.Replies;
using SupportPipeline.Testing;

namespace SupportPipeline.Outages.Audience;

/// <summary>The pipeline with components of a test and a mail service that notes what it is given.</summary>
internal sealed class AudienceTesting : IAsyncDisposable
{
    private AudienceTesting(ServiceProvider services, FixedClock clock, SentMails mails) =>
        (Services, Clock, Mails) = (services, clock, mails);

    public ServiceProvider Services { get; }

    public FixedClock Clock { get; }

    public SentMails Mails { get; }

    public static async Task<AudienceTesting> CreateAsync(string storage, params (string Name, string? Value)[] settings)
    {
        var (clock, mails) = (new FixedClock(), new SentMails());
        var services = Pipeline.Create(
            storage,
            clock,
            replace =>
            {
                replace.AddSingleton<IIncidentReader>(new ThreeComponents());
                replace.AddSingleton<IMailTransport>(mails);
            },
            [("Desk:PublicUrl", "https://support.desk.example"), ("WEBSITE_AUTH_ENABLED", "true"), .. settings]
        );
        await services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
        return new(services, clock, mails);
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public static async Task<(int Status, byte[] Body, IHeaderDictionary Headers)> AnswerAsync(HttpRequest request, IResult result)
    {
        await result.ExecuteAsync(request.HttpContext);
        var response = request.HttpContext.Response;
        return (response.StatusCode, ((MemoryStream)response.Body).ToArray(), response.Headers);
    }

    public ValueTask DisposeAsync() => Services.DisposeAsync();

    private sealed class ThreeComponents : IIncidentReader
    {
        public Task<Incident?> FindAsync(string incidentId, CancellationToken cancellationToken) => Task.FromResult<Incident?>(null);

        public Task<IReadOnlyList<Incident>> OpenAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Incident>>([]);

        public Task<IReadOnlyList<Incident>> SinceAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Incident>>([]);

        public Task<IReadOnlyList<Component>> ComponentsAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<Component>>([
                Of("checkout", "Checkout", "Касса"),
                Of("search", "Search", "Поиск"),
                Of("login", "Login", "Вход"),
            ]);

        private static Component Of(string id, string english, string russian) =>
            new()
            {
                Id = id,
                Names = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = english, ["ru"] = russian },
                CreatedAt = Ids.Time,
                UpdatedAt = Ids.Time,
            };
    }
}
