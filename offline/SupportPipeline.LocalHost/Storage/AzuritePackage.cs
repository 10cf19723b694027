using System.Reflection;

namespace SupportPipeline.LocalHost.Storage;

/// <summary>Where the npm package <c>azurite</c> and the script that guards it are: in the project directory, not in the output.</summary>
internal sealed record AzuritePackage(string Directory, string Guard)
{
    private const string ProjectPath = "offline/SupportPipeline.LocalHost";

    /// <summary>Finds the installed package.</summary>
    /// <exception cref="InvalidOperationException">The package is not installed.</exception>
    public static AzuritePackage Find() =>
        Candidates()
            .Select(project => new AzuritePackage(
                Path.Combine(project, "node_modules", "azurite"),
                Path.Combine(project, "Storage", "azurite-guard.mjs")
            ))
            .FirstOrDefault(package => System.IO.Directory.Exists(package.Directory) && File.Exists(package.Guard))
        ?? throw new InvalidOperationException($"Azurite is not installed. Run `npm ci` in {ProjectPath}.");

    // The build records its project directory; a checkout that was moved since then is found from the output upwards.
    private static IEnumerable<string> Candidates()
    {
        foreach (var metadata in typeof(AzuritePackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
        {
            if (metadata is { Key: "ProjectDirectory", Value: { } recorded })
            {
                yield return recorded;
            }
        }

        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            yield return Path.Combine(directory.FullName, ProjectPath);
        }
    }
}
