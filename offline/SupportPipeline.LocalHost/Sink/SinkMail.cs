using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace SupportPipeline.LocalHost.Sink;

/// <summary>
/// One mail for one recipient that the sink accepted: what SendGrid would have delivered. A request with several personalizations
/// or several recipients in one of them becomes several of these, with the same message id.
/// </summary>
internal sealed record SinkMail
{
    public required string To { get; init; }

    public string? ToName { get; init; }

    /// <summary><c>to</c>, <c>cc</c> or <c>bcc</c>.</summary>
    public required string Kind { get; init; }

    public required string From { get; init; }

    public string? FromName { get; init; }

    /// <summary>With the personalization's substitutions filled in, as in the two parts.</summary>
    public required string Subject
    {
        get => Fill(field)!;
        init;
    }

    public string? Text
    {
        get => Fill(field);
        init;
    }

    public string? Html
    {
        get => Fill(field);
        init;
    }

    /// <summary>What is put in the place of its keys; filled in when the mail is read, because few of many mails ever are.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Substitutions { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The request's headers overridden by the personalization's, and what SendGrid adds: From, Reply-To, Message-ID.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = FrozenDictionary<string, string>.Empty;

    public IReadOnlyDictionary<string, string> CustomArgs { get; init; } = FrozenDictionary<string, string>.Empty;

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<SinkAttachment> Attachments { get; init; } = [];

    public DateTimeOffset At { get; init; }

    /// <summary>What the request was answered with in X-Message-Id.</summary>
    public required string MessageId { get; init; }

    private string? Fill(string? text) =>
        text is null || Substitutions.Count == 0
            ? text
            : Substitutions.Aggregate(text, (filled, one) => filled.Replace(one.Key, one.Value, StringComparison.Ordinal));
}

/// <summary>What is kept of an attachment: enough to see that it was sent.</summary>
/// <param name="Filename">As named in the request.</param>
/// <param name="Type">Its media type.</param>
/// <param name="Bytes">Its size once decoded.</param>
internal sealed record SinkAttachment(string Filename, string? Type, int Bytes);
