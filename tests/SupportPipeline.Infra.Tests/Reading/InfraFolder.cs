using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace SupportPipeline.Infra.Reading;

/// <summary>Everything that describes the deployment: <c>infra/</c>, <c>azure.yaml</c> and the runbooks, in the repository or in a copy of it.</summary>
internal sealed class InfraFolder
{
    private readonly string _root;

    private InfraFolder(string root, IReadOnlyDictionary<string, BicepFile> files)
    {
        (_root, Files) = (root, files);
    }

    /// <summary>The working tree these tests were built from.</summary>
    public static string Repository { get; } =
        typeof(InfraFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "RepositoryRoot").Value!;

    /// <summary>The Bicep files by their paths below <c>infra</c>.</summary>
    public IReadOnlyDictionary<string, BicepFile> Files { get; }

    public BicepFile Main => Files["main.bicep"];

    /// <summary>Reads a folder as the repository has it.</summary>
    public static async Task<InfraFolder> ReadAsync(string root)
    {
        var script = Path.Combine(Repository, "tests/SupportPipeline.Infra.Tests/Reading/parse.mjs");
        var start = new ProcessStartInfo("node", [script, Path.Combine(root, "infra")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await error);
        using var trees = JsonDocument.Parse(output, new JsonDocumentOptions { MaxDepth = 512 });
        return new(
            root,
            trees
                .RootElement.EnumerateObject()
                .ToDictionary(file => file.Name, file => new BicepFile(file.Name, BicepNode.Of(file.Value)), StringComparer.Ordinal)
        );
    }

    /// <summary>The text of a file, by its path from the root.</summary>
    public string Read(string path) => File.ReadAllText(Path.Combine(_root, path));

    public bool Has(string path) => File.Exists(Path.Combine(_root, path)) || Directory.Exists(Path.Combine(_root, path));

    /// <summary>A JSON file of <c>infra</c>.</summary>
    public JsonElement Json(string name) => JsonDocument.Parse(Read($"infra/{name}")).RootElement;

    /// <summary>A list of names in <c>storage-names.json</c>.</summary>
    public IReadOnlyList<string> Names(string list) =>
        [.. Json("storage-names.json").GetProperty(list).EnumerateArray().Select(name => name.GetString()!)];
}
