using System.Runtime.InteropServices;

namespace SupportPipeline.Triage.Cues;

/// <summary>The dimensions a cue can speak for. In each, the longest cue at a place hides the shorter ones inside it.</summary>
internal enum CueLayer : byte
{
    /// <summary>Feelings, and the words that turn them round, strengthen or weaken them.</summary>
    Feeling,
    Intent,
    Topic,
    Style,
    Conduct,
    Threat,
    Complaint,
    Urgency,
    Group,

    /// <summary>What the courtesy check looks for in our own texts.</summary>
    Courtesy,
}

/// <summary>What an entry of the feeling layer does.</summary>
internal enum FeelingRole : byte
{
    Sentiment,
    Negator,
    NegatorAfter,
    Intensifier,
    Softener,
    Contrast,
    Irrealis,
}

/// <summary>One effect of a cue.</summary>
/// <param name="Layer">The dimension.</param>
/// <param name="Label">The value in that dimension, as the number of its enum or group.</param>
/// <param name="Weight">How much it says.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct CueEffect(CueLayer Layer, int Label, float Weight);

/// <summary>What a phrase means in one dimension, and where that is written.</summary>
/// <param name="Layer">The dimension.</param>
/// <param name="Effects">Its effects, all of this dimension.</param>
/// <param name="Source">The file and line, for example <c>en/billing.cues:17</c>.</param>
/// <param name="FromFolder">Whether it comes from the organisation's own folder.</param>
internal sealed record CueSense(CueLayer Layer, CueEffect[] Effects, string Source, bool FromFolder);
