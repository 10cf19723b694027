using System.Globalization;
using SupportPipeline.Platform;
using SupportPipeline.Testing;
using SupportPipeline.Triage;
using SupportPipeline.Triage.Cues;

namespace SupportPipeline.Benchmarks.Quality;

/// <summary>
/// Measures the embedded analyzer on labelled messages: <c>quality [--cues FOLDER] [--only FOLDER] [--mistakes DIMENSION] [--two-class] FILE…</c>,
/// the files in the form of <see cref="LabelledMessage"/>. Two-class leaves out everything but praise and criticism, and takes the stronger score.
/// </summary>
internal sealed class QualityCommand
{
    private readonly Dictionary<string, Confusion> _dimensions = new(StringComparer.Ordinal);
    private readonly EmbeddedAnalyzer _analyzer;
    private readonly string? _mistakes;
    private readonly bool _twoClass;

    private QualityCommand(EmbeddedAnalyzer analyzer, string? mistakes, bool twoClass) =>
        (_analyzer, _mistakes, _twoClass) = (analyzer, mistakes, twoClass);

    public static int Run(string[] args)
    {
        string? Option(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        var options = new[] { Option("--cues"), Option("--only"), Option("--mistakes") };
        var files = args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal) && !options.Contains(arg, StringComparer.Ordinal));
        try
        {
            var analyzer = Option("--only") is { } only
                ? new EmbeddedAnalyzer(CueSource.Folder(only))
                : new EmbeddedAnalyzer(Option("--cues"));
            foreach (var file in files)
            {
                new QualityCommand(analyzer, Option("--mistakes"), args.Contains("--two-class", StringComparer.Ordinal)).Measure(file);
            }

            return 0;
        }
        catch (CueFormatException exception)
        {
            Console.Error.WriteLine(exception.Message);
            return 1;
        }
    }

    private void Measure(string file)
    {
        foreach (var message in LabelledMessage.Read(file))
        {
            var triage = _analyzer.Analyze(message.Text, message.Language);
            if (_twoClass)
            {
                MeasureTwoClasses(message, triage);
                continue;
            }

            Compare("sentiment", message, message.Sentiment, triage.Sentiment);
            Compare("intent", message, message.Intent, triage.Intent);
            Compare("topic", message, message.Topic, triage.Topic);
            Compare("style", message, message.Style, triage.Style);
            Compare("conduct", message, message.Conduct, triage.Conduct);
            Compare("threat", message, message.Threat, triage.Threat);
            var complaint = triage.Complaint;
            Count(
                "complaint",
                message,
                message.Complaint is { } truth ? YesNo(truth) : null,
                YesNo(complaint.Best),
                complaint.Confidence,
                complaint.Evidence
            );
        }

        Console.WriteLine($"== {Path.GetFileName(file)}");
        foreach (var (dimension, confusion) in _dimensions)
        {
            Console.Write($"{dimension}: {confusion}");
        }
    }

    private void MeasureTwoClasses(LabelledMessage message, MessageTriage triage)
    {
        if (message.Sentiment is "positive" or "negative")
        {
            var answer = triage.Scores.Positive > triage.Scores.Negative ? "positive" : "negative";
            Count("sentiment", message, message.Sentiment, answer, triage.Sentiment.Confidence, triage.Sentiment.Evidence);
        }
    }

    private void Compare<T>(string dimension, LabelledMessage message, string? truth, Finding<T> finding)
        where T : struct, Enum => Count(dimension, message, truth, KebabCase.NameOf(finding.Best), finding.Confidence, finding.Evidence);

    private void Count(
        string dimension,
        LabelledMessage message,
        string? truth,
        string answer,
        double confidence,
        IReadOnlyList<Evidence> evidence
    )
    {
        if (truth is null)
        {
            return;
        }

        var confusion = _dimensions.TryGetValue(dimension, out var known) ? known : _dimensions[dimension] = new Confusion();
        confusion.Add(truth, answer);
        if (_mistakes == dimension && truth != answer)
        {
            var because = string.Join("; ", evidence.Select(found => $"{found.Text} ({found.Source})"));
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{message.Id}: {truth}, answered {answer} {confidence:0.00}: {message.Text} << {because}"
                )
            );
        }
    }

    private static string YesNo(bool value) => value ? "yes" : "no";
}
