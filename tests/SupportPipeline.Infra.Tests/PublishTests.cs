using System.Diagnostics;
using System.Net.Http.Json;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using SupportPipeline.Infra.Reading;

namespace SupportPipeline.Infra;

/// <summary>What <c>dotnet publish</c> writes, which is what is deployed.</summary>
public sealed class PublishTests(PublishTests.Published published) : IClassFixture<PublishTests.Published>
{
    [Fact]
    public void Everything_it_says_it_needs_is_there_and_nothing_of_a_developer()
    {
        using var deps = JsonDocument.Parse(File.ReadAllText(published.At("SupportPipeline.Functions.deps.json")));
        var needed = deps
            .RootElement.GetProperty("targets")
            .EnumerateObject()
            .SelectMany(target => target.Value.EnumerateObject())
            .SelectMany(library => library.Value.TryGetProperty("runtime", out var runtime) ? runtime.EnumerateObject() : [])
            .Select(assembly => Path.GetFileName(assembly.Name));

        Assert.All(
            needed.Concat([
                "SupportPipeline.Functions.dll",
                "SupportPipeline.Functions.runtimeconfig.json",
                "host.json",
                "organisation.json",
            ]),
            name => Assert.True(File.Exists(published.At(name)), name)
        );
        Assert.Equal(File.ReadAllText(Path.Combine(InfraFolder.Repository, "host.json")), File.ReadAllText(published.At("host.json")));
        Assert.Empty(Directory.EnumerateFiles(published.Folder, "*.settings.json"));
    }

    [Fact]
    public void It_is_compiled_ahead()
    {
        using var file = File.OpenRead(published.At("SupportPipeline.Functions.dll"));
        using var assembly = new PEReader(file);

        Assert.True(assembly.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0);
    }

    [Fact]
    public async Task The_local_host_runs_it_and_answers_a_mail()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            // The local host's own files, and over them the app as it would be deployed.
            foreach (
                var file in Directory.EnumerateFiles(
                    Path.Combine(InfraFolder.Repository, $"offline/SupportPipeline.LocalHost/bin/{Configuration}/net10.0")
                )
            )
            {
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            }

            foreach (var file in Directory.EnumerateFiles(published.Folder))
            {
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)), overwrite: true);
            }

            using var host = Process.Start(
                new ProcessStartInfo("dotnet", [Path.Combine(folder.FullName, "SupportPipeline.LocalHost.dll"), "serve", "--port", "0"])
                {
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                }
            )!;
            try
            {
                await AnswersAsync(host);
            }
            finally
            {
                host.Kill(entireProcessTree: true);
                await host.WaitForExitAsync();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Debug or Release: that of these tests is that of the local host.</summary>
    private static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static async Task AnswersAsync(Process host)
    {
        string? line;
        do
        {
            line = await host.StandardOutput.ReadLineAsync();
            Assert.NotNull(line);
        } while (!line.StartsWith("ready", StringComparison.Ordinal));
#pragma warning disable RS0030 // One client for one test.
        using var http = new HttpClient { BaseAddress = new Uri(line["ready".Length..].Trim()) };
#pragma warning restore RS0030
        var letter = new
        {
            from = "pia@customer.example",
            to = "support@desk.example",
            subject = "Published",
            text = "I cannot log in.",
        };

        using var taken = await http.PostAsJsonAsync("local/email", letter);
        Assert.True(taken.IsSuccessStatusCode);

        for (var attempt = 0; attempt < 300; attempt++)
        {
            var mails = await http.GetFromJsonAsync<JsonElement>("local/outbox?to=pia@customer.example");
            if (mails.GetArrayLength() == 1)
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("Nobody answered.");
    }

    /// <summary>Publishes once.</summary>
    public sealed class Published : IAsyncLifetime
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

        internal string Folder => _folder.FullName;

        public async Task InitializeAsync()
        {
            var project = Path.Combine(InfraFolder.Repository, "functions/SupportPipeline.Functions");
            var start = new ProcessStartInfo(
                "dotnet",
                ["publish", project, "-c", "Release", "-o", Folder, "-v", "quiet", "-p:RunAnalyzers=false"]
            )
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            };
            using var process = Process.Start(start)!;
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0, output);
        }

        public Task DisposeAsync()
        {
            _folder.Delete(recursive: true);
            return Task.CompletedTask;
        }

        internal string At(string name) => Path.Combine(Folder, name);
    }
}
