namespace SupportPipeline.Triage;

/// <summary>Understands a message with nothing from the cloud: the cue files and rules of this app.</summary>
public sealed class EmbeddedAnalyzer
{
    /// <summary>Understands one message.</summary>
    /// <param name="text">The customer's own words.</param>
    /// <param name="language">The language when it is known; otherwise it is detected.</param>
    public MessageTriage Analyze(string text, string? language = null) => throw new NotImplementedException();
}
