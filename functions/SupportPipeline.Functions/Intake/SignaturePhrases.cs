using System.Text.RegularExpressions;

namespace SupportPipeline.Intake;

/// <summary>What people and their devices write at the end of a mail.</summary>
internal static partial class SignaturePhrases
{
    private const int MaxClosing = 60;

    private static readonly string[] Closings =
    [
        "best regards",
        "kind regards",
        "warm regards",
        "with kind regards",
        "with best regards",
        "regards",
        "best wishes",
        "all the best",
        "best",
        "cheers",
        "sincerely",
        "yours sincerely",
        "sincerely yours",
        "yours faithfully",
        "yours truly",
        "respectfully",
        "thanks and regards",
        "br",
        "с уважением",
        "с наилучшими пожеланиями",
        "всего доброго",
        "всего хорошего",
        "всего наилучшего",
        "искренне ваш",
        "искренне ваша",
        "хорошего дня",
        "此致敬礼",
        "此致敬禮",
        "此致",
        "敬礼",
        "敬禮",
        "顺颂商祺",
        "順頌商祺",
        "顺祝商祺",
        "順祝商祺",
        "祝商祺",
        "祝好",
        "谨启",
        "謹啟",
        "敬上",
        "祝您工作愉快",
        "祝您生活愉快",
        "祝工作顺利",
        "祝工作順利",
        "順頌時祺",
        "顺颂时祺",
        "順祝安好",
        "mit freundlichen grüßen",
        "viele grüße",
        "cordialement",
        "saludos",
        "cordiali saluti",
    ];

    private static readonly string[] Thanks =
    [
        "thanks",
        "thank you",
        "many thanks",
        "thanks a lot",
        "thank you very much",
        "thanks in advance",
        "thank you in advance",
        "спасибо",
        "большое спасибо",
        "заранее спасибо",
        "спасибо заранее",
        "благодарю",
        "谢谢",
        "谢谢您",
        "多谢",
        "謝謝",
        "謝謝您",
        "多謝",
        "非常感谢",
        "非常感謝",
        "感谢",
        "感謝",
    ];

    private static readonly string[] LegalNotices =
    [
        "this e-mail and any",
        "this email and any",
        "this message and any",
        "this e-mail (including",
        "this email (including",
        "this e-mail is confidential",
        "this email is confidential",
        "this message is intended",
        "this email is intended",
        "this e-mail is intended",
        "the information contained in this",
        "the information in this e",
        "the contents of this e",
        "confidentiality notice",
        "legal notice",
        "disclaimer",
        "privileged and confidential",
        "please consider the environment",
        "данное сообщение и",
        "данное электронное сообщение",
        "это электронное сообщение",
        "это сообщение и любые",
        "настоящее сообщение",
        "информация, содержащаяся в",
        "уведомление о конфиденциальности",
        "本邮件及其附件",
        "本邮件及附件",
        "此邮件及其附件",
        "本邮件包含",
        "本電子郵件",
        "本郵件及其附件",
        "此郵件及其附件",
        "本信件可能包含",
        "保密声明",
        "保密聲明",
        "免责声明",
        "免責聲明",
    ];

    internal static bool IsDeviceLine(string line) => line.Length <= 90 && DeviceLine().IsMatch(line.Trim());

    internal static bool IsLegalNotice(string line)
    {
        var text = line.AsSpan().Trim().TrimStart("*_-[(【 ");
        foreach (var notice in LegalNotices)
        {
            if (text.StartsWith(notice, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A closing alone, or with the name behind its comma: "С уважением, Иван Петров".</summary>
    internal static bool IsClosing(string line) => IsAnyOf(Closings, line, allowsName: true);

    internal static bool IsThanks(string line) => IsAnyOf(Thanks, line, allowsName: false);

    /// <summary>A line that can be a name: short, without figures, not a sentence.</summary>
    internal static bool IsName(string line) =>
        line.Length is > 0 and <= 40
        && !line.Any(char.IsDigit)
        && line[^1] is not ('.' or '!' or '。' or '！' or ':' or '：')
        && line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: <= 4 } words
        && words.All(word => char.IsUpper(word[0]) || (word[0] >= '\u4E00' && line.Length <= 8) || word[0] is '-' or '—' or '(');

    internal static bool IsPostscript(string line) => Postscript().IsMatch(line);

    private static bool IsAnyOf(string[] phrases, string line, bool allowsName)
    {
        if (line.Length is 0 or > MaxClosing)
        {
            return false;
        }

        var comma = allowsName ? line.AsSpan().IndexOfAny(',', '，') : -1;
        var head = (comma > 0 ? line[..comma] : line)
            .Trim(' ', ',', '.', '!', '，', '。', '！', '-', '—', '*', '_', '~')
            .ToLowerInvariant();
        return phrases.Contains(head, StringComparer.Ordinal);
    }

    [GeneratedRegex(
        @"^(p\.? ?p?\.?s\.?[ :]|ps[:.]|з\.? ?ы\.?[ :]|附[:：]|又及)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Postscript();

    [GeneratedRegex(
        @"^(sent from (my )?(iphone|ipad|ipod|mac|android|samsung|galaxy|huawei|xiaomi|pixel|windows|mobile|phone|smartphone|tablet|blackberry|outlook|yahoo|gmail|mail|proton|aol|yandex)\b.{0,60}"
            + @"|get outlook for (ios|android).{0,40}|sent (via|with|using) (the )?(proton|outlook|yahoo|samsung|gmail|superhuman|spark|mail\.ru|aol).{0,40}"
            + @"|отправлено (с|из|через) (моего |мобильной |мобильного )?(iphone|ipad|айфона|android|samsung|huawei|xiaomi|honor|почты|яндекс|mail|outlook|gmail|телефона|планшета|устройства|приложения).{0,40}"
            + @"|(获取|下载|取得|下載) ?outlook.{0,40}|(发|發|寄|来|來|发送|發送)自我的 ?\S.{0,40}|(从|從)我的.{0,30}(发送|傳送|寄出|發送)"
            + @"|从(网易|qq).{0,15}(发送|发出|发来)|von meinem .{0,30} gesendet|envoyé (de|depuis) mon .{0,40}|enviado (desde|do) (mi|meu) .{0,40}|inviato da(l mio)? (iphone|ipad|android).{0,40}"
            + @"|verstuurd vanaf mijn .{0,40}|iphoneから送信)$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex DeviceLine();
}
