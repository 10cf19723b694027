using Spectre.Console;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>Where the demo is told: a terminal with its colours and its width, or a file with neither.</summary>
internal static class DemoConsole
{
    private const int FileWidth = 110;
    private const int Narrowest = 40;
    private const int Widest = 120;

    public static IAnsiConsole Terminal() => InWidth(AnsiConsole.Create(new AnsiConsoleSettings()), null);

    /// <summary>Text without control characters.</summary>
    public static IAnsiConsole File(TextWriter writer) =>
        InWidth(
            AnsiConsole.Create(
                new AnsiConsoleSettings
                {
                    Ansi = AnsiSupport.No,
                    ColorSystem = ColorSystemSupport.NoColors,
                    Interactive = InteractionSupport.No,
                    // Spectre switches escapes on again where it sees a build server.
                    Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
                    Out = new AnsiConsoleOutput(new LinesWithoutPadding(writer)),
                }
            ),
            FileWidth
        );

    private static IAnsiConsole InWidth(IAnsiConsole console, int? width)
    {
        console.Profile.Width = width ?? Math.Clamp(console.Profile.Width, Narrowest, Widest);
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
