using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

namespace SupportPipeline.LocalHost.Tests.Pipeline;

[Collection(SharedDeskCollection.Name)]
public sealed class AcknowledgementTests(SharedDesk shared) : PipelineTest(shared)
{
    [Theory]
    [InlineData(
        "en",
        "Question about invoice 4711",
        "Hello, which two months does invoice 4711 cover? I need it for my records.",
        "Re: Question about invoice 4711 [#{0}]",
        "Hello Maria Rossi,",
        "Your message about “Question about invoice 4711” has arrived safely"
    )]
    [InlineData(
        "zh-Hans",
        "关于发票4711",
        "你好，请问发票4711是哪两个月的？我需要登记一下。",
        "回复：关于发票4711 [#{0}]",
        "Maria Rossi，您好：",
        "您提到的“关于发票4711”，我们已经记下"
    )]
    [InlineData(
        "zh-Hant",
        "關於發票4711",
        "你好，請問發票4711是哪兩個月的？我需要登記一下。",
        "回覆：關於發票4711 [#{0}]",
        "Maria Rossi 您好：",
        "您提到的「關於發票4711」我們已經收到"
    )]
    [InlineData(
        "ru",
        "Вопрос по счёту 4711",
        "Здравствуйте! Подскажите, пожалуйста, за какие два месяца выставлен счёт 4711? Мне нужно для отчёта.",
        "Re: Вопрос по счёту 4711 [#{0}]",
        "Здравствуйте, Maria Rossi!",
        "Ваше письмо «Вопрос по счёту 4711» дошло"
    )]
    public async Task Answers_in_the_language_of_the_customer(
        string language,
        string subject,
        string text,
        string answerSubject,
        string greeting,
        string acknowledgement
    )
    {
        var maria = Customer($"maria.{language}@customer.example", "Maria Rossi");

        var opened = await maria.OpensAsync(maria.Letter() with { Subject = subject, Text = text });

        Assert.Equal(["thread opened no-thread-found", "acknowledgement send first-message"], opened.OnlyMessage.Decided);
        Assert.Equal((language, "open", 1), (opened.Language, opened.State, opened.MessageCount));
        var reply = opened.OnlyReply;
        Assert.Equal(
            ("acknowledgement", "sent", "accepted-by-mail-service", language),
            (reply.Scenario, reply.State, reply.Reason, reply.Language)
        );
        Assert.Equal(["reply-sent"], opened.Events.Select(entry => entry.Kind));
        var mail = await maria.OnlyMailAsync();
        Assert.Equal(string.Format(null, answerSubject, opened.Number), mail.Subject);
        Assert.StartsWith(greeting + "\n\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains(acknowledgement, mail.Text, StringComparison.Ordinal);
        Assert.Contains(opened.Number, mail.Text, StringComparison.Ordinal);
        Assert.EndsWith("Example Support\n", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Carries_the_headers_that_thread_it_and_keep_it_from_looping()
    {
        var maria = Customer("maria.headers@customer.example");
        var letter = maria.Letter() with { References = "<first@mail.example> <second@mail.example>" };

        var opened = await maria.OpensAsync(letter);

        var mail = await maria.OnlyMailAsync();
        Assert.Equal($"<{letter.MessageId}>", mail.Headers["In-Reply-To"]);
        Assert.Equal($"<first@mail.example> <second@mail.example> <{letter.MessageId}>", mail.Headers["References"]);
        Assert.Matches($@"^<acknowledgement-{opened.Id}\.{opened.Id}\.[0-9a-z]{{12}}@desk\.example>$", mail.Headers["Message-ID"]);
        Assert.Equal("auto-replied", mail.Headers["Auto-Submitted"]);
        Assert.Equal("All", mail.Headers["X-Auto-Response-Suppress"]);
        Assert.Matches($@"^support\+{opened.Id}\.[0-9a-z]{{12}}@desk\.example$", mail.ReplyAddress);
        Assert.Equal(Support, mail.From);
        Assert.Equal(opened.Id, mail.CustomArgs["sp_case"]);
        Assert.Equal($"acknowledgement-{opened.Id}", mail.CustomArgs["sp_reply"]);
        Assert.Equal(mail.MessageId, opened.OnlyReply.ProviderMessageId);
    }

    [Fact]
    public async Task Is_found_by_id_and_by_number()
    {
        var maria = Customer("maria.number@customer.example", "Maria Rossi");
        var opened = await maria.OpensAsync(maria.Letter());

        var byNumber = await Desk.CaseTextAsync(opened.Number);
        var byDigits = await Desk.CaseTextAsync(opened.Number.Replace("-", "", StringComparison.Ordinal));

        Assert.Equal(await Desk.CaseTextAsync(opened.Id), byNumber);
        Assert.Equal(byNumber, byDigits);
        Assert.Equal(new Person("Maria Rossi", maria.Address), opened.Customer);
        var listed = Assert.Single(await Desk.CasesAsync(), item => item.Id == opened.Id);
        Assert.Equal(
            (opened.Number, opened.Subject, "open", 3, "en", "Maria Rossi", maria.Address, 1),
            (
                listed.Number,
                listed.Subject,
                listed.State,
                listed.Urgency,
                listed.Language,
                listed.CustomerName,
                listed.CustomerAddress,
                listed.MessageCount
            )
        );
    }

    [Fact]
    public async Task Is_listed_page_by_page()
    {
        var maria = Customer("maria.pages@customer.example");
        for (var i = 0; i < 7; i++)
        {
            await Desk.TakeInAsync(
                (maria.Letter() with { Headers = ["List-Unsubscribe: <https://lists.example/u>"] }).ToPost().ToContent()
            );
        }

        await Desk.IdleAsync();
        var all = await Desk.CasesAsync();
        var limit = ((all.Count + 2) / 4) + 1;

        var pages = new List<CaseList>();
        do
        {
            var cursor = pages.Count == 0 ? "" : $"&cursor={pages[^1].Next}";
            pages.Add((await Desk.Http.GetFromJsonAsync<CaseList>($"api/cases?view=open&limit={limit}{cursor}"))!);
        } while (pages[^1].Next is not null);

        Assert.True(pages.Count >= 3);
        Assert.All(pages.SkipLast(1), page => Assert.Equal(limit, page.Items.Count));
        Assert.Equal(all.Select(item => item.Id), pages.SelectMany(page => page.Items).Select(item => item.Id));
        Assert.Equal(
            all.OrderBy(item => item.Urgency).ThenByDescending(item => item.OpenedAt).Select(item => item.Id),
            all.Select(item => item.Id)
        );
    }

    [Theory]
    [InlineData("api/cases?limit=0", HttpStatusCode.BadRequest, "limit-invalid")]
    [InlineData("api/cases?limit=201", HttpStatusCode.BadRequest, "limit-invalid")]
    [InlineData("api/cases?limit=ten", HttpStatusCode.BadRequest, "limit-invalid")]
    [InlineData("api/cases?cursor=%21%21", HttpStatusCode.BadRequest, "cursor-invalid")]
    [InlineData("api/cases?view=closed", HttpStatusCode.BadRequest, "view-unknown")]
    [InlineData("api/cases/0123-4567", HttpStatusCode.NotFound, "case-not-found")]
    [InlineData("api/cases/00000000000000000000000000", HttpStatusCode.NotFound, "case-not-found")]
    [InlineData("api/cases/'%20or%20true", HttpStatusCode.NotFound, "case-not-found")]
    public async Task Refuses_what_it_cannot_answer(string address, HttpStatusCode status, string reason)
    {
        using var answer = await Desk.Http.GetAsync(address);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(reason, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("reason").GetString());
    }
}
