using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;
using SupportPipeline.Platform;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

/// <summary>One customer across mails and addresses: grouped, held, merged, exported, erased.</summary>
public sealed class CustomerTests(AgentTests.AgentsDesk shared) : PipelineTest(shared), IClassFixture<AgentTests.AgentsDesk>
{
    [Fact]
    public async Task Mails_of_the_same_moment_become_one_case_with_one_answer()
    {
        var nina = Customer("nina.together@customer.example", "Nina Roe");
        var letters = Enumerable.Range(1, 4).Select(number => nina.Letter() with { Subject = $"Part {number}" }).ToList();

        await Task.WhenAll(letters.Select(letter => Desk.TakeInAsync(letter.ToPost().ToContent())));
        await Desk.IdleAsync();

        var opened = await nina.OnlyCaseAsync();
        Assert.Equal(4, opened.MessageCount);
        Assert.Equal(
            [
                "thread joined near-simultaneous",
                "thread joined near-simultaneous",
                "thread joined near-simultaneous",
                "thread opened no-thread-found",
            ],
            opened.Messages.Select(message => message.Decided[0]).Order(StringComparer.Ordinal)
        );
        await nina.OnlyMailAsync();
        Assert.Equal([opened.Id], await CasesOfAsync(nina.Address));
    }

    [Fact]
    public async Task Mail_of_a_blocked_sender_is_held_until_it_is_released()
    {
        var nina = Customer("nina.blocked@customer.example");
        var first = await nina.OpensAsync(nina.Letter());
        await PostAsync($"api/customers/{nina.Address}/flags", new { flag = "blocked", reason = "sends junk" });

        var held = await nina.OpensAsync(nina.Letter() with { To = (await nina.OnlyMailAsync()).ReplyAddress, Subject = "more junk" });

        Assert.Equal(("held", first.Id), (held.State, held.LinkedCaseId));
        Assert.Equal(["thread opened-linked reply-address", "acknowledgement not-sent sender-blocked"], held.OnlyMessage.Decided);
        Assert.Empty(held.Replies);
        Assert.DoesNotContain(await Desk.CasesAsync(), item => item.Id == held.Id);
        Assert.Equal("sender-blocked", Reason(await ViewAsync("held"), held.Id));

        await PostAsync($"api/cases/{held.Id}/release", new { alwaysAllow = true, note = "a customer after all" });
        await PostAsync($"api/cases/{held.Id}/release", new { });
        await Desk.IdleAsync();

        var released = await Desk.CaseAsync(held.Id);
        Assert.Equal(("open", "sent"), (released.State, released.OnlyReply.State));
        Assert.Equal(["thread opened-linked reply-address", "acknowledgement send first-message"], released.OnlyMessage.Decided);
        Assert.DoesNotContain(await ViewAsync("held"), item => item.GetProperty("id").GetString() == held.Id);
        Assert.Contains(await Desk.CasesAsync(), item => item.Id == held.Id);
        Assert.Equal(2, (await nina.MailsAsync()).Count);
        Assert.Equal(
            "trusted",
            Assert.Single((await CustomerAsync(nina.Address)).GetProperty("flags").EnumerateArray()).GetProperty("flag").GetString()
        );
    }

    [Fact]
    public async Task Two_addresses_of_one_person_are_one_customer_until_they_are_taken_apart()
    {
        var (home, work) = (Customer("nina.home@customer.example"), Customer("nina.work@customer.example"));
        var (first, second) = (await home.OpensAsync(home.Letter()), await work.OpensAsync(work.Letter()));
        var into = (await CustomerAsync(home.Address)).GetProperty("id").GetString();

        await PostAsync(
            $"api/customers/{work.Address}/merge",
            new
            {
                into,
                evidence = "customer-said",
                note = "said so in the mail",
            }
        );
        Assert.Equal([second.Id, first.Id], await CasesOfAsync(home.Address));
        Assert.Equal([second.Id, first.Id], await CasesOfAsync(work.Address));
        await PostAsync($"api/customers/{work.Address}/unmerge", new { reason = "a colleague" });

        Assert.Equal([first.Id], await CasesOfAsync(home.Address));
        Assert.Equal([second.Id], await CasesOfAsync(work.Address));
    }

    [Fact]
    public async Task Everything_about_a_person_is_given_out_and_then_gone_while_the_counts_stay()
    {
        var nina = Customer("nina.erased@customer.example", "Nina Secret");
        var opened = await nina.OpensAsync(
            nina.Letter() with
            {
                Subject = "Zanzibar lamp",
                Text = "My zanzibar lamp hums. Which bulb does it need?\n",
                Attachments = [("zanzibar.txt", "text/plain", [1, 2, 3])],
            }
        );
        await PostAsync($"api/cases/{opened.Id}/notes", new { text = "Zanzibar again" });

        var export = await Desk.Http.GetStringAsync($"api/customers/{nina.Address}/export");
        using (var everything = JsonDocument.Parse(export))
        {
            Assert.Equal(
                opened.Id,
                Assert.Single(everything.RootElement.GetProperty("cases").EnumerateArray()).GetProperty("id").GetString()
            );
            Assert.Equal(
                "zanzibar.txt",
                Assert.Single(everything.RootElement.GetProperty("attachments").EnumerateArray()).GetProperty("fileName").GetString()
            );
        }

        Assert.Equal(HttpStatusCode.Accepted, await EraseAsync(nina));
        await Desk.IdleAsync();
        var left = await Desk.CaseTextAsync(opened.Id);

        foreach (var word in new[] { "zanzibar", "Nina", "nina.erased", "lamp", "bulb" })
        {
            Assert.DoesNotContain(word, left, StringComparison.OrdinalIgnoreCase);
        }

        var erased = await Desk.CaseAsync(opened.Id);
        Assert.Equal((opened.Number, "open", 1, 1), (erased.Number, erased.State, erased.MessageCount, erased.Replies.Count));
        Assert.DoesNotContain(
            await Desk.BlobNamesAsync(StorageNames.RawMessagesContainer),
            name => name.EndsWith(opened.Id, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            await Desk.BlobNamesAsync(StorageNames.AttachmentsContainer),
            name => name.StartsWith(opened.Id, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(await Desk.CasesAsync(), item => item.Subject.Contains("Zanzibar", StringComparison.Ordinal));

        var customer = (await CustomerAsync(nina.Address)).GetRawText();
        Assert.Equal(HttpStatusCode.OK, await EraseAsync(nina));
        await Desk.IdleAsync();
        Assert.Equal(left, await Desk.CaseTextAsync(opened.Id));
        Assert.Equal(customer, (await CustomerAsync(nina.Address)).GetRawText());

        var fresh = await nina.OpensAsync(nina.Letter());
        Assert.Equal([fresh.Id], await CasesOfAsync(nina.Address));
    }

    private async Task<HttpStatusCode> EraseAsync(Customer customer)
    {
        using var answer = await Desk.Http.PostAsJsonAsync($"api/customers/{customer.Address}/erase", new { reason = "asked for it" });
        return answer.StatusCode;
    }

    private async Task PostAsync(string path, object body)
    {
        using var answer = await Desk.Http.PostAsJsonAsync(path, body);
        Assert.Equal("", answer.IsSuccessStatusCode ? "" : await answer.Content.ReadAsStringAsync());
    }

    private Task<JsonElement> CustomerAsync(string address) =>
        Desk.Http.GetFromJsonAsync<JsonElement>($"api/customers?email={Uri.EscapeDataString(address)}");

    private async Task<IReadOnlyList<string?>> CasesOfAsync(string address)
    {
        var page = await Desk.Http.GetFromJsonAsync<JsonElement>($"api/customers/{address}/cases");
        return [.. page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString())];
    }

    private async Task<IReadOnlyList<JsonElement>> ViewAsync(string view) =>
        [.. (await Desk.Http.GetFromJsonAsync<JsonElement>($"api/cases?view={view}&limit=200")).GetProperty("items").EnumerateArray()];

    private static string? Reason(IReadOnlyList<JsonElement> items, string id) =>
        Assert.Single(items, item => item.GetProperty("id").GetString() == id).GetProperty("heldReason").GetString();
}
