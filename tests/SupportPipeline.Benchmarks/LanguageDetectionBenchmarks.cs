using BenchmarkDotNet.Attributes;
using SupportPipeline.Triage;

namespace SupportPipeline.Benchmarks;

/// <summary>What telling the language costs: it is done for every message.</summary>
[MemoryDiagnoser]
public class LanguageDetectionBenchmarks
{
    private readonly string _hostile = new('a', 1_000_000);

    [Benchmark(Baseline = true)]
    public object EnglishTweet() =>
        LanguageDetector.Detect("@SkyJet my flight was cancelled again and nobody at the gate can tell me when the next one leaves #fail");

    [Benchmark]
    public object GermanTweet() =>
        LanguageDetector.Detect(
            "@BahnService mein Zug ist schon wieder ausgefallen und niemand am Bahnsteig weiß, wann der nächste fährt #bahn"
        );

    [Benchmark]
    public object RussianTweet() =>
        LanguageDetector.Detect(
            "@beeline опять со вчерашнего вечера нет интернета, в поддержке никто не берёт трубку уже целый час, верните деньги"
        );

    [Benchmark]
    public object ChinesePost() =>
        LanguageDetector.Detect("三周前我订了一台洗衣机，到现在还没有收到任何发货信息，麻烦查一下。谢谢你们的帮助，希望能够尽快得到答复。");

    [Benchmark]
    public object MegabyteWithoutBlanks() => LanguageDetector.Detect(_hostile);
}
