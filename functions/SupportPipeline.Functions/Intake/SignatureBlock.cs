namespace SupportPipeline.Intake;

/// <summary>The lines below a possible beginning of a signature, gathered from the last one upwards.</summary>
internal sealed class SignatureBlock
{
    private const int MaxLines = 10;
    private const int MinSentence = 45;
    private const int MinSpaces = 4;

    /// <summary>How many lines say something.</summary>
    internal int Lines { get; private set; }

    /// <summary>The topmost line that says something.</summary>
    internal string Topmost { get; private set; } = "";

    /// <summary>Whether a line reads like a sentence of a letter.</summary>
    internal bool HasSentence { get; private set; }

    /// <summary>Whether the block is short, begins with a name and goes on without sentences.</summary>
    internal bool LooksLikeSignature =>
        Lines is > 0 and <= MaxLines && !HasSentence && (SignaturePhrases.IsName(Topmost) || SignatureClosings.IsThanks(Topmost));

    internal void Add(string line)
    {
        if (line.Length == 0)
        {
            return;
        }

        Lines++;
        Topmost = line;
        HasSentence |=
            line[^1] is '!' or '。' or '！' or ':' or '：'
            || (line[^1] == '.' && (line.Length >= MinSentence || line.Count(c => c == ' ') >= MinSpaces));
    }
}
