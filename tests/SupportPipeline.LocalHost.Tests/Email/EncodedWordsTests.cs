using SupportPipeline.LocalHost.Email;

namespace SupportPipeline.LocalHost.Tests.Email;

public sealed class EncodedWordsTests
{
    [Theory]
    [InlineData("=?windows-1251?B?x+Dq4Oc=?=", "Заказ")]
    [InlineData("=?windows-1251?Q?=C7=E0=EA=E0=E7_17?=", "Заказ 17")]
    [InlineData("=?gb2312?B?tqm1pQ==?=", "订单")]
    [InlineData("=?big5?B?rXGz5g==?=", "訂單")]
    [InlineData("Re: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?= there", "Re: Grüße there")]
    [InlineData("=?UTF-8?B?0LfQsNC6?= =?utf-8?B?0LDQtw==?=", "заказ")]
    [InlineData("=?UTF-8*en?Q?Hello?=", "Hello")]
    [InlineData("=?UTF-8?B?0A==?= =?UTF-8?B?lw==?=", "З")]
    [InlineData("=?no-such-set?Q?Gr=FCn?=", "Grün")]
    [InlineData("=?broken?", "=?broken?")]
    [InlineData("plain", "plain")]
    public void Decodes(string raw, string expected) => Assert.Equal(expected, EncodedWords.Decode(raw));

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("Заказ", "=?UTF-8?B?0JfQsNC60LDQtw==?=")]
    [InlineData("looks =? encoded", "=?UTF-8?B?bG9va3MgPT8gZW5jb2RlZA==?=")]
    public void Encodes_what_is_not_plain_ascii(string value, string expected) => Assert.Equal(expected, EncodedWords.Encode(value));

    [Fact]
    public void Encodes_long_values_in_words_of_75_characters_that_decode_to_the_same()
    {
        var value = string.Concat(Enumerable.Repeat("订单Заказ🙂 order ", 20));

        var encoded = EncodedWords.Encode(value);

        Assert.All(encoded.Split(' '), word => Assert.InRange(word.Length, 1, 75));
        Assert.Equal(value, EncodedWords.Decode(encoded));
    }
}
