using System.Text.RegularExpressions;

namespace SupportPipeline.Intake;

/// <summary>The line that a phone or a mail program puts below what its owner wrote.</summary>
internal static partial class DeviceLines
{
    private const int MaxLength = 120;

    private const RegexOptions Options =
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private const string Sent =
        "sent( wirelessly| securely)? (from|via|with|using|by|on)|envoyé|message envoyé|expédié|enviado|enviada|mensaje enviado|inviato|gesendet|von meinem|von meiner|diese (e-?mail|nachricht) wurde|verstuurd|verzonden|wysłane|wysłano"
        + "|odesláno|odoslané|skickat|skickades|sendt|lähetetty|elküldve|trimis|poslano|отправлено|отправлен|надіслано|відправлено|изпратено|στάλθηκε|enviat|from my|written on";

    /// <summary>Devices and mail programs that nobody mentions by chance behind the word "sent".</summary>
    private const string Brand =
        "iphone|iphon|ipad|ipod|macbook|android|samsung|galaxy|huawei|xiaomi|redmi|oppo|oneplus|pixel|nokia|htc|motorola|sony|lumia|blackberry|smartphone|handy|mobilgerät|mobiltelefon"
        + "|outlook|yahoo|gmail|protonmail|proton|aol|yandex|thunderbird|airmail|superhuman|bluemail|k-9|fairemail|wechat|foxmail|zoho|mailbox|windows mail|windows phone|tutanota"
        + "|(gmx|web\\.de|mail\\.com|t-online|freenet|libero|laposte|spark)( mail)?|(e-?mail|mail|courrier|correo|correio|posta|почты|poczta) (for|für|pour|para|per|voor|для|dla|för|til) (windows|ios|android|mac)|айфона?|телефона|планшета|почты|яндекс|mail\\.ru";

    private const string Asian =
        "(获取|下载|取得|下載|获得).*outlook.*|(发|發|寄|来|來|发送|發送)自(于|於|从)?(我的|iphone|ipad|android|华为|小米|荣耀|三星|oppo|vivo|qq|网易|微信|企业微信|outlook|foxmail|钉钉|飞书)[^，。！]*|(从|從)我的.+(发送|傳送|寄出|發送)|(从|來自|来自)(网易|qq|我的 ?i).*"
        + "|.*(iphone|ipad|android|スマートフォン|スマホ|携帯)から送信(しました)?|(나의|내) .+에서 (보냄|보냈습니다|전송됨|전송)|.*(iphone|ipad|갤럭시|galaxy|samsung|스마트폰|네이버 메일|outlook).*에서 (보냄|보냈습니다|전송됨|전송)"
        + "|.*(iphone|ipad|android|telefon|cihaz).*[dt][ae]n gönderil(di|miştir)|.*(iphone|ipad|android|puhelimesta|laitteesta)(sta|ni)?.*lähetetty";

    private const string Obtain =
        "(get|download|obtenir|obtenez|télécharger|téléchargez|descargar|obtener|obtenga|obter|obtenha|baixar|scarica|ottieni|downloaden|pobierz|hämta|hent|hanki|скачать|получить|завантажити|stáhnout|obter o|obtener o|pobierz program) (the )?(outlook|yahoo mail|bluemail|mailbird|spark).*"
        + "|(outlook|yahoo mail) (für|voor|pour|para|per|for|для|til|för) .*(beziehen|abrufen|herunterladen|downloaden).*|(holen sie sich|laden sie|hol dir) outlook .*";

    /// <summary>Names the device or the program, so that it is beyond doubt wherever it stands.</summary>
    internal static bool IsCertain(string line) =>
        line.Length <= MaxLength
        && Plain(line) is { Length: > 4 } text
        && (SentFrom().IsMatch(text) || SentAsian().IsMatch(text) || Obtained().IsMatch(text) || SentGerman().IsMatch(text));

    /// <summary>Has the form of such a line; people write the like too, so it counts only as the last line of a text.</summary>
    internal static bool IsLikely(string line) => line.Length <= MaxLength && Likely().IsMatch(Plain(line));

    private static string Plain(string line) =>
        line.Trim()
            .Trim('<', '>', '(', ')', '[', ']', '*', '_', '-', ' ', '!', '.', '。', '\u00A0', '\u200E')
            .Replace('’', '\'')
            .Replace("® ", " ", StringComparison.Ordinal);

    [GeneratedRegex("^(" + Sent + @")( .*)?[ '-](" + Brand + @")\p{L}{0,3}([^\p{L}\p{N}].*)?$", Options)]
    private static partial Regex SentFrom();

    [GeneratedRegex("^von( .*)? (" + Brand + ")( .*)? gesendet$", Options)]
    private static partial Regex SentGerman();

    [GeneratedRegex("^(" + Obtain + ")$", Options)]
    private static partial Regex Obtained();

    [GeneratedRegex("^(" + Asian + ")$", Options)]
    private static partial Regex SentAsian();

    /// <summary>"Sent from my TI-85": at most four words; "Sent from my phone, please excuse typos".</summary>
    [GeneratedRegex(
        @"^(sent|posted) (from|via|with|using|by|on)( my| the| a)? ([\w.'+-]+( [\w.'+-]+){0,3}( ?<[^<>]*>?)?|(phone|mobile|cell|cellphone|mobile device|tablet|pc|computer)[ ,.;-].*)$",
        Options
    )]
    private static partial Regex Likely();
}
