namespace SupportPipeline.Triage;

/// <summary>
/// Who understands messages, and how long it may take. Configuration section <c>Triage</c>. The limits of Azure AI Language that
/// nobody can set are in <see cref="Azure.LanguageServiceLimits"/>.
/// </summary>
public sealed class TriageOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Triage";

    /// <summary>
    /// Who decides the sentiment: <c>embedded</c> (the default), with nothing from the cloud, or <c>azure</c>. The embedded analyzer
    /// always runs: it decides every other dimension, and the sentiment too when the service fails.
    /// </summary>
    public TriageEngine Engine { get; set; } = TriageEngine.Embedded;

    /// <summary>The Language resource's own address, <c>https://NAME.cognitiveservices.azure.com</c>; needed when the engine is azure.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The resource's key. Empty, the default, signs in with the app's identity, which needs the role Cognitive Services Language Reader.</summary>
    public string? Key { get; set; }

    /// <summary><c>managedidentity</c> uses only the app's managed identity; empty tries everything that <c>DefaultAzureCredential</c> knows.</summary>
    public string? Credential { get; set; }

    /// <summary>The client id of a user-assigned managed identity, for <see cref="Credential"/> <c>managedidentity</c>.</summary>
    public string? ClientId { get; set; }

    /// <summary>How long one call may take, its repeated attempts included: 0.05 to 60 seconds. Default 5 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long all calls about one message, or one list of messages, may take: from <see cref="Timeout"/> to 2 minutes. Default 10 seconds.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether the service detects the language too, which costs a second call. Default false.</summary>
    public bool DetectLanguage { get; set; }

    /// <summary>Whether the service extracts key phrases, which costs another call. Default false.</summary>
    public bool KeyPhrases { get; set; }

    /// <summary>Whether the service finds personal data, which costs another call for every 5 texts. Default false.</summary>
    public bool PersonalData { get; set; }

    /// <summary>From this share of failed calls the service is left alone for <see cref="CircuitBreak"/>: above 0, at most 1. Default 0.5.</summary>
    public double CircuitFailureRatio { get; set; } = 0.5;

    /// <summary>So many calls within <see cref="CircuitSampling"/> are needed before the share counts: 2 to 1,000. Default 5.</summary>
    public int CircuitMinimumThroughput { get; set; } = 5;

    /// <summary>How far back calls are counted: 1 second to 10 minutes. Default 30 seconds.</summary>
    public TimeSpan CircuitSampling { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the service is left alone before one call tries it again: 1 second to 1 hour. Default 30 seconds.</summary>
    public TimeSpan CircuitBreak { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Below this confidence the service's sentiment is unsure and a person looks: 0 to 1. Default 0.5.</summary>
    public double UnsureBelow { get; set; } = 0.5;

    /// <summary>A folder of cue files that are read on top of those of the app; empty reads only those.</summary>
    public string? CueFolder { get; set; }
}
