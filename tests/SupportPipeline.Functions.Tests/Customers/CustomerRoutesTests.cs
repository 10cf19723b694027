using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Customers;

[Collection("Azurite")]
public sealed class CustomerRoutesTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private readonly ServiceProvider _services = Pipeline.Create(azurite.ConnectionString, settings: ("WEBSITE_AUTH_ENABLED", "true"));

    public static TheoryData<string> Routes { get; } =
    [
        .. typeof(CustomerDesk)
            .Assembly.GetTypes()
            .Where(type =>
                type.Namespace == typeof(CustomerDesk).Namespace
                && type.GetMethod("RunAsync")?.GetParameters()[0].GetCustomAttribute<HttpTriggerAttribute>() is not null
            )
            .Select(type => type.FullName!)
            .Append("SupportPipeline.Cases.Agents.ReleaseCase")
            .Append("SupportPipeline.Cases.ListCases"),
    ];

    public Task InitializeAsync() => _services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Nobody_gets_in_without_signing_in(string route) =>
        Assert.Equal((401, "not-signed-in"), await RefusalAsync(_services, route, role: null));

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Another_role_is_not_enough(string route)
    {
        var wrong = route.EndsWith("EraseCustomer", StringComparison.Ordinal) ? "Agent" : "Marketing";

        Assert.Equal((403, "role-missing"), await RefusalAsync(_services, route, wrong));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_forged_principal_is_nobody(string route)
    {
        await using var unprotected = Pipeline.Create(azurite.ConnectionString);

        Assert.Equal((401, "not-signed-in"), await RefusalAsync(unprotected, route, "Admin"));
    }

    [Theory]
    [InlineData("UpdateCustomerFlags", """{"flag":"rude","reason":"x"}""", "flag-unknown")]
    [InlineData("UpdateCustomerFlags", """{"flag":"vip"}""", "reason-missing")]
    [InlineData("UpdateCustomerFlags", """{"flag":"vip","reason":"x","until":"2020-01-01T00:00:00Z"}""", "until-passed")]
    [InlineData("UpdateCustomerPreferences", """{"language":"tlh"}""", "language-unknown")]
    [InlineData("UpdateCustomerPreferences", """{"channel":"pigeon"}""", "channel-unknown")]
    [InlineData(
        "UpdateCustomerPreferences",
        """{"quietHours":{"from":"22:00","until":"07:00","timeZone":"Mars/Base"}}""",
        "quiet-hours-invalid"
    )]
    [InlineData(
        "UpdateCustomerIdentities",
        """{"kind":"email","value":"a@b.example","evidence":"same-name","note":"x"}""",
        "evidence-weak"
    )]
    [InlineData(
        "UpdateCustomerIdentities",
        """{"kind":"email","value":"nobody","evidence":"customer-said","note":"x"}""",
        "identity-invalid"
    )]
    [InlineData("MergeCustomer", """{"into":"x@y.example","evidence":"same-name","note":"x"}""", "evidence-weak")]
    [InlineData("MergeCustomer", """{"into":"x@y.example","evidence":"signed-link"}""", "note-missing")]
    public async Task A_request_that_makes_no_sense_is_400_with_a_reason(string route, string body, string reason)
    {
        var id = await NewAsync();

        var (status, answer) = await RunAsync(route, id, body);

        Assert.Equal((400, reason), (status, Reason(answer)));
    }

    [Fact]
    public async Task A_flag_is_set_lifted_and_written_down()
    {
        var id = await NewAsync();

        var (_, set) = await RunAsync("UpdateCustomerFlags", id, """{"flag":"vip","reason":"key account"}""");
        var (_, lifted) = await RunAsync("DiscardCustomerFlag", id, """{"reason":"moved on"}""", "vip");

        Assert.Equal("vip", Assert.Single(set.GetProperty("flags").EnumerateArray()).GetProperty("flag").GetString());
        Assert.Empty(lifted.GetProperty("flags").EnumerateArray());
        Assert.Equal(
            [("flag-set", "vip", "ann@desk.example", "key account"), ("flag-lifted", "vip", "ann@desk.example", "moved on")],
            lifted
                .GetProperty("log")
                .EnumerateArray()
                .OrderBy(entry => entry.GetProperty("version").GetInt32())
                .Select(entry => (Text(entry, "kind"), Text(entry, "evidence"), Text(entry, "by"), Text(entry, "note")))
        );
    }

    [Fact]
    public async Task A_stale_write_is_409_with_what_changed()
    {
        var id = await NewAsync();
        await RunAsync("UpdateCustomerFlags", id, """{"flag":"vip","reason":"key account"}""");

        var (status, answer) = await RunAsync("UpdateCustomerPreferences", id, """{"language":"ru"}""", ifMatch: "\"1\"");

        Assert.Equal((409, "customer-changed", 2), (status, Reason(answer), answer.GetProperty("version").GetInt32()));
        Assert.Equal("flag-set", Text(Assert.Single(answer.GetProperty("changes").EnumerateArray()), "kind"));
    }

    [Fact]
    public async Task An_identity_is_added_once_and_refused_when_it_is_somebody_elses()
    {
        var (mia, paul) = (await NewAsync(), await NewAsync());
        var value = $"mia-{Ids.Next()}@work.example";
        var body = $$"""{"kind":"email","value":"{{value}}","evidence":"verified-account","note":"in the account"}""";

        var (added, _) = await RunAsync("UpdateCustomerIdentities", mia, body);
        var (again, document) = await RunAsync("UpdateCustomerIdentities", mia, body);
        var (taken, answer) = await RunAsync("UpdateCustomerIdentities", paul, body);

        Assert.Equal((200, 200, 409, "identity-taken"), (added, again, taken, Reason(answer)));
        Assert.Contains(document.GetProperty("identities").EnumerateArray(), one => Text(one, "value") == value);
        Assert.Equal(mia, Text((await RunAsync("ReadCustomer", CustomerIds.Of(Emails.Address(value)), "{}")).Answer, "id"));
    }

    [Fact]
    public async Task Taking_a_merge_back_restores_exactly_what_was()
    {
        var (mia, work) = (await NewAsync(), await NewAsync());
        await RunAsync("UpdateCustomerFlags", work, """{"flag":"vip","reason":"x"}""");
        var before = await StateAsync(mia, work);

        var (merged, one) = await RunAsync(
            "MergeCustomer",
            work,
            $$"""{"into":"{{mia}}","evidence":"customer-said","note":"on the phone"}"""
        );
        var (again, _) = await RunAsync("MergeCustomer", work, $$"""{"into":"{{mia}}","evidence":"customer-said","note":"on the phone"}""");
        Assert.Equal((200, 200, 2), (merged, again, one.GetProperty("identities").GetArrayLength()));
        Assert.Equal("vip", Text(Assert.Single(one.GetProperty("flags").EnumerateArray()), "flag"));
        var (undone, _) = await RunAsync("UnmergeCustomer", work, """{"reason":"two people"}""");

        Assert.Equal(200, undone);
        Assert.Equal(before, await StateAsync(mia, work));
    }

    [Fact]
    public async Task Nothing_is_erased_under_a_legal_hold()
    {
        var id = await NewAsync();
        await RunAsync("UpdateCustomerFlags", id, """{"flag":"legal-hold","reason":"court"}""");

        var (status, answer) = await RunAsync("EraseCustomer", id, """{"reason":"asked for it"}""", role: "Approver");

        Assert.Equal((409, "legal-hold"), (status, Reason(answer)));
    }

    [Fact]
    public async Task Who_is_unknown_is_404() =>
        Assert.Equal(404, (await RunAsync("ReadCustomer", CustomerIds.Of(Emails.Address("nobody@mail.example")), "{}")).Status);

    private async Task<string> NewAsync()
    {
        var mail = Emails.From($"mia-{Ids.Next()}@mail.example") with { Id = Ids.Next() };
        var book = _services.GetRequiredService<CustomerBook>();
        var sender = (await book.FindAsync(mail, CancellationToken.None))!;
        Assert.True(await book.ClaimAsync(sender, mail, isJoinable: true, CancellationToken.None));
        return sender.Facts.Id;
    }

    /// <summary>The records without what only counts and records changes.</summary>
    private async Task<string> StateAsync(params string[] ids)
    {
        var store = _services.GetRequiredService<CustomerStore>();
        var records = await Task.WhenAll(ids.Select(id => store.LoadAsync(id, CancellationToken.None)));
        return JsonSerializer.Serialize(records.Select(stored => stored!.Customer with { Version = 0 }));
    }

    private Task<(int Status, JsonElement Answer)> RunAsync(
        string route,
        string id,
        string body,
        string? flag = null,
        string? ifMatch = null,
        string role = "Agent"
    ) => CallAsync(_services, $"SupportPipeline.Customers.{route}", StaffRequest.Of(_services, role, body, ifMatch), id, flag);

    private static async Task<(int Status, string? Reason)> RefusalAsync(IServiceProvider services, string route, string? role)
    {
        var (status, body) = await CallAsync(services, route, StaffRequest.Of(services, role), Ids.Next().Value, "vip");
        return (status, Reason(body));
    }

    private static async Task<(int Status, JsonElement Answer)> CallAsync(
        IServiceProvider services,
        string route,
        HttpRequest request,
        string id,
        string? flag
    )
    {
        var type = typeof(CustomerDesk).Assembly.GetType(route)!;
        var method = type.GetMethod("RunAsync")!;
        object?[] arguments =
        [
            .. method
                .GetParameters()
                .Select(
                    object? (parameter) =>
                        parameter.ParameterType == typeof(HttpRequest) ? request
                        : parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None
                        : parameter.Name == "flag" ? flag
                        : id
                ),
        ];
        var result = await (Task<IResult>)method.Invoke(ActivatorUtilities.CreateInstance(services, type), arguments)!;
        return await StaffRequest.AnswerAsync(request, result);
    }

    private static string? Reason(JsonElement problem) => Text(problem, "reason");

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
