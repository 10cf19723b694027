namespace SupportPipeline.Triage.Text;

/// <summary>How one word is written, while it is read.</summary>
internal struct WordShape
{
    private int _upper;
    private int _lower;
    private int _digits;
    private int _run;
    private char _last;

    public int Length { get; private set; }

    public bool IsElongated { get; private set; }

    public readonly int Letters => _upper + _lower;

    public readonly bool IsNumber => _digits > 0 && Letters == 0;

    public readonly bool IsShouted => _upper > 1 && _lower == 0;

    public void Add(Span<char> word, char character)
    {
        if (char.IsDigit(character))
        {
            _digits++;
        }
        else if (char.IsUpper(character))
        {
            _upper++;
        }
        else
        {
            _lower++;
        }

        var folded = Characters.Fold(character);
        _run = folded == _last ? _run + 1 : 1;
        _last = folded;
        IsElongated |= _run > 2 && !char.IsDigit(folded);
        AddPlain(word, folded);
    }

    public void AddPlain(Span<char> word, char character)
    {
        if (Length < word.Length)
        {
            word[Length++] = character;
        }
    }

    /// <summary>Puts a mark on the last letter where that is a Russian letter of its own: и and a breve are й.</summary>
    public readonly void Compose(Span<char> word, char mark)
    {
        if (mark == '\u0306' && Length > 0 && word[Length - 1] == 'и')
        {
            word[Length - 1] = 'й';
        }
    }
}
