using System.Text.Json;

namespace SupportPipeline.Repository;

/// <summary>Both builds of docs/adr/0002, as MSBuild sees them; nothing is restored, so this runs where the vendors' packages are missing.</summary>
public sealed class AzureSdkTests
{
    private static readonly string[] StandIns =
    [
        "Azure.AI.TextAnalytics",
        "Azure.Data.Tables",
        "Azure.Monitor.OpenTelemetry.Exporter",
        "Azure.Storage.Blobs",
        "Azure.Storage.Queues",
        "Microsoft.Azure.Functions.Worker",
        "SendGrid",
    ];

    [Fact]
    public async Task The_nuget_build_takes_the_vendors_packages_and_no_stand_in()
    {
        var nuget = await EvaluateAsync(RepositoryFiles.FunctionsProject, "nuget");
        var offline = await EvaluateAsync(RepositoryFiles.FunctionsProject, "offline");

        Assert.Equal(
            [
                "Azure.AI.TextAnalytics 5.3.0",
                "Azure.Data.Tables 12.11.0",
                "Azure.Monitor.OpenTelemetry.Exporter 1.6.0",
                "Azure.Storage.Blobs 12.30.0",
                "Azure.Storage.Queues 12.28.1",
                "Microsoft.Azure.Functions.Worker 2.52.0",
                "Microsoft.Azure.Functions.Worker.Extensions.Http 3.3.0",
                "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore 2.1.1",
                "Microsoft.Azure.Functions.Worker.Extensions.Storage.Queues 5.5.5",
                "Microsoft.Azure.Functions.Worker.Extensions.Timer 4.3.1",
                "Microsoft.Azure.Functions.Worker.OpenTelemetry 1.2.0",
                "Microsoft.Azure.Functions.Worker.Sdk 2.1.0",
                "SendGrid 9.29.3",
            ],
            nuget.Packages.Except(offline.Packages, StringComparer.Ordinal)
        );
        Assert.Empty(nuget.Projects);
    }

    [Fact]
    public async Task The_offline_build_takes_the_stand_ins_and_no_package_of_the_vendors()
    {
        var nuget = await EvaluateAsync(RepositoryFiles.FunctionsProject, "nuget");
        var offline = await EvaluateAsync(RepositoryFiles.FunctionsProject, "offline");

        Assert.Equal(StandIns.Select(name => $"offline/{name}/{name}.csproj"), offline.Projects);
        Assert.Empty(offline.Packages.Except(nuget.Packages, StringComparer.Ordinal));
        Assert.All(StandIns, name => Assert.True(File.Exists(Path.Combine(RepositoryFiles.Root, $"offline/{name}/README.md")), name));
    }

    [Fact]
    public async Task Offline_is_what_is_built_when_nothing_is_said()
    {
        Assert.Equivalent(
            await EvaluateAsync(RepositoryFiles.FunctionsProject, "offline"),
            await EvaluateAsync(RepositoryFiles.FunctionsProject, null),
            strict: true
        );
    }

    [Theory]
    [InlineData("offline")]
    [InlineData("nuget")]
    public async Task The_local_host_takes_only_the_function_app_in_both_builds(string azureSdk)
    {
        var localHost = await EvaluateAsync(RepositoryFiles.LocalHostProject, azureSdk);

        Assert.Equal(["functions/SupportPipeline.Functions/SupportPipeline.Functions.csproj"], localHost.Projects);
        Assert.Empty(
            localHost.Packages.Where(package => StandIns.Any(name => package.StartsWith(name, StringComparison.Ordinal))).ToList()
        );
    }

    [Theory]
    [InlineData("CheckAzureSdk")]
    [InlineData("Restore")]
    public async Task Another_value_is_an_error_that_says_what_is_allowed(string target)
    {
        var (exitCode, output) = await RepositoryFiles.RunAsync(
            "dotnet",
            "msbuild",
            RepositoryFiles.FunctionsProject,
            "-nologo",
            $"-t:{target}",
            "-p:AzureSdk=real"
        );

        Assert.Equal(1, exitCode);
        Assert.Contains("error : AzureSdk is 'real'; it must be 'offline' or 'nuget'.", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("offline")]
    [InlineData("nuget")]
    public async Task The_host_json_of_the_root_is_copied_once(string azureSdk)
    {
        using var items = await EvaluateItemsAsync(RepositoryFiles.FunctionsProject, azureSdk, "None,Content");

        var copied = items
            .RootElement.GetProperty("Items")
            .EnumerateObject()
            .SelectMany(kind => kind.Value.EnumerateArray())
            .Single(item => Path.GetFileName(Text(item, "FullPath")) == "host.json");

        Assert.Equal(Path.Combine(RepositoryFiles.Root, "host.json"), Path.GetFullPath(Text(copied, "FullPath")));
        Assert.Equal(
            ("host.json", "PreserveNewest", "PreserveNewest"),
            (Text(copied, "Link"), Text(copied, "CopyToOutputDirectory"), Text(copied, "CopyToPublishDirectory"))
        );
    }

    [Fact]
    public async Task The_project_that_the_functions_sdk_generates_gets_none_of_our_settings()
    {
        var folder = Path.Combine(Path.GetDirectoryName(RepositoryFiles.FunctionsProject)!, "obj", "repository-tests");
        var project = Path.Combine(folder, "WorkerExtensions.csproj");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(
            project,
            """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>"""
        );

        var (exitCode, output) = await RepositoryFiles.RunAsync(
            "dotnet",
            "msbuild",
            project,
            "-nologo",
            "-getItem:PackageReference",
            "-getProperty:TreatWarningsAsErrors,ManagePackageVersionsCentrally,Nullable,TargetFramework"
        );

        Assert.True(exitCode == 0, output);
        using var evaluated = JsonDocument.Parse(output);
        Assert.Equal(
            [("TreatWarningsAsErrors", "false"), ("ManagePackageVersionsCentrally", ""), ("Nullable", ""), ("TargetFramework", "net8.0")],
            evaluated.RootElement.GetProperty("Properties").EnumerateObject().Select(one => (one.Name, one.Value.GetString() ?? ""))
        );
        Assert.Empty(evaluated.RootElement.GetProperty("Items").GetProperty("PackageReference").EnumerateArray());
    }

    private static async Task<Evaluation> EvaluateAsync(string project, string? azureSdk)
    {
        using var items = await EvaluateItemsAsync(project, azureSdk, "PackageReference,ProjectReference,PackageVersion");
        var all = items.RootElement.GetProperty("Items");
        var versions = all.GetProperty("PackageVersion")
            .EnumerateArray()
            .ToDictionary(item => Text(item, "Identity"), item => Text(item, "Version"), StringComparer.OrdinalIgnoreCase);
        return new(
            [
                .. all.GetProperty("PackageReference")
                    .EnumerateArray()
                    .Select(item => $"{Text(item, "Identity")} {versions[Text(item, "Identity")]}")
                    .Order(StringComparer.Ordinal),
            ],
            [
                .. all.GetProperty("ProjectReference")
                    .EnumerateArray()
                    .Select(item => Path.GetRelativePath(RepositoryFiles.Root, Path.GetFullPath(Text(item, "FullPath"))).Replace('\\', '/'))
                    .Order(StringComparer.Ordinal),
            ]
        );
    }

    private static async Task<JsonDocument> EvaluateItemsAsync(string project, string? azureSdk, string items)
    {
        string[] arguments = ["msbuild", project, "-nologo", $"-getItem:{items}"];
        var (exitCode, output) = await RepositoryFiles.RunAsync(
            "dotnet",
            azureSdk is null ? arguments : [.. arguments, $"-p:AzureSdk={azureSdk}"]
        );
        Assert.True(exitCode == 0, output);
        return JsonDocument.Parse(output);
    }

    private static string Text(JsonElement item, string metadata) =>
        item.TryGetProperty(metadata, out var value) ? value.GetString() ?? "" : "";

    private sealed record Evaluation(IReadOnlyList<string> Packages, IReadOnlyList<string> Projects);
}
