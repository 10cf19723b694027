using System.Text;

namespace SupportPipeline.Outages.Audience.Import;

/// <summary>
/// Cuts a JSON array into its elements as bytes come in, without understanding them: a broken element is one bad row, and no more than one element is in
/// memory. Counts lines.
/// </summary>
internal sealed class JsonArrayScanner
{
    private readonly byte[] _element = new byte[SourceLines.MaxBytes];
    private Place _place = Place.Before;
    private int _length;
    private long _line = 1;
    private long _elementLine;
    private long _position;
    private int _depth;
    private bool _isInString;
    private bool _isEscaped;

    private enum Place
    {
        Before,
        Inside,
        After,
        GivenUp,
    }

    /// <summary>Takes the next byte.</summary>
    /// <returns>The element that ended with it, or what is wrong; null most of the time.</returns>
    public JsonSlice? Next(byte next)
    {
        var slice = _place switch
        {
            Place.Before => Begin(next),
            Place.Inside => Inside(next),
            Place.After when !IsSpace(next) => GiveUp("Something stands behind the array."),
            _ => null,
        };
        _position++;
        _line += next == (byte)'\n' ? 1 : 0;
        return slice;
    }

    /// <summary>The bytes are at an end.</summary>
    public JsonSlice? End() =>
        _place switch
        {
            Place.Before => GiveUp("The body is not a JSON array."),
            Place.Inside => GiveUp("The array does not end."),
            _ => null,
        };

    private JsonSlice? Begin(byte next)
    {
        if (next == (byte)'[')
        {
            _place = Place.Inside;
            return null;
        }

        var isMark = _position < 3 && next == Encoding.UTF8.Preamble[(int)_position];
        return isMark || IsSpace(next) ? null : GiveUp("The body is not a JSON array.");
    }

    private JsonSlice? Inside(byte next)
    {
        if (_isInString)
        {
            (_isInString, _isEscaped) = (_isEscaped || next != (byte)'"', !_isEscaped && next == (byte)'\\');
            Keep(next);
            return null;
        }

        if (_depth == 0 && next is (byte)',' or (byte)']')
        {
            _place = next == (byte)']' ? Place.After : Place.Inside;
            return Take();
        }

        if (_length > 0 || !IsSpace(next))
        {
            _isInString = next == (byte)'"';
            _depth +=
                next is (byte)'{' or (byte)'[' ? 1
                : next is (byte)'}' or (byte)']' ? -1
                : 0;
            Keep(next);
        }

        return null;
    }

    private void Keep(byte next)
    {
        if (_length == 0)
        {
            _elementLine = _line;
        }

        if (_length < _element.Length)
        {
            _element[_length] = next;
        }

        // Counted on: an element that is too long is recognised by it.
        _length = Math.Min(_length + 1, _element.Length + 1);
    }

    private JsonSlice? Take()
    {
        var (length, line) = (_length, _elementLine);
        _length = 0;
        return length switch
        {
            0 => null,
            > SourceLines.MaxBytes => new(line, default, ImportProblem.TooLong(line)),
            _ => new(line, _element.AsMemory(0, length), null),
        };
    }

    private JsonSlice GiveUp(string detail)
    {
        _place = Place.GivenUp;
        return new(_line, default, ImportProblem.JsonInvalid(_line, detail));
    }

    private static bool IsSpace(byte one) => one is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}

/// <summary>An element of an array; valid until the next byte is taken.</summary>
/// <param name="Line">The line on which it begins.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Problem">Why there is none; null when there is.</param>
internal readonly record struct JsonSlice(long Line, ReadOnlyMemory<byte> Bytes, ImportProblem? Problem);
