using BenchmarkDotNet.Attributes;
using SupportPipeline.Replies;

namespace SupportPipeline.Benchmarks;

/// <summary>The text of one acknowledgement.</summary>
[MemoryDiagnoser]
public class TemplateBenchmarks
{
    private readonly TemplateCatalog _templates = new();
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal)
    {
        ["customerName"] = "Mia",
        ["subject"] = "My blender stopped working",
        ["matter"] = "My blender stopped working",
        ["caseNumber"] = "4821-7739",
        ["answerBy"] = "21 November 2026, 09:00",
        ["deskName"] = "Example Support",
    };

    [Params("en", "zh-Hans", "ru")]
    public string Language { get; set; } = "en";

    [Benchmark]
    public object RenderAcknowledgement() => _templates.Render("acknowledgement", Language, TemplateChannel.Email, _values);
}
