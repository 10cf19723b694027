using System.Runtime.InteropServices;

namespace SupportPipeline.Triage.Languages;

/// <summary>Characters that only one way of writing uses.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct HanCounts(int Simplified, int Traditional, int Cantonese, int Japanese)
{
    internal HanCounts With(char c) =>
        HanCharacters.FormOf(c) switch
        {
            HanForm.Simplified => this with { Simplified = Simplified + 1 },
            HanForm.Traditional => this with { Traditional = Traditional + 1 },
            HanForm.Cantonese => this with { Cantonese = Cantonese + 1 },
            HanForm.Japanese => this with { Japanese = Japanese + 1 },
            _ => this,
        };
}
