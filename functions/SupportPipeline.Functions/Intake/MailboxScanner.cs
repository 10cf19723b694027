namespace SupportPipeline.Intake;

/// <summary>
/// Walks an address list once, from left to right. A quote or comment that is never closed is taken as ordinary text from then on:
/// that keeps the rest of the list readable, and the walk linear.
/// </summary>
internal sealed class MailboxScanner(string text, MailboxEntries entries)
{
    /// <summary>An encoded word has at most 75 characters (RFC 2047, 2); senders who break that rule rarely go past this.</summary>
    private const int MaxEncodedWord = 400;

    private bool _quotesClose = true;
    private bool _commentsClose = true;
    private bool _inAngle;

    internal void Run()
    {
        for (var i = 0; i < text.Length; )
        {
            i = Step(i);
        }

        entries.Flush();
    }

    private int Step(int i)
    {
        switch (text[i])
        {
            case '"' when _quotesClose && EndOfQuote(i) is var end and > 0:
                entries.AppendQuoted(text.AsSpan(i, end - i), _inAngle);
                return end;
            case '(' when _commentsClose && EndOfComment(i) is var end and > 0:
                entries.AppendComment(text.AsSpan(i + 1, end - i - 2));
                return end;
            case '=' when !_inAngle && EndOfEncodedWord(i) is var end and > 0:
                entries.Append(text.AsSpan(i, end - i), inAngle: false);
                return end;
            case '<':
                entries.OpenAngle();
                _inAngle = true;
                return i + 1;
            case '>' when _inAngle:
                entries.CloseAngle();
                _inAngle = false;
                return i + 1;
            // "<@relay.example,@other.example:jo@example.com>" is a route of RFC 822; only what follows its colon is the address.
            case ',' or ':' when _inAngle && entries.IsRoute:
                entries.ContinueRoute(text[i]);
                return i + 1;
            case ',' or ';':
                entries.Flush();
                _inAngle = false;
                return i + 1;
            case ':' when !_inAngle && entries.IsGroupName:
                entries.Discard();
                return i + 1;
            default:
                entries.Append(text.AsSpan(i, 1), _inAngle);
                return i + 1;
        }
    }

    private int EndOfQuote(int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return i + 1;
            }
        }

        _quotesClose = false;
        return 0;
    }

    private int EndOfComment(int start)
    {
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '(')
            {
                depth++;
            }
            else if (text[i] == ')' && --depth == 0)
            {
                return i + 1;
            }
        }

        _commentsClose = false;
        return 0;
    }

    // =?charset?Q?text?=: some senders leave commas and quotes unencoded inside.
    private int EndOfEncodedWord(int start)
    {
        var window = text.AsSpan(start, Math.Min(MaxEncodedWord, text.Length - start));
        if (window is not ['=', '?', ..])
        {
            return 0;
        }

        var charset = window[2..].IndexOf('?') + 2;
        if (charset <= 2 || charset + 2 >= window.Length || window[charset + 2] != '?')
        {
            return 0;
        }

        var close = window[(charset + 3)..].IndexOf("?=", StringComparison.Ordinal);
        return close < 0 ? 0 : start + charset + 3 + close + 2;
    }
}
