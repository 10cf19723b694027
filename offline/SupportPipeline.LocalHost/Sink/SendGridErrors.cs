namespace SupportPipeline.LocalHost.Sink;

/// <summary>The body of every refusal of SendGrid's v3 API.</summary>
/// <param name="Errors">At least one.</param>
internal sealed record SendGridErrors(IReadOnlyList<SendGridError> Errors)
{
    public static SendGridErrors Of(string message) => new([new SendGridError(message, Field: null, Help: null)]);
}

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Message">For people.</param>
/// <param name="Field">Where, as in <c>personalizations.1.to</c>.</param>
/// <param name="Help">Where SendGrid explains it.</param>
internal sealed record SendGridError(string Message, string? Field, string? Help);
