using System.Diagnostics;
using System.Text.Json;
using SupportPipeline.LocalHost.Hosting;

namespace SupportPipeline.LocalHost.Tests.Triage;

/// <summary>The command as a process: standard input, standard output, exit code.</summary>
public sealed class TriageCommandTests
{
    [Fact]
    public async Task Answers_on_standard_output_and_ends_with_0()
    {
        var (code, output, error) = await RunAsync("""{"id":"中","text":"请问包裹什么时候到？"}""");

        Assert.Equal((0, ""), (code, error));
        var answer = JsonDocument.Parse(output).RootElement;
        Assert.Equal(("中", "zh-Hans"), (answer.GetProperty("id").GetString(), answer.GetProperty("language").GetString()));
    }

    [Fact]
    public async Task Ends_with_1_when_a_line_could_not_be_read()
    {
        var (code, output, error) = await RunAsync("nothing", "--engine", "embedded");

        Assert.Equal(1, code);
        Assert.Equal(1, JsonDocument.Parse(output).RootElement.GetProperty("line").GetInt32());
        Assert.Equal("1 of 1 lines could not be read; their answers say why.", error.Trim());
    }

    [Fact]
    public async Task Ends_with_2_and_names_the_setting_when_the_service_is_not_configured()
    {
        var (code, output, error) = await RunAsync("", "--engine", "azure");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("Triage:Endpoint", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(LocalHostRun).Assembly.Location, "triage", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment.Remove("Triage__Endpoint");
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteLineAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
