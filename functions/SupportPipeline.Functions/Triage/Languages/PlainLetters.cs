using System.Globalization;
using System.Text;

namespace SupportPipeline.Triage.Languages;

/// <summary>How people write words in a hurry or on a foreign keyboard: "dziekuje", "еще", "الان".</summary>
internal static class PlainLetters
{
    internal static string Of(string word)
    {
        if (Ascii.IsValid(word))
        {
            return word;
        }

        var plain = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            plain.Append(
                c switch
                {
                    'ł' => "l",
                    'đ' => "d",
                    'ø' => "o",
                    'ı' => "i",
                    'ß' => "ss",
                    'æ' => "ae",
                    'œ' => "oe",
                    'ё' => "е",
                    'ґ' => "г",
                    'أ' or 'إ' or 'آ' => "ا",
                    'ى' => "ي",
                    'ة' => "ه",
                    >= 'À' and <= 'ɏ' or >= 'Ḁ' and <= 'ỿ' => WithoutAccents(c),
                    _ => c.ToString(),
                }
            );
        }

        return plain.ToString();
    }

    private static string WithoutAccents(char c) =>
        string.Concat(
            c.ToString().Normalize(NormalizationForm.FormD).Where(part => char.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
        );
}
