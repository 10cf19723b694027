using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace SupportPipeline.Platform;

/// <summary>
/// A time-ordered identifier of a message or a case: 48 bits of Unix milliseconds and 80 random bits, written as 26 lower-case
/// characters of Crockford's base 32 (the layout of a ULID). Sorting the text sorts by time. A case carries the id of the message that opened it.
/// </summary>
public readonly record struct TimeOrderedId : IComparable<TimeOrderedId>
{
    /// <summary>Characters in the text form.</summary>
    public const int Length = 26;

    /// <summary>Crockford's base 32, lower case: no i, l, o, u.</summary>
    internal const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private static readonly SearchValues<char> Characters = SearchValues.Create(Alphabet);

    private readonly string? _value;

    private TimeOrderedId(string value)
    {
        _value = value;
    }

    /// <summary>The text form; empty for <c>default</c>.</summary>
    public string Value => _value ?? "";

    /// <summary>When the id was made, to the millisecond.</summary>
    public DateTimeOffset CreatedAt
    {
        get
        {
            long milliseconds = 0;
            foreach (var character in Value.AsSpan(0, 10))
            {
                milliseconds = (milliseconds << 5) | (long)Alphabet.IndexOf(character, StringComparison.Ordinal);
            }

            return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }
    }

    /// <summary>Makes an id for a moment; the random part comes from the caller, so that decisions stay pure.</summary>
    /// <param name="at">The moment; years 1970 to 9999.</param>
    /// <param name="random">Exactly 10 random bytes.</param>
    public static TimeOrderedId Create(DateTimeOffset at, ReadOnlySpan<byte> random)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(random.Length, 10);
        Span<char> text = stackalloc char[Length];
        var milliseconds = at.ToUnixTimeMilliseconds();
        for (var i = 9; i >= 0; i--)
        {
            text[i] = Alphabet[(int)(milliseconds & 31)];
            milliseconds >>= 5;
        }

        var (bits, buffer, next) = (0, 0, 10);
        foreach (var value in random)
        {
            buffer = (buffer << 8) | value;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text[next++] = Alphabet[(buffer >> bits) & 31];
            }
        }

        return new(text.ToString());
    }

    /// <summary>Reads the text form; anything but 26 characters of the alphabet is refused.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TimeOrderedId id)
    {
        var isValid = text is { Length: Length } && text[0] <= '7' && !text.AsSpan().ContainsAnyExcept(Characters);
        id = isValid ? new(text!) : default;
        return isValid;
    }

    /// <summary>Reads the text form of an id that this software wrote itself.</summary>
    /// <exception cref="FormatException">It is not one.</exception>
    public static TimeOrderedId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException("Not a time-ordered id.");

    /// <inheritdoc/>
    public int CompareTo(TimeOrderedId other) => string.CompareOrdinal(Value, other.Value);

    /// <summary>The text form; an id says nothing about a person, so it may be logged.</summary>
    public override string ToString() => Value;

    /// <summary>Earlier than.</summary>
    public static bool operator <(TimeOrderedId left, TimeOrderedId right) => left.CompareTo(right) < 0;

    /// <summary>Later than.</summary>
    public static bool operator >(TimeOrderedId left, TimeOrderedId right) => left.CompareTo(right) > 0;

    /// <summary>Earlier than or the same.</summary>
    public static bool operator <=(TimeOrderedId left, TimeOrderedId right) => left.CompareTo(right) <= 0;

    /// <summary>Later than or the same.</summary>
    public static bool operator >=(TimeOrderedId left, TimeOrderedId right) => left.CompareTo(right) >= 0;
}
