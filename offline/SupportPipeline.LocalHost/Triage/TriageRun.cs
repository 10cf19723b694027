using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using SupportPipeline.Triage;

namespace SupportPipeline.LocalHost.Triage;

/// <summary>Triages JSON Lines: one line in, one line out, in the same order, with memory that does not grow with their number.</summary>
/// <param name="triage">Triages some texts at once; the language is null where it is not known.</param>
/// <param name="batch">The most texts it takes at once.</param>
internal sealed class TriageRun(
    Func<IReadOnlyList<TriageRequest>, CancellationToken, ValueTask<IReadOnlyList<MessageTriage>>> triage,
    int batch
)
{
    /// <summary>The longest line, in bytes.</summary>
    public const int MaxLine = 4 * 1024 * 1024;

    private const int FlushAt = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _output = new(2 * FlushAt);
    private readonly List<(TriageRequest Request, int Line, string? Problem)> _waiting = [];

    /// <summary>How many lines were triaged.</summary>
    public int Triaged { get; private set; }

    /// <summary>How many lines could not be.</summary>
    public int Failed { get; private set; }

    /// <summary>What the command ends with: 0 when every line was triaged, else 1.</summary>
    public int ExitCode => Failed == 0 ? 0 : 1;

    /// <summary>Reads to the end.</summary>
    public async Task RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        var reader = new LineReader(input, MaxLine);
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
        await using var json = new Utf8JsonWriter(_output, options);
        while (await reader.ReadAsync(cancellationToken) is { } line)
        {
            if (IsBlank(line.Span) && !reader.WasTooLong)
            {
                continue;
            }

            _waiting.Add(Parse(line, reader));
            var mustAnswer = _waiting.Count >= batch || !reader.HasBufferedLine;
            if (mustAnswer)
            {
                await AnswerAsync(json, cancellationToken);
            }

            if (_output.WrittenCount >= FlushAt || (mustAnswer && !reader.HasBufferedLine))
            {
                await FlushAsync(output, cancellationToken);
            }
        }

        await AnswerAsync(json, cancellationToken);
        await FlushAsync(output, cancellationToken);
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private static bool IsBlank(ReadOnlySpan<byte> line) => !line.ContainsAnyExcept(" \t\r"u8);

    private static (TriageRequest Request, int Line, string? Problem) Parse(ReadOnlyMemory<byte> line, LineReader reader)
    {
        var nothing = new TriageRequest(default, null, null);
        var content = reader.LineNumber == 1 && line.Span.StartsWith(ByteOrderMark) ? line.Span[ByteOrderMark.Length..] : line.Span;
        if (reader.WasTooLong)
        {
            return (nothing, reader.LineNumber, $"the line is longer than {MaxLine} bytes");
        }

        if (!Utf8.IsValid(content))
        {
            return (nothing, reader.LineNumber, "the line is not UTF-8");
        }

        try
        {
            var request = JsonSerializer.Deserialize(content, TriageRequestJson.Default.TriageRequest) ?? nothing;
            return (request, reader.LineNumber, request.Text is null ? "there is no 'text'" : null);
        }
        catch (JsonException exception)
        {
            return (nothing, reader.LineNumber, $"not a JSON object with 'id' and 'text': {exception.Message}");
        }
    }

    private async ValueTask AnswerAsync(Utf8JsonWriter json, CancellationToken cancellationToken)
    {
        var requests = _waiting.Where(waiting => waiting.Problem is null).Select(waiting => waiting.Request).ToList();
        var answers = requests.Count == 0 ? [] : await triage(requests, cancellationToken);
        var next = 0;
        foreach (var (request, line, problem) in _waiting)
        {
            if (problem is null)
            {
                TriageLine.Write(json, request.Id, answers[next++]);
                Triaged++;
            }
            else
            {
                TriageLine.WriteProblem(json, request.Id, line, problem);
                Failed++;
            }

            _output.Write("\n"u8);
        }

        _waiting.Clear();
    }

    private async ValueTask FlushAsync(Stream output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(_output.WrittenMemory, cancellationToken);
        await output.FlushAsync(cancellationToken);
        _output.ResetWrittenCount();
    }
}
