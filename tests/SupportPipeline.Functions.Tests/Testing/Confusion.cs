using System.Globalization;
using System.Text;

namespace SupportPipeline.Testing;

/// <summary>How often which label was answered where which was right.</summary>
internal sealed class Confusion
{
    private readonly SortedDictionary<string, SortedDictionary<string, int>> _answersByTruth = new(StringComparer.Ordinal);

    /// <summary>How many were counted.</summary>
    public int Count { get; private set; }

    /// <summary>How many were right.</summary>
    public int Right { get; private set; }

    public double Accuracy => Count == 0 ? 0 : (double)Right / Count;

    /// <summary>The mean of the F1 of all labels that are the truth anywhere.</summary>
    public double MacroF1 => _answersByTruth.Keys.Select(F1).DefaultIfEmpty(0).Average();

    public void Add(string truth, string answer)
    {
        var answers = _answersByTruth.TryGetValue(truth, out var known) ? known : _answersByTruth[truth] = new(StringComparer.Ordinal);
        answers[answer] = answers.GetValueOrDefault(answer) + 1;
        Count++;
        Right += truth == answer ? 1 : 0;
    }

    /// <summary>The harmonic mean of precision and recall of one label.</summary>
    public double F1(string label)
    {
        var right = CountOf(label, label);
        var answered = _answersByTruth.Values.Sum(answers => answers.GetValueOrDefault(label));
        var true_ = _answersByTruth.TryGetValue(label, out var own) ? own.Values.Sum() : 0;
        return answered + true_ == 0 ? 0 : 2.0 * right / (answered + true_);
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"macro-F1 {MacroF1:0.000}, accuracy {Accuracy:0.000}, {Count} messages");
        foreach (var (truth, answers) in _answersByTruth)
        {
            var given = string.Join(
                ", ",
                answers.OrderByDescending(answer => answer.Value).Select(answer => $"{answer.Key} {answer.Value}")
            );
            text.AppendLine(CultureInfo.InvariantCulture, $"  {truth, -16} F1 {F1(truth):0.000}  answered: {given}");
        }

        return text.ToString();
    }

    private int CountOf(string truth, string answer) =>
        _answersByTruth.TryGetValue(truth, out var answers) ? answers.GetValueOrDefault(answer) : 0;
}
