using System.Text;

namespace SupportPipeline.Outages.Audience.Import;

/// <summary>
/// Takes one row of CSV apart, line by line (RFC 4180, strictly: a quote inside a cell without quotes is a mistake, not a character). A library would not
/// do here: none both bounds a row and goes on at the next line after a quote that nobody closed.
/// </summary>
internal sealed class CsvCells
{
    private readonly StringBuilder _cell = new();
    private Place _place = Place.Start;

    private enum Place
    {
        Start,
        Plain,
        Quoted,
        AfterQuote,
    }

    /// <summary>The cells so far.</summary>
    public List<string> Cells { get; } = [];

    /// <summary>What is wrong; null while nothing is.</summary>
    public string? Mistake { get; private set; }

    /// <summary>Whether a quoted cell goes on on the next line.</summary>
    public bool IsOpen => _place == Place.Quoted && Mistake is null;

    /// <summary>Takes the next line.</summary>
    public void Add(string line)
    {
        if (_place == Place.Quoted)
        {
            _cell.Append('\n');
        }

        foreach (var character in line)
        {
            Take(character);
            if (Mistake is not null)
            {
                return;
            }
        }

        if (_place != Place.Quoted)
        {
            EndCell();
        }
    }

    private void Take(char character)
    {
        switch (_place, character)
        {
            case (Place.Quoted, '"'):
                _place = Place.AfterQuote;
                break;
            case (Place.AfterQuote, '"'):
                _cell.Append('"');
                _place = Place.Quoted;
                break;
            case (Place.Quoted, _):
                _cell.Append(character);
                break;
            case (_, ','):
                EndCell();
                break;
            case (Place.Start, '"'):
                _place = Place.Quoted;
                break;
            case (_, '"'):
                Mistake = "A quote stands inside a cell that does not begin with one.";
                break;
            case (Place.AfterQuote, _):
                Mistake = "Something stands behind the quote that closes a cell.";
                break;
            default:
                _cell.Append(character);
                _place = Place.Plain;
                break;
        }
    }

    private void EndCell()
    {
        Cells.Add(_cell.ToString());
        _cell.Clear();
        _place = Place.Start;
    }
}
