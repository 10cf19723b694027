namespace SupportPipeline.Triage.Text;

/// <summary>
/// Cuts a message into words and symbols, clauses and sentences, in one pass. Offsets point into the message as it came; words are compared
/// without case, width, invisible characters and marks. Work is linear in the length, whatever the input.
/// </summary>
internal ref struct Tokenizer
{
    /// <summary>Longest part of one word that is compared; nothing in a cue file is longer.</summary>
    private const int MaxWord = 64;
    private const int ZeroWidthJoiner = 0x200D;

    private readonly ReadOnlySpan<char> _text;
    private readonly TokenBuffer _buffer;
    private readonly ITokenVocabulary _vocabulary;
    private readonly Span<char> _word;
    private readonly Span<char> _run;
    private readonly Span<char> _shorter;
    private readonly Span<byte> _lengths;
    private readonly Span<int> _places;
    private QuotationMarks _quotes;
    private int _at;
    private int _clause;
    private int _openParentheses;

    private Tokenizer(
        ReadOnlySpan<char> text,
        TokenBuffer buffer,
        ITokenVocabulary vocabulary,
        Span<char> word,
        Span<char> shorter,
        Span<byte> lengths,
        Span<int> places
    )
    {
        _text = text;
        _buffer = buffer;
        _vocabulary = vocabulary;
        _word = word[..MaxWord];
        _run = word;
        _shorter = shorter;
        _lengths = lengths;
        _places = places;
        _quotes = new QuotationMarks();
    }

    /// <summary>Fills the buffer with the tokens of a text.</summary>
    public static void Tokenize(ReadOnlySpan<char> text, ITokenVocabulary vocabulary, TokenBuffer buffer)
    {
        buffer.Clear();
        Span<char> word = stackalloc char[ChineseSegmenter.MaxRun];
        Span<char> shorter = stackalloc char[MaxWord];
        Span<byte> lengths = stackalloc byte[ChineseSegmenter.MaxRun];
        Span<int> places = stackalloc int[ChineseSegmenter.MaxRun];
        new Tokenizer(text, buffer, vocabulary, word, shorter, lengths, places).Run();
    }

    private void Run()
    {
        while (_at < _text.Length)
        {
            var character = _text[_at];
            if (Characters.IsHan(character))
            {
                ReadHan();
            }
            else if (character is ' ' or '\t' or '\u00A0' or '\u3000')
            {
                ReadSpace();
            }
            else if (Characters.IsWord(character))
            {
                ReadWordOrAddress();
            }
            else
            {
                ReadOther(character);
            }
        }

        _quotes.Finish(_buffer);
    }

    /// <summary>A space between Chinese characters stands for a comma.</summary>
    private void ReadSpace()
    {
        if (_at > 0 && _at + 1 < _text.Length && Characters.IsHan(_text[_at - 1]) && Characters.IsHan(_text[_at + 1]))
        {
            _clause++;
        }

        _at++;
    }

    private void ReadHan()
    {
        var run = _run;
        var length = 0;
        for (; _at < _text.Length && length < run.Length; _at++)
        {
            if (Characters.IsHan(_text[_at]))
            {
                _places[length] = _at;
                run[length++] = _vocabulary.Simplify(_text[_at]);
            }
            else if (!Characters.IsInvisible(_text[_at]))
            {
                break;
            }
        }

        // Where a run is too long to be cut at once, its last words may be halves: they are cut again with what follows.
        var goesOn = length == run.Length && _at < _text.Length && Characters.IsHan(_text[_at]);
        var last = goesOn ? length - ChineseSegmenter.MaxWord : length;
        var words = _vocabulary.Segment(run[..length], _lengths);
        var from = 0;
        for (var index = 0; index < words && (index == 0 || from < last); index++)
        {
            var word = run.Slice(from, _lengths[index]);
            from += word.Length;
            Emit(
                TokenKind.Word,
                _places[from - word.Length],
                _places[from - 1] + 1 - _places[from - word.Length],
                word,
                default,
                TokenFlags.None
            );
        }

        _at = from < length ? _places[from] : _at;
    }

    private void ReadWordOrAddress()
    {
        if (Addresses.LengthAt(_text, _at) is > 0 and var length)
        {
            Emit(TokenKind.Url, _at, length, default, default, TokenFlags.None);
            _at += length;
        }
        else if (
            _vocabulary.MatchEmoticon(_text[_at..], out var symbol) is > 0 and var emoticon
            && IsAtEdge(_at - 1)
            && IsAtEdge(_at + emoticon)
        )
        {
            EmitSymbol(symbol, emoticon, TokenFlags.None);
        }
        else
        {
            ReadWord(TokenKind.Word);
        }
    }

    private readonly bool IsAtEdge(int at) => at < 0 || at >= _text.Length || !Characters.IsWord(_text[at]);

    /// <summary>Reads letters, digits, and apostrophes and masking asterisks between them.</summary>
    private void ReadWord(TokenKind kind)
    {
        var start = _at;
        var written = new WordShape();

        // Asterisks hide letters ("f***"), but not in "**bold**".
        var mayBeMasked = !HasAt(start - 1, '*');
        while (_at < _text.Length)
        {
            var character = _text[_at];
            if (Characters.IsWord(character))
            {
                written.Add(_word, character);
            }
            else if (Characters.IsApostrophe(character) && HasWordAt(_at + 1) && written.Length > 0)
            {
                written.AddPlain(_word, '\'');
            }
            else if (
                character == '*'
                && mayBeMasked
                && written.Letters > 0
                && (HasWordAt(_at + 1) || _text[_at - 1] == '*' || HasAt(_at + 1, '*'))
            )
            {
                written.AddPlain(_word, '*');
            }
            else if (character is '.' or ',' && written.IsNumber && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1]))
            {
                written.AddPlain(_word, character);
            }
            else if (character is '\u0306' or '\u0308')
            {
                written.Compose(_word, character);
            }
            else if (!Characters.IsInvisible(character))
            {
                break;
            }

            _at++;
        }

        EmitWord(kind, start, written);
    }

    private void EmitWord(TokenKind kind, int start, WordShape written)
    {
        var word = _word[..written.Length];
        var flags = written.IsShouted ? TokenFlags.Shouted : TokenFlags.None;
        var shorter = Span<char>.Empty;
        if (written.IsElongated)
        {
            flags |= TokenFlags.Elongated;
            shorter = _shorter[..Elongation.Shorten(word, _shorter, keep: 1)];
            word = word[..Elongation.Shorten(word, word, keep: 2)];
        }

        if (written.Letters > 1)
        {
            var (shouted, cased) = _buffer.Shouting;
            _buffer.Shouting = (shouted + (written.IsShouted ? 1 : 0), cased + 1);
        }

        if (kind == TokenKind.Word && written.IsNumber)
        {
            var money =
                IsCurrencyAt(start - 1)
                || IsCurrencyAt(_at)
                || (HasSpaceAt(start - 1) && IsCurrencyAt(start - 2))
                || (HasSpaceAt(_at) && IsCurrencyAt(_at + 1));
            kind = money ? TokenKind.Money : TokenKind.Number;
        }

        Emit(kind, start, _at - start, word, shorter, flags);
    }

    private readonly bool HasWordAt(int at) => at < _text.Length && Characters.IsWord(_text[at]);

    private readonly bool HasAt(int at, char character) => at >= 0 && at < _text.Length && _text[at] == character;

    private readonly bool HasSpaceAt(int at) => at >= 0 && at < _text.Length && _text[at] is ' ' or '\u00A0' or '\u202F';

    private readonly bool IsCurrencyAt(int at) => at >= 0 && at < _text.Length && Characters.IsCurrency(_text[at]);

    private void ReadOther(char character)
    {
        if (character is '\n' or '\r')
        {
            ReadLineBreak();
        }
        else if (character is '(' or ')' or '（' or '）')
        {
            ReadParenthesis(character);
        }
        else if (_vocabulary.MatchEmoticon(_text[_at..], out var symbol) is > 0 and var length && !IsLetterAfter(length))
        {
            EmitSymbol(symbol, length, TokenFlags.None);
        }
        else if (character is '@' or '＠' && HasWordAt(_at + 1))
        {
            var start = _at++;
            ReadName();
            Emit(TokenKind.Mention, start, _at - start, default, default, TokenFlags.None);
        }
        else if (character is '#' or '＃' && HasWordAt(_at + 1))
        {
            ReadHashtag();
        }
        else if (Characters.IsPictograph(Characters.CodePointAt(_text, _at)))
        {
            ReadPictograph();
        }
        else
        {
            ReadPunctuation(character);
        }
    }

    /// <summary>":D" is not the beginning of ":Delayed".</summary>
    private readonly bool IsLetterAfter(int length) =>
        Characters.IsWord(_text[_at + length - 1]) && _at + length < _text.Length && Characters.IsWord(_text[_at + length]);

    private void ReadName()
    {
        while (_at < _text.Length && (Characters.IsWord(_text[_at]) || _text[_at] is '_' or '-'))
        {
            _at++;
        }
    }

    /// <summary>A hashtag counts as its words: "#WorstAirlineEver" is three.</summary>
    private void ReadHashtag()
    {
        _at++;
        var end = _at;
        while (end < _text.Length && (Characters.IsWord(_text[end]) || _text[end] == '_'))
        {
            end++;
        }

        var kind = TokenKind.Hashtag;
        while (_at < end)
        {
            if (_text[_at] == '_')
            {
                _at++;
                continue;
            }

            var start = _at++;
            while (_at < end && _text[_at] != '_' && !(char.IsUpper(_text[_at]) && char.IsLower(_text[_at - 1])))
            {
                _at++;
            }

            var written = new WordShape();
            for (var index = start; index < _at; index++)
            {
                written.Add(_word, _text[index]);
            }

            EmitWord(kind, start, written);
            kind = TokenKind.Word;
        }
    }

    /// <summary>One pictograph without skin tone and what is joined to it; the same one repeated counts once, as a long one.</summary>
    private void ReadPictograph()
    {
        var start = _at;
        var codePoint = Characters.CodePointAt(_text, _at);
        _at += codePoint > 0xFFFF ? 2 : 1;
        var length = _at - start;
        var flags = TokenFlags.None;
        while (_at < _text.Length)
        {
            var next = Characters.CodePointAt(_text, _at);
            var size = next > 0xFFFF ? 2 : 1;
            if (next == ZeroWidthJoiner && _at + 1 < _text.Length && Characters.IsPictograph(Characters.CodePointAt(_text, _at + 1)))
            {
                size += Characters.CodePointAt(_text, _at + 1) > 0xFFFF ? 2 : 1;
            }
            else if (next == codePoint)
            {
                flags = TokenFlags.Elongated;
            }
            else if (!Characters.IsSkinTone(next) && !(size == 1 && Characters.IsInvisible(_text[_at])))
            {
                break;
            }

            _at += size;
        }

        Emit(TokenKind.Symbol, start, _at - start, _text.Slice(start, length), default, flags);
    }

    private void ReadLineBreak()
    {
        var breaks = 0;
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
        {
            breaks += _text[_at++] == '\n' ? 1 : 0;
        }

        // A line that goes on with a small letter was only wrapped.
        if (breaks > 1 || _at >= _text.Length || !char.IsLower(_text[_at]))
        {
            EndSentence();
        }
    }

    /// <summary>Parentheses that nothing opens or closes are the smiles of Russian: ")))" and "((".</summary>
    private void ReadParenthesis(char character)
    {
        if (_vocabulary.MatchEmoticon(_text[_at..], out var longer) is > 3 and var face)
        {
            EmitSymbol(longer, face, TokenFlags.None);
            return;
        }

        _clause++;
        var closing = character is ')' or '）';
        if (closing && _openParentheses > 0)
        {
            _openParentheses--;
            _at++;
        }
        else if (!closing && _at + 1 < _text.Length && _text[_at + 1] != character && !char.IsWhiteSpace(_text[_at + 1]))
        {
            _openParentheses++;
            _at++;
        }
        else if (closing && IsListNumber())
        {
            _at++;
        }
        else
        {
            var others = _text[_at..].IndexOfAnyExcept(character);
            var run = others < 0 ? _text.Length - _at : others;
            var known = Math.Min(run, 3);
            var length = _vocabulary.MatchEmoticon((closing ? ")))" : "(((").AsSpan(0, known), out var symbol);
            if (length > 0)
            {
                EmitSymbol(symbol, run, run > 2 ? TokenFlags.Elongated : TokenFlags.None);
            }
            else
            {
                _at += run;
            }
        }
    }

    /// <summary>"1) " at the beginning of a line numbers it.</summary>
    private readonly bool IsListNumber()
    {
        var last = _buffer.Count - 1;
        return last >= 0
            && _buffer.Sentences[^1].First == last
            && _buffer.Tokens[last].Kind == TokenKind.Number
            && _buffer.Tokens[last].End == _at
            && !HasAt(_at + 1, ')');
    }

    private void ReadPunctuation(char character)
    {
        switch (character)
        {
            case '.' or '。' or '!' or '！' or '?' or '？' or '…' or '¿' or '¡' or '｡':
                ReadTerminator();
                break;
            case ',' or ';' or ':' or '，' or '；' or '：' or '、' or '–' or '—' or '|' or '•' or '~' or '～' or '·':
                _clause++;
                _at++;
                break;
            case '-':
                // A dash has a space beside it; a hyphen joins.
                _clause += (_at > 0 && char.IsWhiteSpace(_text[_at - 1])) || HasAt(_at + 1, ' ') || HasAt(_at + 1, '-') ? 1 : 0;
                _at++;
                break;
            default:
                _quotes.Read(character, _text, _at, _buffer);
                _at++;
                break;
        }
    }

    private void ReadTerminator()
    {
        var (stops, exclamations, questions) = (0, 0, 0);
        var isWide = _text[_at] is '。' or '｡';
        for (; _at < _text.Length; _at++)
        {
            switch (_text[_at])
            {
                case '.' or '。' or '｡':
                    stops++;
                    continue;
                case '…':
                    stops += 3;
                    continue;
                case '!' or '！' or '¡':
                    exclamations++;
                    continue;
                case '?' or '？' or '¿':
                    questions++;
                    continue;
            }

            break;
        }

        // "example.com", "3.5" and "U.S.A" go on; three dots are a pause, not an end.
        var goesOn = stops is 1 or > 2 && exclamations + questions == 0;
        if (goesOn && (stops > 2 || (!isWide && HasWordAt(_at))))
        {
            _clause++;
            return;
        }

        EndSentence(exclamations, questions > 0);
    }

    private void EndSentence(int exclamations = 0, bool isQuestion = false)
    {
        _clause++;
        var sentences = _buffer.Sentences;
        var last = sentences.Length - 1;
        var isEmpty = sentences[last].First == _buffer.Count;
        ref var ended = ref sentences[isEmpty && last > 0 ? last - 1 : last];
        ended.Exclamations += exclamations;
        ended.IsQuestion |= isQuestion;
        if (!isEmpty)
        {
            _buffer.StartSentence();
        }
    }

    private void EmitSymbol(int symbol, int length, TokenFlags flags)
    {
        var token = NewToken(TokenKind.Symbol, _at, length, flags);
        _vocabulary.AddEmoticon(symbol, _buffer);
        token.SymbolCount = _buffer.SymbolCount - token.FirstSymbol;
        _buffer.Add(token);
        _at += length;
    }

    private readonly void Emit(
        TokenKind kind,
        int offset,
        int length,
        ReadOnlySpan<char> word,
        ReadOnlySpan<char> shorter,
        TokenFlags flags
    )
    {
        var token = NewToken(kind, offset, length, flags);
        _vocabulary.AddSymbols(kind, word, shorter, _buffer);
        token.SymbolCount = _buffer.SymbolCount - token.FirstSymbol;
        _buffer.Add(token);
    }

    private readonly Token NewToken(TokenKind kind, int offset, int length, TokenFlags flags) =>
        new()
        {
            Offset = offset,
            Length = length,
            FirstSymbol = _buffer.SymbolCount,
            Sentence = _buffer.Sentences.Length - 1,
            Clause = _clause,
            Kind = kind,
            Flags = flags,
        };
}
