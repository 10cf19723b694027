using System.Text.RegularExpressions;
using static SupportPipeline.Replies.Courtesy.CourtesySeverity;

namespace SupportPipeline.Replies.Courtesy;

/// <summary>Nothing that should have been filled in.</summary>
internal static partial class PlaceholderRule
{
    /// <summary>Milliseconds. The patterns take time in proportion to the text; this only ends what nobody has thought of, on a busy machine too.</summary>
    private const int MatchTimeout = 10_000;

    public static void Apply(CourtesyReading reading)
    {
        foreach (var match in Placeholder().EnumerateMatches(reading.Text))
        {
            reading.Report(CourtesyCode.Placeholder, Block, match.Index, match.Length);
        }
    }

    /// <summary>
    /// Braces, double brackets, words in brackets (but not a case number, a footnote, "[sic]" or a link's text), words in angle brackets
    /// (but not an address), signs around a word, lines to write on, rows of X (but not a masked number), notes to oneself.
    /// </summary>
    [GeneratedRegex(
        """
            \{\{[^{}\n]{0,80}\}\}|\$?\{[\p{L}_][\p{L}\p{N}_ .-]{0,40}\}
            |\[\[[^\[\]\n]{0,80}\]\]|\[(?!sic\])[\p{L}_][\p{L}_ '’/.-]{0,40}\](?!\()|【(?:客户|客戶)?(?:姓名|名字|称呼|稱呼|订单号|訂單號|编号|編號|日期|时间|時間|地址|电话|電話|公司|产品|產品)】
            |<(?!https?:)/?[\p{L}_][\p{L}\p{N}_ -]{0,40}/?>|《(?:姓名|名字|称呼|稱呼|编号|編號|日期)》
            |%[\p{L}_]{2,40}%|(?<![\p{L}\p{N}_])__[\p{L}]{2,40}__(?![\p{L}\p{N}_])|_{4,}
            |(?<![\p{L}\p{N}*X-])X{3,}(?![\p{L}\p{N}]|[\s-]?[X\d])|(?<![\p{L}\p{N}])(?:[XxＸ×]{2,4})(?=先生|女士|小姐|您)|某某(?:先生|女士|小姐)?
            |\b(?:TO[D]O|FIXME|TBD|T\.B\.D\.)(?![\p{L}\p{N}])|\b[Ll]orem\s+[Ii]psum\b
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace,
        MatchTimeout
    )]
    private static partial Regex Placeholder();
}
