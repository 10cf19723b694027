using SupportPipeline.Triage;

namespace SupportPipeline.Functions.Tests.Triage.Cues;

public sealed class AnalyzerWeightsTests
{
    [Fact]
    public void A_language_changes_what_it_names_and_an_organisations_folder_wins()
    {
        var problems = new List<string>();

        var weights = AnalyzerWeights.Read(
            "ru",
            [
                CueTexts.File("any", "shouted = 1.1", "weights.txt"),
                CueTexts.File("en", "shouted = 9", "weights.txt"),
                CueTexts.File("ru", "# tuned\nnegation reach = 3 # words\n\nbefore contrast=0.25\nsarcasm = -1.5", "weights.txt"),
                CueTexts.File("ru", "sarcasm = -0.5", "weights.txt", fromFolder: true),
            ],
            problems
        );

        Assert.Empty(problems);
        Assert.Equal(
            new AnalyzerWeights
            {
                Shouted = 1.1,
                NegationReach = 3,
                BeforeContrast = 0.25,
                Sarcasm = -0.5,
            },
            weights
        );
    }

    [Theory]
    [InlineData("shouted", "'shouted' is not 'name = value'")]
    [InlineData("shouted = 1 = 2", "'shouted = 1 = 2' is not 'name = value'")]
    [InlineData("Shouted = 1", "'Shouted' is not a weight")]
    [InlineData("loudness = 1", "'loudness' is not a weight")]
    [InlineData("shouted = loud", "'loud' is not a number from -20 to 20")]
    [InlineData("shouted = 21", "'21' is not a number from -20 to 20")]
    [InlineData("shouted = NaN", "'NaN' is not a number from -20 to 20")]
    [InlineData("shouted = 1,5", "'1,5' is not a number from -20 to 20")]
    public void What_is_wrong_is_said_with_file_and_line(string line, string problem) =>
        Assert.Equal([$"en/weights.txt:2: {problem}."], CueTexts.ProblemsOf(CueTexts.File("en", $"# weights\n{line}", "weights.txt")));
}
