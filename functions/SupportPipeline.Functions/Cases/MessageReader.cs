using SupportPipeline.Intake;
using SupportPipeline.Outages.Linking;
using SupportPipeline.Platform;
using SupportPipeline.Replies;
using SupportPipeline.Triage;

namespace SupportPipeline.Cases;

/// <summary>Reads a received message: what was written, and what is meant by it.</summary>
public sealed class MessageReader(InboundEmails emails, CaseTokens tokens, MessageTriager triager, OpenIncidents incidents)
{
    /// <summary>Fetches and normalises it. Dispose the result.</summary>
    internal Task<FetchedEmail> FetchAsync(MessageReceived pointer, CancellationToken cancellationToken) =>
        emails.FetchAsync(pointer, id => tokens.ReadMessageId(id) is not null, cancellationToken);

    /// <summary>Reads a message of a case again, from the payload as it was received.</summary>
    internal async Task<ReceivedEmail> ReadAgainAsync(CaseMessage message, CancellationToken cancellationToken)
    {
        await using var fetched = await FetchAsync(new(message.Id.Value, message.Channel, message.RawBlob), cancellationToken);
        var understood = await UnderstandAsync(fetched.Email, cancellationToken);
        return new(fetched.Email, understood, message.Channel, message.RawBlob, message.Attachments, message.TextBlob);
    }

    /// <summary>Understands the customer's own words.</summary>
    internal async Task<UnderstoodText> UnderstandAsync(InboundEmail email, CancellationToken cancellationToken)
    {
        var text = StoredText.Clean(OwnText(email), StoredText.MaxPropertyLength);
        var triage = await triager.TriageAsync(text, cancellationToken);
        return new(text, triage) { Incident = await incidents.MatchAsync(text, triage, cancellationToken) };
    }

    /// <summary>A subject that the customer made up belongs to the own words; that of an answer is somebody else's.</summary>
    private static string OwnText(InboundEmail email)
    {
        var subject = Matter.SubjectWithoutPrefixes(email.Subject);
        var isOwn = subject.Length > 0 && subject.Length == email.Subject.Trim().Length;
        return email.Social is not null ? email.OwnWords
            : email.OwnWords.Length == 0 ? subject
            : !isOwn || email.OwnWords.StartsWith(subject, StringComparison.Ordinal) ? email.OwnWords
            : $"{subject}\n{email.OwnWords}";
    }
}

/// <summary>A text and what was understood of it.</summary>
/// <param name="Text">The customer's own words, with the subject on a line of its own before them when the customer made it up.</param>
/// <param name="Triage">What was understood; offsets point into the text.</param>
internal sealed record UnderstoodText(string Text, MessageTriage Triage)
{
    /// <summary>The open incident it is about; null when there is none.</summary>
    public MatchedIncident? Incident { get; init; }
}
