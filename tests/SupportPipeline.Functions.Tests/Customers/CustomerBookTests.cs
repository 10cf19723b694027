using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Customers;

[Collection("Azurite")]
public sealed class CustomerBookTests : IAsyncLifetime
{
    private readonly CountingPolicy _counting = new();
    private readonly ServiceProvider _services;
    private readonly string _address = $"mia-{Ids.Next()}@mail.example";

    public CustomerBookTests(AzuriteFixture azurite)
    {
        _services = Pipeline.Create(
            azurite.ConnectionString,
            replace: services => services.AddSingleton<Azure.Core.Pipeline.HttpPipelinePolicy>(_counting)
        );
    }

    private CustomerBook Book => _services.GetRequiredService<CustomerBook>();

    private CustomerStore Store => _services.GetRequiredService<CustomerStore>();

    public Task InitializeAsync() => _services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);

    public async Task DisposeAsync() => await _services.DisposeAsync();

    [Fact]
    public async Task Opening_a_case_takes_one_read_and_one_transaction()
    {
        var mail = Mail();
        _counting.Reset();

        var sender = await FindAsync(mail);
        Assert.True(await ClaimAsync(sender, mail));

        Assert.Equal(2, _counting.Count);
        Assert.Equal([mail.Id], await Store.ListCasesAsync(sender.Facts.Id, null, 10, CancellationToken.None));
    }

    [Fact]
    public async Task Of_two_mails_at_once_one_opens_and_the_other_sees_its_case()
    {
        var (one, other) = (Mail(), Mail());
        var (first, second) = (await FindAsync(one), await FindAsync(other));

        Assert.True(await ClaimAsync(first, one));
        Assert.False(await ClaimAsync(second, other));

        Assert.Equal(one.Id, Book.Candidate(await FindAsync(other), other));
        Assert.Equal([one.Id], await Store.ListCasesAsync(first.Facts.Id, null, 10, CancellationToken.None));
    }

    [Fact]
    public async Task Eight_deliveries_of_one_mail_claim_one_case()
    {
        var mail = Mail();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ClaimUntilDoneAsync(mail)));

        var sender = await FindAsync(mail);
        Assert.Equal(mail.Id, sender.Own!.Customer.LatestCaseId);
        Assert.Equal([mail.Id], await Store.ListCasesAsync(sender.Facts.Id, null, 10, CancellationToken.None));
    }

    [Fact]
    public async Task Robots_and_held_mail_open_cases_that_nothing_joins()
    {
        var (person, robot) = (Mail(), Mail());
        Assert.True(await ClaimAsync(await FindAsync(person), person));
        var sender = await FindAsync(robot);

        Assert.True(await Book.ClaimAsync(sender, robot, isJoinable: false, CancellationToken.None));

        var now = await FindAsync(robot);
        Assert.Equal((person.Id, sender.Own!.ETag), (now.Own!.Customer.LatestCaseId, now.Own.ETag));
        Assert.Equal(2, (await Store.ListCasesAsync(now.Facts.Id, null, 10, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_claim_that_is_taken_back_leaves_what_was_before()
    {
        var (first, again) = (Mail(), Mail());
        Assert.True(await ClaimAsync(await FindAsync(first), first));
        var sender = await FindAsync(again);
        Assert.True(await ClaimAsync(sender, again));

        await Book.ReleaseAsync(sender, again.Id, CancellationToken.None);

        var now = await FindAsync(again);
        Assert.Equal(first.Id, now.Own!.Customer.LatestCaseId);
        Assert.Equal([first.Id], await Store.ListCasesAsync(now.Facts.Id, null, 10, CancellationToken.None));
    }

    [Fact]
    public async Task The_flags_of_a_plan_are_set_once_however_often_it_is_dispatched()
    {
        var mail = Mail();
        var sender = await FindAsync(mail);
        await ClaimAsync(sender, mail);
        CustomerFlag[] flags = [new("abusive", mail.ReceivedAt.AddDays(30), "abusive-conduct", null, mail.ReceivedAt)];

        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Book.FlagAsync(sender.Facts.Id, flags, $"plan:{mail.Id}", CancellationToken.None))
        );

        Assert.True((await FindAsync(mail)).Facts.Has("abusive"));
        var entry = Assert.Single(await Store.ReadLogAsync(sender.Facts.Id, CancellationToken.None));
        Assert.Equal(("flag-set", "abusive", null, "abusive-conduct"), (entry.Kind, entry.Evidence, entry.By, entry.Note));
    }

    [Fact]
    public async Task Cases_are_listed_newest_first_page_by_page()
    {
        var mails = Enumerable.Range(0, 3).Select(hour => Mail(Ids.Time.AddHours(hour))).ToList();
        foreach (var mail in mails)
        {
            Assert.True(await ClaimAsync(await FindAsync(mail), mail));
        }

        var id = CustomerIds.Of(Emails.Address(_address));
        var page = await Store.ListCasesAsync(id, null, 2, CancellationToken.None);
        var rest = await Store.ListCasesAsync(id, page[^1], 2, CancellationToken.None);

        Assert.Equal([mails[2].Id, mails[1].Id], page);
        Assert.Equal([mails[0].Id], rest);
    }

    private InboundEmail Mail(DateTimeOffset? at = null) => Emails.From(_address) with { Id = Ids.Next(at) };

    private async Task<KnownSender> FindAsync(InboundEmail mail) => (await Book.FindAsync(mail, CancellationToken.None))!;

    private Task<bool> ClaimAsync(KnownSender sender, InboundEmail mail) =>
        Book.ClaimAsync(sender, mail, isJoinable: true, CancellationToken.None);

    private async Task ClaimUntilDoneAsync(InboundEmail mail)
    {
        while (!await ClaimAsync(await FindAsync(mail), mail)) { }
    }
}
