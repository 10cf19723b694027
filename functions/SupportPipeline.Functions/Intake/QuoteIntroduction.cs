using System.Runtime.InteropServices;

namespace SupportPipeline.Intake;

/// <summary>How an earlier mail is introduced.</summary>
internal enum QuoteIntroductionKind
{
    None,

    /// <summary>A line such as "-----Original Message-----".</summary>
    Separator,

    /// <summary>The header of the earlier mail, with or without a rule above it.</summary>
    Header,

    /// <summary>A sentence such as "On Friday Jo wrote:".</summary>
    Attribution,
}

/// <summary>The lines that introduce an earlier mail.</summary>
/// <param name="Kind">Which of the forms it is.</param>
/// <param name="Start">The first line.</param>
/// <param name="Header">The first line of the header; of no meaning for the other kinds.</param>
/// <param name="End">The line after the introduction; of a header, after its first line.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct QuoteIntroduction(QuoteIntroductionKind Kind, int Start, int Header, int End);
