using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SupportPipeline.Cases;

/// <summary>
/// The number of a case that people read, say and type: digits only, because digits are read aloud the same way in every language we serve,
/// in groups of four, with a check digit (Damm's algorithm: every single wrong digit and every swap of neighbours is noticed).
/// The first ten million cases have 8 digits, later ones 12. Numbers come from a sequence, so none is used twice; the sequence is
/// scrambled so that a number does not tell how many cases there are.
/// </summary>
public readonly record struct CaseNumber
{
    private const long ShortRange = 10_000_000;
    private const long LongRange = 100_000_000_000;

    // Multiplication by a number coprime to the range and a shift are a bijection; the inverses undo it.
    private const long ShortShift = 4_821_773;
    private const long LongShift = 48_217_730_591;
    private const long ShortFactor = 3_791_603;
    private const long ShortInverse = 8_414_267;
    private const long LongFactor = 61_803_398_849;
    private const long LongInverse = 61_842_403_649;

    private static readonly byte[][] Damm =
    [
        [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
        [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
        [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
        [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
        [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
        [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
        [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
        [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
        [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
        [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
    ];

    private readonly string? _digits;

    private CaseNumber(string digits)
    {
        _digits = digits;
    }

    /// <summary>The digits without separators; what is stored.</summary>
    public string Digits => _digits ?? "";

    /// <summary>The place in the sequence; neighbours in time are neighbours here.</summary>
    public long Sequence
    {
        get
        {
            var body = long.Parse(Digits.AsSpan(0, Digits.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture);
            return Digits.Length == 8
                ? Multiply(body + ShortRange - ShortShift, ShortInverse, ShortRange)
                : Multiply(body + LongRange - LongShift, LongInverse, LongRange) + ShortRange;
        }
    }

    /// <summary>The number of a place in the sequence.</summary>
    /// <param name="sequence">From 0; unique for ever.</param>
    public static CaseNumber FromSequence(long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(sequence, LongRange);
        var body =
            sequence < ShortRange
                ? ((Multiply(sequence, ShortFactor, ShortRange) + ShortShift) % ShortRange).ToString("D7", CultureInfo.InvariantCulture)
                : ((Multiply(sequence - ShortRange, LongFactor, LongRange) + LongShift) % LongRange).ToString(
                    "D11",
                    CultureInfo.InvariantCulture
                );
        return new(body + (char)('0' + Check(body)));
    }

    /// <summary>Reads what a person typed: dashes and spaces are ignored, the check digit must be right.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CaseNumber number)
    {
        var digits = string.Concat((text ?? "").Where(character => character is not ('-' or ' ' or '\u2011' or '\u2013')));
        var isValid = digits.Length is 8 or 12 && !digits.AsSpan().ContainsAnyExceptInRange('0', '9') && Check(digits) == 0;
        number = isValid ? new(digits) : default;
        return isValid;
    }

    /// <summary>In groups of four: <c>4821-7739</c>.</summary>
    public override string ToString() => string.Join('-', Digits.Chunk(4).Select(group => new string(group)));

    private static long Multiply(long value, long factor, long range) => (long)((Int128)value * factor % range);

    private static int Check(string digits)
    {
        var interim = 0;
        foreach (var digit in digits)
        {
            interim = Damm[interim][digit - '0'];
        }

        return interim;
    }
}
