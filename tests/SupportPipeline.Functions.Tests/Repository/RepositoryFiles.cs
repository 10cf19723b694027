using System.Diagnostics;
using System.Text;

namespace SupportPipeline.Repository;

/// <summary>The working tree these tests were built from, and real processes in it.</summary>
internal static class RepositoryFiles
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", ".git", "BenchmarkDotNet.Artifacts", "TestResults"];

    public static string Root { get; } = FindRoot();

    public static string FunctionsProject { get; } =
        Path.Combine(Root, "functions/SupportPipeline.Functions/SupportPipeline.Functions.csproj");

    public static string LocalHostProject { get; } =
        Path.Combine(Root, "offline/SupportPipeline.LocalHost/SupportPipeline.LocalHost.csproj");

    /// <summary>Every file under a folder that is not a build product, as paths from the root.</summary>
    public static IEnumerable<string> Under(string folder) =>
        Walk(Path.Combine(Root, folder)).Select(file => Path.GetRelativePath(Root, file));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>What git tracks, as paths from the root.</summary>
    public static async Task<IReadOnlyList<string>> TrackedAsync()
    {
        var (exitCode, output) = await RunAsync("git", "ls-files", "-z");
        Assert.True(exitCode == 0, output);
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(path => File.Exists(Path.Combine(Root, path)))];
    }

    /// <summary>Runs a command in the root to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";

        // What the build that runs these tests tells its own children would lead another build astray.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment.Remove("AzureSdk");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private static IEnumerable<string> Walk(string folder) =>
        Directory
            .EnumerateDirectories(folder)
            .Where(child => !NotOurs.Contains(Path.GetFileName(child), StringComparer.Ordinal))
            .SelectMany(Walk)
            .Concat(Directory.EnumerateFiles(folder));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SupportPipeline.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run outside the repository they were built from.");
    }
}
