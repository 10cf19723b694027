using System.Text.RegularExpressions;
using SupportPipeline.Infra.Reading;

namespace SupportPipeline.Infra;

/// <summary>The workflows run with little power, and with actions that nobody can change behind our back.</summary>
public sealed partial class WorkflowTests
{
    public static TheoryData<string> Workflows => [.. Names];

    private static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Path.Combine(InfraFolder.Repository, ".github/workflows")).Select(file => Path.GetFileName(file)!);

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_action_is_pinned_to_a_commit_and_says_which_version_that_is(string workflow)
    {
        var uses = Uses().Matches(Read(workflow)).Select(match => match.Value).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, use => Assert.Matches(Pinned(), use));
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_may_read_and_no_more_unless_a_job_says_why(string workflow)
    {
        var text = Read(workflow);

        Assert.Contains("\npermissions:\n  contents: read\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("write-all", text, StringComparison.Ordinal);
        Assert.DoesNotContain("pull_request_target", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_builds_are_tested_and_no_workflow_holds_a_secret_of_azure()
    {
        Assert.Contains("sdk: [offline, nuget]", Read("build.yml"), StringComparison.Ordinal);
        Assert.All(Names, workflow => Assert.DoesNotContain("secrets.", Read(workflow), StringComparison.Ordinal));
    }

    private static string Read(string workflow) => File.ReadAllText(Path.Combine(InfraFolder.Repository, ".github/workflows", workflow));

    [GeneratedRegex("uses: .*", RegexOptions.NonBacktracking)]
    private static partial Regex Uses();

    [GeneratedRegex("^uses: [a-zA-Z/-]+@[0-9a-f]{40} # v[0-9]+(?:\\.[0-9]+){2}$", RegexOptions.NonBacktracking)]
    private static partial Regex Pinned();
}
