using SupportPipeline.LocalHost.Email;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>One thing that happens on the sample day, and what the story says comes of it.</summary>
/// <param name="Name">By which later steps name this one.</param>
/// <param name="At">The time of the sample day, UTC.</param>
/// <param name="Title">What happens, for the reader.</param>
/// <param name="Expected">What comes of it.</param>
internal sealed record DemoStep(string Name, TimeOnly At, string Title, Expected Expected)
{
    /// <summary>Writes the mail that comes in; null when none does.</summary>
    public Func<SoFar, OutgoingTestEmail>? Mail { get; init; }

    /// <summary>What becomes of the mail service before the mail comes in.</summary>
    public MailService MailService { get; init; }
}

/// <summary>What becomes of the mail service at a step.</summary>
internal enum MailService
{
    /// <summary>It stays as it is.</summary>
    Unchanged,

    /// <summary>It answers 503 from now on.</summary>
    Down,

    /// <summary>It works again.</summary>
    Back,
}

/// <summary>What a step brings about. Decisions are written as the case has them: result, blank, reason code.</summary>
internal sealed record Expected
{
    /// <summary>The answer of the front door; 0 when nothing comes in.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The reason in the answer, when it is a refusal.</summary>
    public string? Refusal { get; init; }

    /// <summary>The step whose mail opened the case this is about; null when there is no case.</summary>
    public string? CaseOf { get; init; }

    /// <summary>The step whose case the new one is linked to.</summary>
    public string? LinkedTo { get; init; }

    /// <summary>The decisions on the message, in their order; that it is a duplicate stands in their place.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>What must have been understood, each as dimension, blank, value.</summary>
    public IReadOnlyList<string> Understood { get; init; } = [];

    /// <summary>Steps that must be in the plan, each as what, result and reason code with blanks between them; others may stand beside them.</summary>
    public IReadOnlyList<string> Plan { get; init; } = [];

    /// <summary>The language of the one mail that goes out to the case's customer; null when none may go out.</summary>
    public string? SentIn { get; init; }

    /// <summary>Whether a reply is left waiting for the mail service.</summary>
    public bool ReplyWaits { get; init; }
}
