using System.Buffers;
using System.Collections.Frozen;

namespace SupportPipeline.Triage.Text;

/// <summary>
/// Finds the part of an English word that its inflections share: plural, past, -ing, with a doubled consonant, a silent e
/// and y/i in the way. It leaves derivations ("slowly", "payment") alone: those are words of their own in a cue file.
/// </summary>
internal static class EnglishStemmer
{
    /// <summary>A stem shorter than this says too little.</summary>
    private const int Shortest = 3;

    /// <summary>Words that look inflected and are not, or mean something else than the word they seem to come from.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Whole = Words(
        "always news goods means kudos besides perhaps series species bias lens does goes whereas christmas texas canvas towards"
            + " during nothing something anything everything morning evening ceiling wedding pudding willing according sterling darling"
            + " hundred naked wicked sacred united indeed proceed exceed succeed embed"
            + " every ready busy many very only early city"
    );

    /// <summary>Words that a silent e keeps apart from these stay apart: "note" from "not", "care" from "car".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NeedsE = Words(
        "not mad car plan hat rat her fin far fir rid win sit quit cut hug bit man can cap mat pat past tap pin cub tub rag war bar star scar"
            + " them ther bath breath cloth sever human moral hid rob rip strip spit kit cod fat gap mod rod ton scrap grip dud pan hop pal par"
            + " for wag tim sam van appl tun shin twin"
    );

    private static readonly SearchValues<char> VowelsAndY = SearchValues.Create("aeiouy");

    /// <summary>How many letters of the word are its stem.</summary>
    /// <param name="lowerCaseWord">A word in small letters, with a straight apostrophe if it has one.</param>
    internal static int StemLength(ReadOnlySpan<char> lowerCaseWord)
    {
        var word = WithoutPossessive(lowerCaseWord);
        if (word.Length <= Shortest || Whole.Contains(word))
        {
            return word.Length;
        }

        if (word.EndsWith("ies") || word.EndsWith("ied"))
        {
            return word.Length - 3 >= Shortest ? word.Length - 3 : WithoutFinal(word[..^1]);
        }

        if (word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i'))
        {
            word = word[..^1];
        }

        if (Whole.Contains(word))
        {
            return word.Length;
        }

        if (word.EndsWith("eed"))
        {
            return HasVowel(word[..^3]) ? word.Length - 1 : word.Length;
        }

        if (word.EndsWith("ed") && HasVowel(word[..^2]))
        {
            return WithoutEnding(word, 2, whenTooShort: word.Length - 1);
        }

        return word.EndsWith("ing") && HasVowel(word[..^3]) ? WithoutEnding(word, 3, whenTooShort: word.Length) : WithoutFinal(word);
    }

    private static ReadOnlySpan<char> WithoutPossessive(ReadOnlySpan<char> word) =>
        word.EndsWith("'s") ? word[..^2]
        : word.Length > 0 && word[^1] == '\'' ? word[..^1]
        : word;

    /// <summary>Cuts "ed" or "ing", and a consonant that was doubled for it.</summary>
    private static int WithoutEnding(ReadOnlySpan<char> word, int ending, int whenTooShort)
    {
        var rest = word[..^ending];
        if (rest.Length < Shortest || NeedsE.Contains(rest))
        {
            return whenTooShort;
        }

        // "stopped" has a doubled p; "called", "passed" and "stuffed" would have both letters without the ending too.
        var doubled = rest.Length > Shortest && rest[^1] == rest[^2] && !IsVowel(rest[^1]);
        return doubled && rest[^1] is not ('l' or 's' or 'f' or 'z') ? rest.Length - 1 : WithoutFinal(rest);
    }

    /// <summary>Cuts what an ending would have changed: a silent e, a y after a consonant, the second l of "cancell".</summary>
    private static int WithoutFinal(ReadOnlySpan<char> word)
    {
        var rest = word[..^1];
        var cut = word[^1] switch
        {
            _ when rest.Length < Shortest => false,
            'e' => rest[^1] != 'e' && !NeedsE.Contains(rest),
            'y' => !IsVowel(rest[^1]),
            'l' => rest[^1] == 'l' && HasTwoVowelGroups(word),
            _ => false,
        };
        return cut ? rest.Length : word.Length;
    }

    private static bool HasTwoVowelGroups(ReadOnlySpan<char> word)
    {
        var groups = 0;
        for (var i = 0; i < word.Length; i++)
        {
            groups += IsVowel(word[i]) && (i == 0 || !IsVowel(word[i - 1])) ? 1 : 0;
        }

        return groups > 1;
    }

    private static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(VowelsAndY);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
}
