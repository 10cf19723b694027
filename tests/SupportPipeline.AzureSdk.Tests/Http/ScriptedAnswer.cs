namespace SupportPipeline.AzureSdk.Tests.Http;

/// <summary>What the server says next.</summary>
internal sealed record ScriptedAnswer(int Status, string Body = "")
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public ScriptedAnswer With(string header, string value) =>
        this with
        {
            Headers = new Dictionary<string, string>(Headers, StringComparer.Ordinal) { [header] = value },
        };
}
