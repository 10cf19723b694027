namespace SupportPipeline.LocalHost.Tests.Pipeline.Scenario;

/// <summary>Somebody who writes to the desk. Addresses are different in every test, so that tests can share a desk.</summary>
internal sealed class Customer(Desk desk, string address, string? name = null)
{
    private int _written;

    public string Address => address;

    public string Sender => name is null ? address : $"{name} <{address}>";

    /// <summary>A new mail, not sent yet.</summary>
    public Letter Letter() =>
        new()
        {
            From = address,
            FromName = name,
            MessageId = $"mail-{++_written}.{address.Replace('@', '.')}@mail.example",
        };

    /// <summary>Sends a mail and waits until everything it caused has happened.</summary>
    /// <returns>The message's id, which is the case's too when the message opens one.</returns>
    public async Task<string> SendsAsync(Letter letter)
    {
        var id = await desk.TakeInAsync(letter.ToPost().ToContent());
        await desk.IdleAsync();
        return id;
    }

    /// <summary>Sends a mail that opens a case.</summary>
    public async Task<ReadCase> OpensAsync(Letter letter) => await desk.CaseAsync(await SendsAsync(letter));

    /// <summary>Everything the desk sent to this address.</summary>
    public Task<IReadOnlyList<SentMail>> MailsAsync() => desk.OutboxAsync(address);

    public async Task<SentMail> OnlyMailAsync() => Assert.Single(await MailsAsync());

    /// <summary>The cases this customer opened, in no order.</summary>
    public async Task<IReadOnlyList<ReadCase>> CasesAsync()
    {
        var listed = await desk.CasesAsync();
        return [.. await Task.WhenAll(listed.Where(item => item.CustomerAddress == address).Select(item => desk.CaseAsync(item.Id)))];
    }

    public async Task<ReadCase> OnlyCaseAsync() => Assert.Single(await CasesAsync());
}
