using System.Text;
using System.Text.Json;
using SupportPipeline.LocalHost.Triage;
using SupportPipeline.Triage;

namespace SupportPipeline.LocalHost.Tests.Triage;

/// <summary>Runs lines through the command's reader and writer, with the embedded analyzer unless something else is wanted.</summary>
internal static class TriageLines
{
    private static readonly Lazy<EmbeddedAnalyzer> s_analyzer = new(() => new EmbeddedAnalyzer());

    public static EmbeddedAnalyzer Analyzer => s_analyzer.Value;

    public static ValueTask<IReadOnlyList<MessageTriage>> EmbeddedAsync(
        IReadOnlyList<TriageRequest> requests,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<IReadOnlyList<MessageTriage>>([
            .. requests.Select(request => Analyzer.Analyze(request.Text!, request.Language)),
        ]);
    }

    public static TriageRun Run(int batch = 256) => new(EmbeddedAsync, batch);

    public static Task<TriageAnswers> AskAsync(params string[] lines) =>
        AskAsync(Run(), Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));

    public static async Task<TriageAnswers> AskAsync(TriageRun run, byte[] input)
    {
        using var output = new MemoryStream();
        await run.RunAsync(new MemoryStream(input), output, CancellationToken.None);
        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n');
        Assert.Equal("", lines[^1]);
        return new(run, [.. lines.SkipLast(1).Select(line => JsonDocument.Parse(line).RootElement)]);
    }
}

/// <summary>What came of some lines.</summary>
internal sealed record TriageAnswers(TriageRun Run, IReadOnlyList<JsonElement> Lines)
{
    public IReadOnlyList<string> Ids => [.. Lines.Select(line => line.GetProperty("id").GetRawText())];

    public string? Error(int line) => Lines[line].TryGetProperty("error", out var error) ? error.GetString() : null;
}
