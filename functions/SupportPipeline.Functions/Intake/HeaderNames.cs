using System.Collections.Frozen;

namespace SupportPipeline.Intake;

/// <summary>The names that mail programs give to From, Date, To and Subject when they print the header of an earlier mail, in the reader's language.</summary>
internal static class HeaderNames
{
    private const int MaxName = 24;

    // Languages in the order en de fr es pt it nl ru uk pl cs sk zh ja ko sv da no fi tr hu ro hr el et, as far as their words differ.
    private static readonly FrozenDictionary<string, HeaderRole> Roles = new Dictionary<HeaderRole, string>
    {
        [HeaderRole.From] =
            "from|sender|von|absender|de|expéditeur|remitente|remetente|da|mittente|van|afzender|от|от кого|отправитель|від|від кого|відправник"
            + "|od|nadawca|odesílatel|odosielateľ|发件人|发送人|發件人|寄件者|寄件人|寄信人|差出人|送信者|送信元|from/送信者|발신|발신자|보낸 사람|보낸사람|från|avsändare"
            + "|fra|afsender|avsender|lähettäjä|keneltä|kimden|gönderen|feladó|de la|expeditor|expeditorul|šalje|από|saatja",
        [HeaderRole.Date] =
            "sent|date|date sent|sent on|gesendet|gesendet am|datum|envoyé|envoyé le|date d'envoi|fecha|enviado|enviado el|enviada em|enviado em|enviada"
            + "|data|data de envio|inviato|data invio|verzonden|verzonden op|дата|отправлено|дата отправки|время|надіслано|відправлено|дата надсилання"
            + "|wysłano|wysłane|data wysłania|odesláno|odoslané|dátum|发送时间|发送日期|日期|时间|寄件日期|傳送時間|傳送日期|發送時間|發送日期|寄送日期|時間"
            + "|送信日時|送信日|日付|日時|보낸 날짜|보낸날짜|날짜|일시|보낸 시간|발송일|skickat|skickat den|sendt|dato|lähetetty|päivämäärä|päiväys|pvm|tarih|gönderildi"
            + "|gönderilme tarihi|elküldve|küldve|trimis|dată|poslano|ημερομηνία|στάλθηκε|kuupäev",
        [HeaderRole.To] =
            "to|an|empfänger|à|a|pour|destinataire|destinataires|para|destinatario|destinatário|aan|кому|получатель|одержувач|do|adresat|komu|pre"
            + "|收件人|收件者|收信人|宛先|送信先|받는 사람|받는사람|수신|수신자|till|til|vastaanottaja|kime|alıcı|címzett|către|destinatarul|prima|προς|saaja",
        [HeaderRole.Subject] =
            "subject|betreff|betrifft|objet|sujet|asunto|oggetto|assunto|onderwerp|тема|temat|předmět|predmet|主题|主題|主旨|标题|標題|件名|題名|제목"
            + "|ämne|emne|aihe|otsikko|konu|tárgy|subiect|subiectul|naslov|θέμα|teema",
        [HeaderRole.Other] =
            "cc|bcc|kopie|kopie an|copie|copie à|copia|копия|копія|dw|kopia|kópia|抄送|抄送人|副本|密送|ccの|참조|숨은참조|kopi|kopi til|kopio|bilgi"
            + "|másolat|másolatot kap|reply-to|reply to|antwort an|répondre à|responder a|rispondi a|antwoord aan|ответить|回复|回覆|返信先|organization"
            + "|importance|priority|wichtigkeit|priorität|importancia|attachments|anlagen|附件|添付|newsgroups|message-id|resent-from",
    }
        .SelectMany(role => role.Value.Split('|').Select(name => (Name: name, Role: role.Key)))
        .DistinctBy(entry => entry.Name, StringComparer.Ordinal)
        .ToFrozenDictionary(entry => entry.Name, entry => entry.Role, StringComparer.Ordinal);

    /// <summary>The role of a line that begins with such a name and a colon, and the value behind it.</summary>
    internal static HeaderRole RoleOf(string line, out string value)
    {
        value = "";
        if (line.AsSpan().TrimStart() is ['|', ..] && line.Split('|', 4) is [_, var name, var cell, ..])
        {
            // NetEase prints the header as a table.
            value = Value(cell);
            return Roles.GetValueOrDefault(Plain(name.TrimEnd(':', '：', ' ')));
        }

        var colon = line.AsSpan().IndexOfAny(':', '：');
        if (colon is <= 0 or > MaxName + 12 || !Roles.TryGetValue(Plain(line[..colon]), out var role))
        {
            return HeaderRole.None;
        }

        value = Value(line.AsSpan(colon + 1));
        return role;
    }

    /// <summary>
    /// Cuts a header that stands on one line, as Yahoo and Samsung write it, into its parts: <c>From: Jo &lt;jo@example.org&gt;Sent: …Subject: …</c>.
    /// </summary>
    internal static IReadOnlyList<string> Separate(string line)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 1; i < line.Length; i++)
        {
            if (line[i] is ':' or '：' && NameBefore(line, start, i) is var name and > 0)
            {
                parts.Add(line[start..name].Trim());
                start = name;
            }
        }

        parts.Add(line[start..].Trim());
        return parts;
    }

    /// <summary>Where a header name begins that ends before a colon; 0 when none does. It may stick to what precedes it, if it looks like a name then.</summary>
    private static int NameBefore(string line, int start, int colon)
    {
        for (var length = Math.Min(MaxName, colon - start - 1); length >= 2; length--)
        {
            var at = colon - length;
            var isApart = !char.IsLetterOrDigit(line[at - 1]) || (length >= 3 && char.IsUpper(line[at]));
            if (isApart && char.IsUpper(line[at]) && Roles.ContainsKey(Plain(line[at..colon])))
            {
                return at;
            }
        }

        return 0;
    }

    private static string Plain(string name) =>
        name.Trim(' ', '\t', '*', '_', '|', '\u00A0', '\u3000').Replace('’', '\'').ToLowerInvariant();

    // "*From:* Jo" was bold in the HTML; "From: | Jo" stood in a table.
    private static string Value(ReadOnlySpan<char> value) => value.Trim(" \t*|\u00A0\u3000").ToString();
}
