using System.Text;

namespace SupportPipeline.LocalHost.Demo;

/// <summary>Passes lines on without the blanks that fill a column up to its width.</summary>
internal sealed class LinesWithoutPadding(TextWriter writer) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value)
    {
        if (value != '\n')
        {
            _line.Append(value);
            return;
        }

        writer.Write(_line.ToString().TrimEnd());
        writer.Write('\n');
        _line.Clear();
    }

    public override void Flush() => writer.Flush();
}
