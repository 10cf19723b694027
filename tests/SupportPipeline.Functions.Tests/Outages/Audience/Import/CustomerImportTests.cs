using System.Text;
using System.Text.Json;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Customers;
using SupportPipeline.Outages.Audience.Customers;
using SupportPipeline.Testing;

namespace SupportPipeline.Outages.Audience.Import;

[Collection("Azurite")]
public sealed class CustomerImportTests(AzuriteFixture azurite)
{
    /// <summary>Makes ids and components of this test its own: the storage is shared.</summary>
    private readonly string _own = Ids.Next().Value[^8..];

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        var csv = Csv(("1", "eu", "pro", "checkout"), ("2", "us", "pro", "checkout;search"), ("x y", "eu", "free", "search"));

        var first = await ImportAsync(test, csv);
        var second = await ImportAsync(test, csv);

        Assert.Equal((3, 0, 0), Counts(first));
        Assert.Equal((3, 3, 0), Counts(second));
        Assert.Equal(["1", "2"], await FindAsync(test, new() { Components = [Own("checkout")] }));
    }

    [Fact]
    public async Task Who_uses_something_else_is_found_there_and_no_longer_where_they_were()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        await ImportAsync(test, Csv(("1", "eu", "pro", "checkout;search"), ("2", "eu", "pro", "checkout")));

        var answer = await ImportAsync(test, Csv(("1", "eu", "pro", "login"), ("2", "eu", "pro", "checkout")));

        Assert.Equal((2, 1, 0), Counts(answer));
        Assert.Equal(["2"], await FindAsync(test, new() { Components = [Own("checkout")] }));
        Assert.Empty(await FindAsync(test, new() { Components = [Own("search")] }));
        Assert.Equal(["1"], await FindAsync(test, new() { Components = [Own("login")] }));
    }

    [Fact]
    public async Task An_audience_is_a_component_in_a_region_and_a_plan()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        await ImportAsync(
            test,
            Csv(
                ("1", "EU", "pro", "checkout"),
                ("2", "eu", "free", "checkout"),
                ("3", "us", "pro", "checkout"),
                ("4", "eu", "pro", "search"),
                ("5", "", "pro", "checkout")
            )
        );

        Assert.Equal(
            ["1"],
            await FindAsync(
                test,
                new()
                {
                    Components = [Own("checkout")],
                    Regions = ["eu"],
                    Plans = ["Pro"],
                }
            )
        );
        Assert.Equal(["1", "2", "4"], await FindAsync(test, new() { Components = [Own("checkout"), Own("search")], Regions = ["eu"] }));
        Assert.Equal(["1", "2", "3", "5"], await FindAsync(test, new() { Components = [Own("Checkout")] }));
    }

    [Fact]
    public async Task Good_rows_go_in_beside_bad_ones_and_of_doubles_the_last_counts()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        var csv =
            Csv(("1", "eu", "pro", "checkout"), ("1", "eu", "pro", "search"))
            + $"{_own}-2,nobody,,,\n"
            + $"{_own}-3,c@customer.example,eu,pro,{Own("search")}\n";

        var answer = await ImportAsync(test, csv);

        Assert.Equal((3, 0, 1), Counts(answer));
        Assert.Equal(1, answer.GetProperty("duplicates").GetInt32());
        var problem = Assert.Single(answer.GetProperty("problems").EnumerateArray().ToList());
        Assert.Equal(
            (4, "email-invalid", "email is not an address."),
            (problem.GetProperty("line").GetInt32(), problem.GetProperty("reason").GetString(), problem.GetProperty("detail").GetString())
        );
        Assert.Empty(await FindAsync(test, new() { Components = [Own("checkout")] }));
        Assert.Equal(["1", "c"], await FindAsync(test, new() { Components = [Own("search")] }));
    }

    [Fact]
    public async Task Json_says_the_same_as_csv()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        await ImportAsync(test, Csv(("1", "eu", "pro", "checkout")));
        var one =
            $$"""{"id":"{{_own}}-1","email":"1.{{_own}}@customer.example","region":"eu","plan":"pro","components":["{{Own("checkout")}}"]}""";

        Assert.Equal((1, 1, 0), Counts(await ImportAsync(test, $"[{one}]", "application/json; charset=utf-8")));
        Assert.Equal((1, 1, 1), Counts(await ImportAsync(test, $"{one}\nx\n", "application/x-ndjson")));
    }

    [Fact]
    public async Task A_customer_with_a_new_address_is_told_there_and_there_only()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        var csv = Csv(("1", "eu", "pro", "checkout"));
        await ImportAsync(test, csv);

        await ImportAsync(test, csv.Replace("1." + _own, "new." + _own, StringComparison.Ordinal));

        Assert.Equal(["new"], await FindAsync(test, new() { Components = [Own("checkout")] }));
    }

    [Fact]
    public async Task Somebody_who_is_erased_is_in_no_audience()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        await ImportAsync(test, Csv(("1", "eu", "pro", "checkout"), ("2", "eu", "pro", "checkout")));
        var address = Emails.Address($"1.{_own}@CUSTOMER.example");
        var erasing = test.Get<AudienceErasing>();
        Assert.Equal($"{_own}-1", Assert.Single((await erasing.ExportAsync(address, CancellationToken.None)).Customers).Id);

        // As the erasure of a customer does it.
        var person = new CustomerRecord
        {
            Id = "c" + address.Hash,
            Identity = new("email", address.Value),
            FirstSeenAt = Ids.Time,
        };
        await test.Get<CustomerTraces>().EraseAsync([person], CancellationToken.None);

        Assert.Equal(["2"], await FindAsync(test, new() { Components = [Own("checkout")] }));
        Assert.Empty((await erasing.ExportAsync(address, CancellationToken.None)).Customers);
    }

    [Fact]
    public async Task Of_two_imports_at_once_one_is_asked_to_come_again()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);
        var turn = test.Get<ImportLock>();
        Assert.True(await turn.TryHoldAsync("other", CancellationToken.None));

        var (status, body) = await AskAsync(test, Csv(("1", "eu", "pro", "checkout")), "text/csv", "OnCall");
        Assert.Equal((409, "import-running"), (status, body.GetProperty("reason").GetString()));

        test.Clock.Now += TimeSpan.FromMinutes(3);
        Assert.Equal((1, 0, 0), Counts(await ImportAsync(test, Csv(("1", "eu", "pro", "checkout")))));
        await turn.ReleaseAsync("other");
    }

    [Theory]
    [InlineData("text/plain", "id,email", 415, "content-type-unsupported")]
    [InlineData("text/csv; charset=windows-1251", "id,email", 415, "content-type-unsupported")]
    [InlineData("text/csv", "name", 400, "import-invalid")]
    public async Task What_cannot_be_imported_is_refused(string type, string text, int status, string reason)
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);

        var answer = await AskAsync(test, text, type, "OnCall");

        Assert.Equal((status, reason), (answer.Status, answer.Body.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Only_on_call_staff_imports()
    {
        await using var test = await AudienceTesting.CreateAsync(azurite.ConnectionString);

        Assert.Equal(403, (await AskAsync(test, "id,email", "text/csv", "Agent")).Status);
    }

    private async Task<List<string>> FindAsync(AudienceTesting test, AudienceRule rule)
    {
        var found = await Body.ListAsync(
            test.Get<IAudienceSource>().FindAsync(rule with { Subscribers = false }, "incident", CancellationToken.None)
        );
        return
        [
            .. found
                .Select(member => member.Address.LocalPart.Replace("." + _own, "", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static async Task<JsonElement> ImportAsync(AudienceTesting test, string text, string type = "text/csv")
    {
        var (status, body) = await AskAsync(test, text, type, "OnCall");
        Assert.Equal(200, status);
        return body;
    }

    private static async Task<(int Status, JsonElement Body)> AskAsync(AudienceTesting test, string text, string type, string role)
    {
        var request = StaffRequest.Of(test.Services, role, text);
        request.ContentType = type;
        return await StaffRequest.AnswerAsync(
            request,
            await new ReceiveCustomers(test.Get<CustomerImportDesk>()).RunAsync(request, CancellationToken.None)
        );
    }

    private static (int Accepted, int Unchanged, int Rejected) Counts(JsonElement answer) =>
        (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("unchanged").GetInt32(), answer.GetProperty("rejected").GetInt32());

    private string Csv(params (string Id, string Region, string Plan, string Components)[] rows)
    {
        var csv = new StringBuilder("id,email,region,plan,components\n");
        foreach (var (id, region, plan, components) in rows)
        {
            csv.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{_own}-{id},{id.Replace(' ', '.')}.{_own}@customer.example,{region},{plan},{string.Join(';', components.Split(';').Select(Own))}\n"
            );
        }

        return csv.ToString();
    }

    private string Own(string component) => $"{component}-{_own}";
}
