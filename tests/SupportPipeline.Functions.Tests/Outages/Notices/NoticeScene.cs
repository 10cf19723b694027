using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Outages.Audience;
using SupportPipeline.Outages.Incidents;
using SupportPipeline.Platform;
using SupportPipeline.Replies;
using SupportPipeline.Testing;

namespace SupportPipeline.Outages.Notices;

/// <summary>An incident, an audience and a mail service that answers as it is told.</summary>
internal sealed class NoticeScene(string storage)
    : IAudienceSource,
        INoticeOptOuts,
        INoticeLinks,
        IIncidentReader,
        IMailingTransport,
        IAsyncDisposable
{
    private ServiceProvider? _services;

    public string IncidentId { get; } = Ids.Next().Value;

    public List<AudienceMember> Members { get; } = [];

    public List<NoticeOptOut> OptOuts { get; } = [];

    /// <summary>Mails to on-call staff.</summary>
    public SentMails Mails { get; } = new();

    public ConcurrentQueue<OutgoingMailing> Mailings { get; } = new();

    public Func<OutgoingMailing, SendResult> Answer { get; set; } = _ => new SendResult.Accepted("id");

    public FixedClock Clock { get; } = new();

    public IServiceProvider Services => _services!;

    public async Task StartAsync(params (string Name, string? Value)[] settings)
    {
        _services = Pipeline.Create(storage, Clock, Replace, settings);
        await Services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
    }

    public AudienceMember Add(string name, string language = "en", string segment = "component:checkout")
    {
        _ = EmailAddress.TryParse($"{name}.{IncidentId}@customer.example", out var address);
        var member = new AudienceMember(address, name, language, segment);
        Members.Add(member);
        return member;
    }

    /// <summary>A notice whose audience is frozen.</summary>
    public async Task<Notice> FreezeAsync(string? kind = null)
    {
        var (draft, problem) = await Services
            .GetRequiredService<NoticeDrafting>()
            .DraftAsync(IncidentId, new() { Kind = kind }, Services.GetRequiredService<IdSource>().Next(), "olga", CancellationToken.None);
        Assert.Null(problem);
        var made = await Services.GetRequiredService<NoticeActs>().CreateAsync(draft!, CancellationToken.None);
        var outcome = await Services.GetRequiredService<NoticeFreezing>().FreezeAsync(new(IncidentId, made!.Id), CancellationToken.None);
        Assert.IsType<Outcome.Completed>(outcome);
        return await NoticeAsync(made.Id);
    }

    public async Task<Notice> ApproveAsync(Notice notice)
    {
        var stored = await Services.GetRequiredService<NoticeStore>().FindAsync(IncidentId, notice.Id, CancellationToken.None);
        var (approved, problem) = await Services
            .GetRequiredService<NoticeActs>()
            .ApproveAsync(stored!, "ivan", new() { ContentHash = notice.ContentHash }, Clock.Now, CancellationToken.None);
        Assert.Null(problem);
        return approved!;
    }

    public Task<Outcome> SendAsync(Notice notice, int slice = 0) =>
        Services.GetRequiredService<SliceSending>().ProcessAsync(new(IncidentId, notice.Id, slice), CancellationToken.None);

    public async Task SendAllAsync(Notice notice)
    {
        for (var slice = 0; slice < notice.Slices; slice++)
        {
            await SendAsync(notice, slice);
        }
    }

    public Task SweepAsync() => Services.GetRequiredService<NoticeSweep>().RunAsync(Clock.Now, CancellationToken.None);

    public async Task<NoticeProgress> ProgressAsync(Notice notice) =>
        (
            await Services
                .GetRequiredService<NoticeReading>()
                .ProgressAsync(await NoticeAsync(notice.Id), Clock.Now, CancellationToken.None)
        ).Counts;

    public async Task<Notice> NoticeAsync(string id) =>
        (await Services.GetRequiredService<NoticeStore>().FindAsync(IncidentId, id, CancellationToken.None))!.Notice;

    public async IAsyncEnumerable<AudienceMember> FindAsync(
        AudienceRule rule,
        string incidentId,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await Task.Yield();
        foreach (var member in Members.Where(member => rule.Subscribers || member.Segment == AudienceMember.OfCase))
        {
            yield return member;
        }
    }

    public IAsyncEnumerable<NoticeOptOut> AllAsync(CancellationToken cancellationToken) => OptOuts.ToAsyncEnumerable();

    public IAsyncEnumerable<NoticeOptOut> SinceAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        OptOuts.Where(optOut => optOut.At >= since).ToAsyncEnumerable();

    public string? Manage(EmailAddress address) => $"https://desk.example/manage/{address.Hash}";

    public string? Unsubscribe(EmailAddress address) => $"https://desk.example/u/{address.Hash}";

    public Task<SendResult> SendAsync(OutgoingMailing mailing, CancellationToken cancellationToken)
    {
        Mailings.Enqueue(mailing);
        return Task.FromResult(Answer(mailing));
    }

    public async ValueTask DisposeAsync() => await (_services?.DisposeAsync() ?? ValueTask.CompletedTask);

    public Task<Incident?> FindAsync(string incidentId, CancellationToken cancellationToken) =>
        Task.FromResult<Incident?>(
            incidentId != IncidentId
                ? null
                : new()
                {
                    Id = incidentId,
                    Kind = IncidentKind.Incident,
                    Names = Both("Checkout is slow", "Оплата работает медленно"),
                    State = IncidentState.Investigating,
                    Impact = IncidentImpact.Major,
                    Components = new Dictionary<string, ComponentState>(StringComparer.Ordinal)
                    {
                        ["checkout"] = ComponentState.PartialOutage,
                    },
                    CreatedAt = Ids.Time,
                    StartedAt = Ids.Time,
                    UpdatedAt = Ids.Time,
                    Updates =
                    [
                        new()
                        {
                            Id = "u1",
                            State = IncidentState.Investigating,
                            Texts = Both("Payments take long. We are on it.", "Оплата занимает много времени. Мы уже разбираемся."),
                            At = Ids.Time,
                            By = "olga",
                            NextUpdateBy = Ids.Time.AddHours(1),
                        },
                    ],
                }
        );

    public Task<IReadOnlyList<Incident>> OpenAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Incident>>([]);

    public Task<IReadOnlyList<Incident>> SinceAsync(DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Incident>>([]);

    public Task<IReadOnlyList<Component>> ComponentsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Component>>([
            new()
            {
                Id = "checkout",
                Names = Both("Checkout", "Оплата"),
                CreatedAt = Ids.Time,
                UpdatedAt = Ids.Time,
            },
        ]);

    private void Replace(IServiceCollection services) =>
        services
            .AddSingleton<IAudienceSource>(this)
            .AddSingleton<INoticeOptOuts>(this)
            .AddSingleton<INoticeLinks>(this)
            .AddSingleton<IIncidentReader>(this)
            .AddSingleton<IMailingTransport>(this)
            .AddSingleton<IMailTransport>(Mails);

    private static Dictionary<string, string> Both(string english, string russian) =>
        new(StringComparer.Ordinal) { ["en"] = english, ["ru"] = russian };
}
