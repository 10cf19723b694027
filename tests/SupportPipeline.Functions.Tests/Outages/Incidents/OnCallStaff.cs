using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Outages.Incidents;

/// <summary>On-call staff at work over a storage account without incidents: requests through the functions, and what came of them.</summary>
internal sealed class OnCallStaff(string storage, Action<IServiceCollection>? replace = null) : IAsyncDisposable
{
    private static int _keys;

    public FixedClock Clock { get; } = new();

    public ServiceProvider Services { get; private set; } = null!;

    public IIncidentReader Reader => Services.GetRequiredService<IIncidentReader>();

    /// <summary>Empties the table: which incidents are open is one list for everybody.</summary>
    public async Task StartAsync(params (string Name, string? Value)[] settings)
    {
        Services = Pipeline.Create(storage, Clock, replace, [("WEBSITE_AUTH_ENABLED", "true"), .. settings]);
        await Services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
        await foreach (var row in Table.QueryAsync<TableEntity>((string?)null))
        {
            await Table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All);
        }

        var (status, _) = await PutComponentsAsync("checkout", "sign-in", "search");
        Assert.Equal(200, status);
    }

    public TableClient Table => Services.GetRequiredService<TableServiceClient>().GetTableClient(StorageNames.IncidentsTable);

    public Task<(int Status, JsonElement Body)> PutComponentsAsync(params string[] ids)
    {
        var all = string.Join(',', ids.Select(id => $$$"""{"id":"{{{id}}}","names":{"en":"{{{id}}}"}}"""));
        return CallAsync(
            $$"""{"components":[{{all}}]}""",
            request => new UpdateComponents(Services.GetRequiredService<ComponentDesk>()).RunAsync(request, CancellationToken.None)
        );
    }

    public Task<(int Status, JsonElement Body)> PutComponentAsync(string id, string body) =>
        CallAsync(
            body,
            request => new UpdateComponent(Services.GetRequiredService<ComponentDesk>()).RunAsync(request, id, CancellationToken.None)
        );

    public Task<(int Status, JsonElement Body)> CreateAsync(string body, string? key = null, string? role = "OnCall") =>
        CallAsync(
            body,
            request => new CreateIncident(Services.GetRequiredService<IncidentDesk>()).RunAsync(request, CancellationToken.None),
            key,
            role: role
        );

    /// <summary>Declares one that makes components worse, and gives its id.</summary>
    public async Task<string> DeclareAsync(string components, string? more = null)
    {
        var (status, body) = await CreateAsync(Broken(components, more));
        Assert.True(status == 201, body.ToString());
        return body.GetProperty("id").GetString()!;
    }

    public static string Broken(string components, string? more = null) =>
        $$$"""{"names":{"en":"It is slow"},"texts":{"en":"We are looking."},"components":{{{components}}},{{{more ?? "\"nextUpdateBy\":null"}}} }""";

    public Task<(int Status, JsonElement Body)> UpdateAsync(string id, string body, string? key = null, string? ifMatch = null) =>
        CallAsync(
            body,
            request => new WriteIncidentUpdate(Services.GetRequiredService<IncidentDesk>()).RunAsync(request, id, CancellationToken.None),
            key,
            ifMatch
        );

    public Task<(int Status, JsonElement Body)> CorrectAsync(string id, string body, string? key = null) =>
        CallAsync(
            body,
            request =>
                new WriteIncidentCorrection(Services.GetRequiredService<IncidentDesk>()).RunAsync(request, id, CancellationToken.None),
            key
        );

    public Task<(int Status, JsonElement Body)> WritePostMortemAsync(string id, string body) =>
        CallAsync(
            body,
            request => new WritePostMortem(Services.GetRequiredService<IncidentDesk>()).RunAsync(request, id, CancellationToken.None)
        );

    public Task<(int Status, JsonElement Body)> ReadAsync(string id) =>
        CallAsync(
            "",
            request => new ReadIncident(Services.GetRequiredService<IncidentLists>()).RunAsync(request, id, CancellationToken.None)
        );

    public Task<(int Status, JsonElement Body)> ListAsync(string query) =>
        CallAsync(
            "",
            request =>
            {
                request.QueryString = new(query);
                return new ListIncidents(Services.GetRequiredService<IncidentLists>()).RunAsync(request, CancellationToken.None);
            }
        );

    public Task<(int Status, JsonElement Body)> TemplatesAsync(string query) =>
        CallAsync(
            "",
            request =>
            {
                request.QueryString = new(query);
                return new ListIncidentTemplates(Services.GetRequiredService<IncidentTemplateDesk>()).RunAsync(
                    request,
                    CancellationToken.None
                );
            }
        );

    public Task<int> SweepAsync() => Services.GetRequiredService<IncidentSweep>().RunAsync(Clock.Now, CancellationToken.None);

    public async Task<ComponentState> StateAsync(string componentId) =>
        (await Reader.ComponentsAsync(CancellationToken.None)).Single(one => one.Id == componentId).State;

    public ValueTask DisposeAsync() => Services.DisposeAsync();

    private async Task<(int Status, JsonElement Body)> CallAsync(
        string body,
        Func<HttpRequest, Task<IResult>> run,
        string? key = null,
        string? ifMatch = null,
        string? role = "OnCall"
    )
    {
        var request = StaffRequest.Of(Services, role, body, ifMatch);
        request.Headers["Idempotency-Key"] = key ?? $"key-{Interlocked.Increment(ref _keys)}";
        return await StaffRequest.AnswerAsync(request, await run(request));
    }
}
