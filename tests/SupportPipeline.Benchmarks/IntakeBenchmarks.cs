using BenchmarkDotNet.Attributes;
using SupportPipeline.Intake;
using SupportPipeline.Platform;
using SupportPipeline.Testing;
using SupportPipeline.Triage;

namespace SupportPipeline.Benchmarks;

/// <summary>What every email costs before anything is stored about it.</summary>
[MemoryDiagnoser]
public class IntakeBenchmarks
{
    private readonly byte[] _payload = Samples.Payload();
    private readonly IntakeOptions _limits = new();
    private readonly TimeOrderedId _id = Ids.Next();
    private readonly string _text = Samples.Text;
    private readonly string _russian = string.Concat(Enumerable.Repeat("Мой блендер перестал работать вчера вечером. ", 20));
    private readonly AutomaticMailEvidence _evidence = new(
        EmailHeaders.Parse(Samples.Headers),
        Samples.Address("mia@example.org"),
        "mia@example.org",
        "Re: My blender stopped working",
        "Mia Jones",
        Samples.OwnAddresses,
        _ => false
    );

    [Benchmark]
    public async Task<int> ReadPayload() => (await ReadAsync()).Attachments.Count;

    [Benchmark]
    public async Task<object> ReadAndNormalize() =>
        EmailNormalizer.Normalize(_id, await ReadAsync(), _limits, Samples.OwnAddresses, _ => false);

    [Benchmark]
    public object SplitOwnWords() => OwnWords.Split(_text);

    [Benchmark]
    public object DetectEnglish() => LanguageDetector.Detect(_text);

    [Benchmark]
    public object DetectRussian() => LanguageDetector.Detect(_russian);

    [Benchmark]
    public object? DetectAutomaticMail() => AutomaticMail.Detect(_evidence);

    private Task<InboundParseForm> ReadAsync() =>
        InboundParseReader.ReadAsync(
            new MemoryStream(_payload),
            MultipartBody.Boundary,
            _limits.MaxFieldBytes,
            null,
            CancellationToken.None
        );
}
