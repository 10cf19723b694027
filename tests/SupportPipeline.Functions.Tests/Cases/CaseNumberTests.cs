using FsCheck;
using FsCheck.Fluent;

namespace SupportPipeline.Cases;

public sealed class CaseNumberTests
{
    [Theory]
    [InlineData(0, "4821-7739")]
    [InlineData(9_999_999, 8)]
    [InlineData(10_000_000, 12)]
    public void Grows_from_eight_to_twelve_digits(long sequence, object expected)
    {
        var number = CaseNumber.FromSequence(sequence);

        if (expected is int length)
        {
            Assert.Equal(length, number.Digits.Length);
        }
        else
        {
            Assert.Equal(expected, number.ToString());
        }
    }

    [Fact]
    public void Leads_back_to_its_place_in_the_sequence() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), sequence => CaseNumber.FromSequence(sequence).Sequence == sequence)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Is_never_given_twice()
    {
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        for (var sequence = 0; sequence < 100_000; sequence++)
        {
            Assert.True(numbers.Add(CaseNumber.FromSequence(sequence).Digits));
        }
    }

    [Fact]
    public void Notices_every_wrong_digit_and_every_swap_of_neighbours()
    {
        var digits = CaseNumber.FromSequence(123_456).Digits;
        for (var place = 0; place < digits.Length; place++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var changed = digits[..place] + digit + digits[(place + 1)..];
                Assert.Equal(changed == digits, CaseNumber.TryParse(changed, out _));
            }

            if (place > 0 && digits[place] != digits[place - 1])
            {
                var swapped = digits[..(place - 1)] + digits[place] + digits[place - 1] + digits[(place + 1)..];
                Assert.False(CaseNumber.TryParse(swapped, out _));
            }
        }
    }

    [Theory]
    [InlineData("{0}-{1}")]
    [InlineData("{0}{1}")]
    [InlineData("{0} {1}")]
    [InlineData("{0}\u2011{1}")]
    [InlineData(" {0}\u2013{1} ")]
    public void Reads_what_people_type(string format)
    {
        var number = CaseNumber.FromSequence(42);
        var typed = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, number.Digits[..4], number.Digits[4..]);

        Assert.True(CaseNumber.TryParse(typed, out var read));
        Assert.Equal(number, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("1234-567")]
    [InlineData("1234-56789")]
    [InlineData("12a4-5678")]
    [InlineData("١٢٣٤-٥٦٧٨")]
    public void Refuses_what_is_no_number(string? text) => Assert.False(CaseNumber.TryParse(text, out _));
}
