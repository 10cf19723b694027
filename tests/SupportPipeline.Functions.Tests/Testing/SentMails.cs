using SupportPipeline.Replies;

namespace SupportPipeline.Testing;

/// <summary>Notes mails, and answers as it is told.</summary>
internal sealed class SentMails : IMailTransport
{
    private readonly List<OutgoingMail> _all = [];

    public IReadOnlyList<OutgoingMail> All => _all;

    /// <summary>What is answered when <see cref="Answers"/> is empty.</summary>
    public SendResult Answer { get; set; } = new SendResult.Accepted("id");

    public Queue<SendResult> Answers { get; } = new();

    public IEnumerable<string> SubjectsTo(string address) => _all.Where(mail => mail.To.Value == address).Select(mail => mail.Subject);

    public Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        lock (_all)
        {
            _all.Add(mail);
            return Task.FromResult(Answers.TryDequeue(out var answer) ? answer : Answer);
        }
    }
}
