namespace SupportPipeline.Triage.Text;

/// <summary>
/// Finds the part of a Russian word that its inflections share, by the rules of the Snowball algorithm for Russian
/// (https://snowballstem.org/algorithms/russian/stemmer.html). They only cut endings, so a length says it all.
/// </summary>
internal static class RussianStemmer
{
    private static readonly SuffixTable Gerunds = new("ив ивши ившись ыв ывши ывшись", "в вши вшись");

    private static readonly SuffixTable Reflexive = new("ся сь");

    private static readonly SuffixTable Adjectives = new(
        "ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею"
    );

    private static readonly SuffixTable Participles = new("ивш ывш ующ", "ем нн вш ющ щ");

    private static readonly SuffixTable Verbs = new(
        "ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю",
        "ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно"
    );

    private static readonly SuffixTable Nouns = new(
        "а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я"
    );

    private static readonly SuffixTable Abstract = new("ост ость");

    private static readonly SuffixTable Superlatives = new("ейш ейше");

    /// <summary>How many letters of the word are its stem.</summary>
    /// <param name="lowerCaseWordWithYeForYo">A word in small letters, with «е» for «ё».</param>
    internal static int StemLength(ReadOnlySpan<char> lowerCaseWordWithYeForYo)
    {
        var word = lowerCaseWordWithYeForYo;
        var (afterVowel, second) = Regions(word);
        word = word[..WithoutInflection(word, afterVowel)];
        if (word.Length > afterVowel && word[^1] == 'и')
        {
            word = word[..^1];
        }

        word = word[..Abstract.Cut(word, Math.Max(afterVowel, second))];
        return Tidy(word, afterVowel);
    }

    private static int WithoutInflection(ReadOnlySpan<char> word, int from)
    {
        var length = Gerunds.Cut(word, from);
        if (length < word.Length)
        {
            return length;
        }

        word = word[..Reflexive.Cut(word, from)];
        length = Adjectives.Cut(word, from);
        if (length < word.Length)
        {
            return Participles.Cut(word[..length], from);
        }

        length = Verbs.Cut(word, from);
        return length < word.Length ? length : Nouns.Cut(word, from);
    }

    private static int Tidy(ReadOnlySpan<char> word, int from)
    {
        var length = Superlatives.Cut(word, from);
        if (length == word.Length && length > from && word[^1] == 'ь')
        {
            return length - 1;
        }

        return length - 2 >= from && word[length - 1] == 'н' && word[length - 2] == 'н' ? length - 1 : length;
    }

    /// <summary>Where the part after the first vowel begins, and the part after the second group of vowel and consonant.</summary>
    private static (int AfterVowel, int Second) Regions(ReadOnlySpan<char> word)
    {
        var at = After(word, 0, vowel: true);
        var afterVowel = at;
        at = After(word, at, vowel: false);
        at = After(word, at, vowel: true);
        return (afterVowel, After(word, at, vowel: false));
    }

    private static int After(ReadOnlySpan<char> word, int from, bool vowel)
    {
        for (var i = from; i < word.Length; i++)
        {
            if ((word[i] is 'а' or 'е' or 'и' or 'о' or 'у' or 'ы' or 'э' or 'ю' or 'я') == vowel)
            {
                return i + 1;
            }
        }

        return word.Length;
    }
}
