using System.Globalization;
using System.Text;

namespace SupportPipeline.Triage.Languages;

/// <summary>How many letters of each script a text has, and how many characters that only one form of Chinese uses.</summary>
internal sealed record ScriptCounts(int Latin, int Cyrillic, int Han, int Kana, int Hangul, int Other, int Simplified, int Traditional)
{
    internal static ScriptCounts Of(string text)
    {
        int latin = 0,
            cyrillic = 0,
            han = 0,
            kana = 0,
            hangul = 0,
            other = 0,
            simplified = 0,
            traditional = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case (>= 'a' and <= 'z')
                or (>= 'A' and <= 'Z')
                or (>= 0xC0 and <= 0x24F and not 0xD7 and not 0xF7)
                or (>= 0x1E00 and <= 0x1EFF):
                    latin++;
                    break;
                case >= 0x400 and <= 0x52F:
                    cyrillic++;
                    break;
                case (>= 0x3041 and <= 0x30FA) or (>= 0xFF66 and <= 0xFF9D):
                    kana++;
                    break;
                case (>= 0xAC00 and <= 0xD7A3) or (>= 0x1100 and <= 0x11FF) or (>= 0x3131 and <= 0x318E):
                    hangul++;
                    break;
                case (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x323AF):
                    han++;
                    simplified += ChineseCharacters.IsSimplified(rune) ? 1 : 0;
                    traditional += ChineseCharacters.IsTraditional(rune) ? 1 : 0;
                    break;
                default:
                    other += Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter or UnicodeCategory.LowercaseLetter ? 1 : 0;
                    break;
            }
        }

        return new ScriptCounts(latin, cyrillic, han, kana, hangul, other, simplified, traditional);
    }
}
