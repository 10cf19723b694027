using System.Text;

namespace SupportPipeline.Intake;

/// <summary>Lays text out in lines and paragraphs, each line with the marks of the quotation it stands in.</summary>
internal sealed class QuotedLines
{
    /// <summary>Marks shown at most: deeper quotations look like this one, and the output stays in proportion to the input.</summary>
    private const int MaxMarks = 5;

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _line = new();
    private int _depth;
    private int _lastDepth;
    private bool _blankPending;
    private bool _spacePending;

    /// <summary>Whether the line at hand shows anything yet.</summary>
    internal bool HasText => _line.Length > 0;

    internal int LineLength => _line.Length;

    internal string LineFrom(int start) => start < _line.Length ? _line.ToString(start, _line.Length - start) : _line.ToString();

    internal void Quote(int change)
    {
        if (change != 0)
        {
            EndParagraph();
            _depth = Math.Max(0, _depth + change);
        }
    }

    internal void Append(string text, bool preformatted)
    {
        foreach (var c in text)
        {
            if (c == '\n' && preformatted)
            {
                EndLine();
            }
            else if (c is '\u200B' or '\uFEFF' or '\u00AD' or '\u034F' or '\r')
            {
                // Invisible: senders of newsletters pad their previews with these.
                continue;
            }
            else if (preformatted)
            {
                _line.Append(c);
            }
            else if (char.IsWhiteSpace(c))
            {
                _spacePending = true;
            }
            else
            {
                AppendSpaceIfPending();
                _line.Append(c);
            }
        }
    }

    internal void EndLineIfAny()
    {
        if (_line.Length > 0)
        {
            EndLine();
        }

        _spacePending = false;
    }

    internal void EndParagraph()
    {
        EndLineIfAny();
        _blankPending = _text.Length > 0;
    }

    internal void EndLine()
    {
        var line = _line.ToString().TrimEnd();
        _line.Clear();
        _spacePending = false;
        if (line.Length == 0)
        {
            _blankPending = _text.Length > 0;
            return;
        }

        if (_blankPending)
        {
            _text.Append(Marks(Math.Min(_depth, _lastDepth)).TrimEnd()).Append('\n');
            _blankPending = false;
        }

        _text.Append(Marks(_depth)).Append(line).Append('\n');
        _lastDepth = _depth;
    }

    internal string Finish()
    {
        EndLineIfAny();
        return _text.ToString().TrimEnd();
    }

    private static string Marks(int depth) => string.Concat(Enumerable.Repeat("> ", Math.Min(depth, MaxMarks)));

    private void AppendSpaceIfPending()
    {
        if (_spacePending && _line.Length > 0 && _line[^1] != ' ')
        {
            _line.Append(' ');
        }

        _spacePending = false;
    }
}
