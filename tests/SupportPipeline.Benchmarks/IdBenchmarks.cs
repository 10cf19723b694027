using BenchmarkDotNet.Attributes;
using SupportPipeline.Cases;
using SupportPipeline.Platform;
using SupportPipeline.Testing;

namespace SupportPipeline.Benchmarks;

/// <summary>Ids and the numbers people use.</summary>
[MemoryDiagnoser]
public class IdBenchmarks
{
    private readonly byte[] _random = new byte[10];
    private readonly DateTimeOffset _time = Ids.Time;
    private readonly long _sequence = 4_821;
    private readonly string _number = CaseNumber.FromSequence(4_821).ToString();

    [Benchmark]
    public TimeOrderedId CreateTimeOrderedId() => TimeOrderedId.Create(_time, _random);

    [Benchmark]
    public CaseNumber CreateCaseNumber() => CaseNumber.FromSequence(_sequence);

    [Benchmark]
    public bool ParseCaseNumber() => CaseNumber.TryParse(_number, out _);
}
