namespace SupportPipeline.Repository;

/// <summary>What is in the repository: formatted, finished, and nothing that belongs to one machine.</summary>
public sealed class FormattingTests
{
    [Fact]
    public async Task Everything_is_formatted()
    {
        var restored = await RepositoryFiles.RunAsync("dotnet", "tool", "restore");
        Assert.True(restored.ExitCode == 0, restored.Output);

        var (exitCode, output) = await RepositoryFiles.RunAsync("dotnet", "csharpier", "check", ".");

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task Nothing_is_unfinished_and_nothing_belongs_to_one_machine()
    {
        // Put together here, so that this file is not a finding itself.
        string[] unwanted =
        [
            "TO" + "DO:",
            "TO" + "DO(",
            "NotImplemented" + "Exception",
            "api" + ".nuget",
            "registry" + ".npmjs",
            "/ho" + "me/",
            "/Us" + "ers/",
            "C:\\" + "Users",
            "C:\\\\" + "Users",
        ];
        var tracked = await RepositoryFiles.TrackedAsync();

        Assert.NotEmpty(tracked);
        Assert.Empty(
            from path in tracked
            let text = RepositoryFiles.Read(path)
            where !text.Contains('\0', StringComparison.Ordinal)
            from word in unwanted
            where text.Contains(word, StringComparison.Ordinal)
            select $"{path} contains '{word}'"
        );
    }

    [Fact]
    public async Task Locked_packages_come_from_whatever_registry_is_set_up()
    {
        var locks = (await RepositoryFiles.TrackedAsync()).Where(path => Path.GetFileName(path) == "package-lock.json").ToList();

        Assert.NotEmpty(locks);
        Assert.All(locks, path => Assert.DoesNotContain("\"resolved\"", RepositoryFiles.Read(path), StringComparison.Ordinal));
    }
}
