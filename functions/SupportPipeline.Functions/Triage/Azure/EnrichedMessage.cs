namespace SupportPipeline.Triage.Azure;

/// <summary>A message on its way through the questions to the service.</summary>
internal sealed class EnrichedMessage(string text, MessageTriage embedded)
{
    /// <summary>The customer's own words.</summary>
    public string Text => text;

    /// <summary>Its parts that the service takes; none when the message is blank.</summary>
    public IReadOnlyList<TextPiece> Pieces { get; } = TextPieces.Split(text);

    /// <summary>What is known by now.</summary>
    public MessageTriage Triage { get; set; } = embedded;

    /// <summary>Remembers why something is missing that the service was asked for; the first reason counts.</summary>
    public void Miss(string reason) => Triage = Triage with { FallbackReason = Triage.FallbackReason ?? reason };
}
