using System.Text;
using SupportPipeline.Platform;

namespace SupportPipeline.Intake;

/// <summary>Collects the pieces of one entry of an address list and turns them into mailboxes.</summary>
internal sealed class MailboxEntries(int limit)
{
    /// <summary>Names longer than this are cut: nobody has one, and every entry could carry it.</summary>
    private const int MaxNameLength = 1000;

    private readonly List<Mailbox> _mailboxes = [];
    private readonly StringBuilder _raw = new();
    private readonly StringBuilder _name = new();
    private readonly StringBuilder _angle = new();
    private readonly StringBuilder _comment = new();
    private bool _angleClosed;
    private bool _commentBefore;

    internal IReadOnlyList<Mailbox> Mailboxes => _mailboxes;

    internal int Dropped { get; private set; }

    /// <summary>Whether what has been read in the brackets begins like an RFC 822 route.</summary>
    internal bool IsRoute => _angle.Length > 0 && _angle[0] == '@';

    /// <summary>Whether a colon here ends the name of a group: nothing that looks like an address stands before it.</summary>
    internal bool IsGroupName { get; private set; } = true;

    internal void Append(ReadOnlySpan<char> part, bool inAngle)
    {
        if (inAngle)
        {
            _angle.Append(part);
            return;
        }

        BeginNextAfterAngle(part);
        IsGroupName &= part is not ['@'];
        SeparateAfterComment(part);
        _raw.Append(part);
        AppendName(part);
    }

    internal void AppendQuoted(ReadOnlySpan<char> quoted, bool inAngle)
    {
        if (inAngle)
        {
            _angle.Append(quoted);
            return;
        }

        BeginNextAfterAngle(quoted);
        SeparateAfterComment(quoted);
        _raw.Append(quoted);
        for (var i = 1; i < quoted.Length - 1; i++)
        {
            if (quoted[i] == '\\' && i < quoted.Length - 2)
            {
                i++;
            }

            AppendName(quoted.Slice(i, 1));
        }
    }

    internal void AppendComment(ReadOnlySpan<char> comment)
    {
        _commentBefore = true;
        if (_comment.Length < MaxNameLength)
        {
            _comment.Append(comment[..Math.Min(comment.Length, MaxNameLength)]);
        }
    }

    internal void OpenAngle()
    {
        if (_angleClosed)
        {
            Flush();
        }

        _angle.Clear();
    }

    internal void CloseAngle() => _angleClosed = _angle.Length > 0;

    internal void ContinueRoute(char separator)
    {
        if (separator == ':')
        {
            _angle.Clear();
        }
        else
        {
            _angle.Append(separator);
        }
    }

    internal void Flush()
    {
        if (TryAddress(_angle, joinWords: true, out var address) || TryAddress(_raw, joinWords: false, out address))
        {
            Add(NameFor(address), address);
        }
        else
        {
            AddEveryAddressAmongTheWords();
        }

        Discard();
    }

    internal void Discard()
    {
        _raw.Clear();
        _name.Clear();
        _angle.Clear();
        _comment.Clear();
        _angleClosed = false;
        _commentBefore = false;
        IsGroupName = true;
    }

    // Folds and stray blanks may stand inside brackets; outside of them blanks separate words.
    private static bool TryAddress(StringBuilder text, bool joinWords, out EmailAddress address)
    {
        address = default;
        if (text.Length is 0 or > EmailAddress.MaxLength * 2)
        {
            return false;
        }

        var trimmed = text.ToString().Trim();
        return EmailAddress.TryParse(trimmed, out address)
            || (
                joinWords && EmailAddress.TryParse(string.Concat(trimmed.Split([' ', '\t', '\r', '\n'])).Trim('\'', '"', '.'), out address)
            );
    }

    // "A <a@x.example> B <b@x.example>": the comma between two mailboxes is missing.
    private void BeginNextAfterAngle(ReadOnlySpan<char> part)
    {
        if (_angleClosed && !part.IsWhiteSpace())
        {
            Flush();
        }
    }

    // A comment may stand beside the dots and the @ of an address; anywhere else it is a blank, and "jo(x)hn@x.example" must not be read as "john@x.example".
    private void SeparateAfterComment(ReadOnlySpan<char> part)
    {
        if (_commentBefore && _raw.Length > 0 && _raw[^1] is not ('.' or '@') && part is not ['.' or '@', ..])
        {
            _raw.Append(' ');
        }

        _commentBefore = false;
    }

    private void AddEveryAddressAmongTheWords()
    {
        foreach (var word in _raw.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Contains('@', StringComparison.Ordinal) && EmailAddress.TryParse(word.Trim('\'', '"', '.'), out var address))
            {
                Add(null, address);
            }
        }
    }

    private string? NameFor(EmailAddress address)
    {
        var name = (_name.ToString().Trim() is { Length: > 0 } own && _angle.Length > 0 ? own : _comment.ToString().Trim()).Trim();
        var isName = name.Length > 0 && !string.Equals(name.Trim('\'', '"'), address.Value, StringComparison.OrdinalIgnoreCase);
        return isName ? name : null;
    }

    private void AppendName(ReadOnlySpan<char> part)
    {
        if (_name.Length < MaxNameLength)
        {
            _name.Append(part is ['\r' or '\n' or '\t'] ? " " : part);
        }
    }

    private void Add(string? name, EmailAddress address)
    {
        if (_mailboxes.Count < limit)
        {
            _mailboxes.Add(new Mailbox(name, address));
        }
        else
        {
            Dropped++;
        }
    }
}
