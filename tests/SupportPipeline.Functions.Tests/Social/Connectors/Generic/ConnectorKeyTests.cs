using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SupportPipeline.AzureSdk.Tests;
using SupportPipeline.Platform;
using SupportPipeline.Social.Connectors.Generic.Keys;
using SupportPipeline.Testing;

namespace SupportPipeline.Social.Connectors.Generic;

[Collection("Azurite")]
public sealed class ConnectorKeyTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_key_is_shown_once_and_kept_as_its_hash()
    {
        await using var house = await House.OpenAsync(azurite.ConnectionString);

        var (status, made) = await house.CreateAsync("""{"name":"zapier trustpilot","expiresAt":"2027-11-20T00:00:00Z"}""");
        var key = made.GetProperty("key").GetString()!;
        var id = made.GetProperty("made").GetProperty("id").GetString()!;
        var listed = await house.ListedAsync(id);

        Assert.Equal(201, status);
        Assert.Matches("^ck_[A-Za-z0-9_-]{43}$", key);
        Assert.Equal("zapier trustpilot", listed.Name);
        Assert.Equal("ann@desk.example", listed.CreatedBy);
        Assert.Equal(ConnectorKey.HashOf(key), listed.Hash.ToArray());
        Assert.DoesNotContain(key, await house.ListTextAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(listed.Hash.Span), await house.ListTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_works_at_once_beside_the_old_one_and_a_revoked_one_no_more()
    {
        await using var house = await House.OpenAsync(azurite.ConnectionString);
        var (oldKey, oldId) = await house.KeyAsync("rotated");
        Assert.True(await house.IsLetInAsync(oldKey));

        var (newKey, _) = await house.KeyAsync("rotated");
        Assert.True(await house.IsLetInAsync(newKey));
        Assert.True(await house.IsLetInAsync(oldKey));

        var (status, revoked) = await house.RevokeAsync(oldId);
        Assert.Equal(200, status);
        Assert.Equal("revoked", revoked.GetProperty("state").GetString());
        Assert.False(await house.IsLetInAsync(oldKey));
        Assert.True(await house.IsLetInAsync(newKey));
    }

    [Fact]
    public async Task Another_host_learns_of_a_new_key_after_three_seconds_and_of_a_revoked_one_after_a_minute()
    {
        await using var here = await House.OpenAsync(azurite.ConnectionString);
        await using var there = await House.OpenAsync(azurite.ConnectionString, here.Clock);
        Assert.False(await there.IsLetInAsync("ck_nothing"));
        var (key, id) = await here.KeyAsync("elsewhere");

        Assert.False(await there.IsLetInAsync(key));
        here.Clock.Now += TimeSpan.FromSeconds(3);
        Assert.True(await there.IsLetInAsync(key));

        await here.RevokeAsync(id);
        here.Clock.Now += TimeSpan.FromSeconds(59);
        Assert.True(await there.IsLetInAsync(key));
        here.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.False(await there.IsLetInAsync(key));
    }

    [Fact]
    public async Task Who_tries_keys_does_not_keep_storage_busy()
    {
        await using var house = await House.OpenAsync(azurite.ConnectionString);
        Assert.False(await house.IsLetInAsync("ck_0"));
        house.Operations.Reset();

        await Task.WhenAll(Enumerable.Range(1, 100).Select(number => house.IsLetInAsync($"ck_{number}")));

        Assert.Equal(0, house.Operations.Count);
    }

    [Fact]
    public async Task A_key_in_use_costs_one_look_a_minute_and_one_note_a_day()
    {
        await using var house = await House.OpenAsync(azurite.ConnectionString);
        var (key, id) = await house.KeyAsync("busy");
        house.Operations.Reset();

        for (var second = 0; second < 60; second++)
        {
            Assert.True(await house.IsLetInAsync(key));
            house.Clock.Now += TimeSpan.FromSeconds(1);
        }

        Assert.Equal(2, house.Operations.Count);
        Assert.Equal(new DateOnly(2026, 11, 20), (await house.ListedAsync(id)).LastUsedOn);
    }

    [Fact]
    public async Task A_key_expires()
    {
        await using var house = await House.OpenAsync(azurite.ConnectionString);
        var (_, made) = await house.CreateAsync("""{"name":"short","expiresAt":"2026-11-20T10:30:00+01:00"}""");
        var (later, laterMade) = await house.CreateAsync("""{"name":"short","expiresAt":"2026-11-20T10:30:01+01:00"}""");

        Assert.Equal("expiry-passed", made.GetProperty("reason").GetString());
        Assert.Equal(201, later);
        var key = laterMade.GetProperty("key").GetString()!;
        Assert.True(await house.IsLetInAsync(key));
        house.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.False(await house.IsLetInAsync(key));
    }

    [Fact]
    public async Task Revoking_twice_changes_nothing_and_what_is_unknown_is_said()
    {
        await using var house = await House.OpenAsync(azurite.ConnectionString);
        var (_, id) = await house.KeyAsync("twice");
        var first = await Task.WhenAll(house.RevokeAsync(id), house.RevokeAsync(id));
        house.Clock.Now += TimeSpan.FromMinutes(5);
        var (status, again) = await house.RevokeAsync(id);

        Assert.All(first, one => Assert.Equal(200, one.Status));
        Assert.Equal(200, status);
        Assert.Equal("2026-11-20T09:30:00+00:00", again.GetProperty("revokedAt").GetString());
        Assert.Equal(404, (await house.RevokeAsync("not-an-id")).Status);
        Assert.Equal(404, (await house.RevokeAsync(house.Ids.Next().Value)).Status);
    }

    [Theory]
    [InlineData("{}", "name-invalid")]
    [InlineData("""{"name":"  "}""", "name-invalid")]
    [InlineData("""{"name":"a","key":"mine"}""", "body-invalid")]
    public async Task A_request_that_says_too_little_is_refused(string body, string reason)
    {
        await using var house = await House.OpenAsync(azurite.ConnectionString);
        var (status, problem) = await house.CreateAsync(body);

        Assert.Equal(400, status);
        Assert.Equal(reason, problem.GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("Agent", 403)]
    [InlineData("Marketing", 403)]
    [InlineData("OnCall", 403)]
    [InlineData("Approver", 403)]
    public async Task Keys_are_for_admins_alone(string? role, int status)
    {
        await using var house = await House.OpenAsync(azurite.ConnectionString);

        Assert.Equal(status, (await house.CreateAsync("""{"name":"a"}""", role)).Status);
        Assert.Equal(status, (await house.RevokeAsync(house.Ids.Next().Value, role)).Status);
    }

    private sealed class House : IAsyncDisposable
    {
        private readonly ServiceProvider _services;

        private House(string storage, FixedClock clock)
        {
            Clock = clock;
            _services = Pipeline.Create(
                storage,
                clock,
                services => services.AddSingleton<HttpPipelinePolicy>(Operations),
                ("WEBSITE_AUTH_ENABLED", "true")
            );
        }

        public FixedClock Clock { get; }

        public CountingPolicy Operations { get; } = new();

        public IdSource Ids => _services.GetRequiredService<IdSource>();

        private ConnectorKeyDesk Desk => _services.GetRequiredService<ConnectorKeyDesk>();

        public static async Task<House> OpenAsync(string storage, FixedClock? clock = null)
        {
            var house = new House(storage, clock ?? new FixedClock());
            await house._services.GetRequiredService<StorageProvisioner>().EnsureCreatedAsync(CancellationToken.None);
            return house;
        }

        public async Task<(int Status, System.Text.Json.JsonElement Body)> CreateAsync(string body, string? role = "Admin")
        {
            var request = StaffRequest.Of(_services, role, body);
            return await StaffRequest.AnswerAsync(request, await Desk.CreateAsync(request, CancellationToken.None));
        }

        public async Task<(int Status, System.Text.Json.JsonElement Body)> RevokeAsync(string id, string? role = "Admin")
        {
            var request = StaffRequest.Of(_services, role);
            return await StaffRequest.AnswerAsync(request, await Desk.RevokeAsync(request, id, CancellationToken.None));
        }

        public async Task<(string Key, string Id)> KeyAsync(string name)
        {
            var (_, made) = await CreateAsync($$"""{"name":"{{name}}"}""");
            return (made.GetProperty("key").GetString()!, made.GetProperty("made").GetProperty("id").GetString()!);
        }

        public async Task<string> ListTextAsync()
        {
            var request = StaffRequest.Of(_services, "Admin");
            return (await StaffRequest.AnswerAsync(request, await Desk.ListAsync(request, CancellationToken.None))).Body.GetRawText();
        }

        public async Task<ConnectorKey> ListedAsync(string id) =>
            Assert.Single(await _services.GetRequiredService<ConnectorKeyStore>().ListAsync(CancellationToken.None), key => key.Id == id);

        /// <summary>As the front door asks.</summary>
        public async Task<bool> IsLetInAsync(string key)
        {
            var connector = _services.GetRequiredService<ConnectorCatalog>().Find("generic")!;
            var headers = new HeaderDictionary { ["X-Connector-Key"] = key };
            await connector.PrepareAsync(headers, CancellationToken.None);
            return connector.Verify(headers, "{}"u8, Clock.Now) is ConnectorVerdict.Passed;
        }

        public ValueTask DisposeAsync() => _services.DisposeAsync();
    }
}
