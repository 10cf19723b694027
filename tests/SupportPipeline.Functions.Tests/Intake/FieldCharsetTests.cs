namespace SupportPipeline.Intake;

public sealed class FieldCharsetTests
{
    [Theory]
    [InlineData("gb18030", "B1 BE BB FA 94 39 DA 33", "本机💩")]
    [InlineData("gb2312", "D6 EC E9 46 BB F9", "朱镕基")]
    [InlineData("GBK", "E9 46 A2 E3", "镕€")]
    [InlineData("x-gbk", "D6 D0", "中")]
    [InlineData("big5", "A7 DA AD CC B3 B7 B3 BE", "我們雪鳥")]
    [InlineData("Big5-HKSCS", "A7 DA 9D F6 AB D7 A1 41 CA 5C 92 5D 9D EF 9D CF AD F8 95 DA", "我喺度，佢哋嘅嘢唔啱")]
    [InlineData("big5", "9E 55 A7 DA 9D F2 41 42 0A", "冧我𨋢AB\n")]
    [InlineData("koi8-u", "F0 D2 C9 D7 A6 D4", "Привіт")]
    [InlineData("cp1251", "EF F0 E8 E2 B3 F2", "привіт")]
    [InlineData("windows-1251", "CF F0 E8 E2 E5 F2", "Привет")]
    [InlineData("koi8-r", "EF F0 E8 E2 E5 F2", "ОПХБЕР")]
    [InlineData("iso-8859-5", "BF E0 D8 D2 D5 E2", "Привет")]
    [InlineData("iso-2022-jp", "1B 24 42 25 46 25 39 25 48 1B 28 42 21 1B 28 4A 41 1B 28 42", "テスト!A")]
    [InlineData("ISO-2022-JP", "1B 24 40 46 7C 1B 28 42", "日")]
    [InlineData("shift_jis", "83 65 83 58 83 67 B1 87 40", "テストｱ①")]
    [InlineData("windows-31j", "EE E0", "髙")]
    [InlineData("euc-jp", "A5 C6 A5 B9 A5 C8", "テスト")]
    [InlineData("euc-kr", "C7 D1 B1 B9 8C 63", "한국똠")]
    [InlineData("ks_c_5601-1987", "BE C8 B3 E7", "안녕")]
    [InlineData("iso-8859-2", "50 F8 ED B9", "Příš")]
    [InlineData("iso-8859-7", "C3 E5 E9 DC", "Γειά")]
    [InlineData("iso-8859-9", "DE FD", "Şı")]
    [InlineData("tis-620", "CA C7 D1 CA B4 D5", "สวัสดี")]
    [InlineData("cp866", "8F E0 A8 A2 A5 E2", "Привет")]
    [InlineData("utf8", "D0 B4 D0 B0", "да")]
    [InlineData("iso-8859-1", "93 63 61 66 E9 94 80", "“café”€")]
    [InlineData("us-ascii", "D0 B4 D0 B0", "да")]
    [InlineData("us-ascii", "63 61 66 E9", "café")]
    [InlineData("iso-8859-1", "D0 B4 D0 B0", "да")]
    [InlineData("utf-8", "61 FF 62", "a\uFFFDb")]
    [InlineData(null, "E4 BD A0", "你")]
    public void Reads_bytes_as_what_people_mean_by_the_name(string? charset, string hex, string expected)
    {
        var text = FieldCharset.Decode(Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal)), charset, out var isKnown);

        Assert.Equal((expected, true), (text, isKnown));
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("unicode-1-1-utf-7")]
    [InlineData("x-unknown")]
    [InlineData("")]
    public void Does_not_know_what_hides_markup_or_means_nothing(string charset)
    {
        Assert.Equal("+ADw-b+AD4-", FieldCharset.Decode("+ADw-b+AD4-"u8, charset, out var isKnown));
        Assert.False(isKnown);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("=?koi8-r?B?8NLJ18XU?=", "Привет")]
    [InlineData("=?UTF-8?B?5L2g5aU=?= =?utf-8?B?vQ==?=", "你好")]
    [InlineData("=?iso-8859-1?Q?caf=E9_cr=E8me?= plus", "café crème plus")]
    [InlineData("a =?utf-8?q?b?= c =?utf-8?q?d?=\r\n =?utf-8?q?e?= f", "a b c de f")]
    [InlineData("=?gb2312?B?1tA=?= =?gb2312?B?zsQ=?=", "中文")]
    [InlineData("=?gb2312?B?1g==?= =?gb2312?B?0M7E?=", "中文")]
    [InlineData("=?ISO-2022-JP?B?GyRCJUYlOSVIGyhC?=", "テスト")]
    [InlineData("=?utf-8*de?Q?gr=C3=BC=C3=9Fe?=", "grüße")]
    [InlineData("=?utf-8?B?0JzQuNGA?=: =?utf-8?B?0LTQsA?=", "Мир: да")]
    [InlineData("=?utf-8?X?abc?=", "=?utf-8?X?abc?=")]
    [InlineData("=?utf-8?B?***?=", "=?utf-8?B?***?=")]
    [InlineData("1 =? 2 ?= 3", "1 =? 2 ?= 3")]
    [InlineData("=?utf-8?Q?never ends", "=?utf-8?Q?never ends")]
    [InlineData("=?utf-8?Q?a=3?=", "a=3")]
    public void Decodes_encoded_words(string header, string expected)
    {
        Assert.Equal(expected, EncodedWords.Decode(header));
    }

    [Theory]
    [InlineData("=?")]
    [InlineData("=?utf-8?Q?")]
    [InlineData("=?utf-8?Q?a?= ")]
    public void Survives_many_encoded_words(string unit)
    {
        var header = string.Concat(Enumerable.Repeat(unit, 500_000 / unit.Length));

        Assert.NotEmpty(EncodedWords.Decode(header));
    }
}
