using System.Buffers;
using System.Collections.Frozen;

namespace SupportPipeline.Intake;

/// <summary>The lines that mailers draw between a new mail and the one it answers or passes on.</summary>
internal static class ReplySeparators
{
    private const int MaxLength = 400;
    private const int MaxWords = 60;

    private const string Strokes = "-_=*—–－─―‐‑ \t\u00A0~#";

    private static readonly SearchValues<char> AnyStroke = SearchValues.Create(Strokes);

    private static readonly FrozenSet<string> Replies = Set(
        "original|original message|original mail|original email|original e-mail|original appointment|original text|reply message|replied message|previous message|quoted message"
            + "|ursprüngliche nachricht|ursprüngliche mail|ursprüngliche e-mail|originalnachricht|original-nachricht|original nachricht|antwort nachricht|originaltermin"
            + "|message d'origine|message original|message initial|message originel|courriel original|message précédent"
            + "|mensaje original|messaggio originale|messaggio original|mensagem original|oorspronkelijk bericht|origineel bericht|oorspronkelijke bericht"
            + "|исходное сообщение|исходное письмо|оригинальное сообщение|первоначальное сообщение|исходящее сообщение|вихідне повідомлення"
            + "|оригінальне повідомлення|оригінал повідомлення|початкове повідомлення"
            + "|原始邮件|原始郵件|原始信件|原始訊息|原始消息|原邮件|原郵件|原信件|回复的原邮件|回覆的原郵件|回复的邮件|回覆的郵件|回复邮件|回覆郵件|邮件原件|原來的郵件"
            + "|元のメッセージ|オリジナルメッセージ|元のメール|원본 메시지|원본 메일|원본메시지|원본메일|원문"
            + "|original-mail|original-meddelelse|oprindelig meddelelse|oprindelig besked|oprindelig mail|ursprungligt meddelande|originalmeddelande|opprinnelig melding|original melding"
            + "|alkuperäinen viesti|wiadomość oryginalna|oryginalna wiadomość|treść oryginalnej wiadomości|původní zpráva|pôvodná správa|eredeti üzenet"
            + "|orijinal mesaj|orijinal ileti|özgün ileti|asıl ileti|mesaj original|mesajul original|izvorna poruka|αρχικό μήνυμα|algne kiri|הודעה מקורית"
    );

    private static readonly FrozenSet<string> Forwards = Set(
        "forwarded message|forwarded mail|forwarded email|forwarded by|begin forwarded message|start of forwarded message|weitergeleitete nachricht|weitergeleitete mail"
            + "|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail|message transféré|message transmis|courriel transféré|message réexpédié"
            + "|début du message réexpédié|début du message transféré|mensaje reenviado|inicio del mensaje reenviado|messaggio inoltrato|inizio messaggio inoltrato"
            + "|mensagem encaminhada|mensagem reencaminhada|início da mensagem reencaminhada|início da mensagem encaminhada|doorgestuurd bericht"
            + "|begin doorgestuurd bericht|begin van doorgestuurd bericht|пересылаемое сообщение|пересланное сообщение|пересылаемое письмо|пересланное письмо"
            + "|перенаправленное сообщение|переадресованное сообщение|начало переадресованного сообщения|начало пересылаемого сообщения"
            + "|начало пересланного сообщения|переслане повідомлення|перенаправлене повідомлення|початок листа, що пересилається|початок пересланого листа"
            + "|转发的邮件|轉寄的郵件|转发邮件信息|转发邮件|轉寄郵件|轉寄郵件信息|转发信息|轉寄訊息|轉寄的訊息|已转发邮件|已轉寄郵件|下面是被转发的邮件|以下是轉寄的郵件"
            + "|开始转发的邮件|開始轉寄的郵件|转发的原邮件|转发的消息|以下为转发邮件|轉寄信件|轉發的郵件"
            + "|転送されたメッセージ|転送メッセージ|メッセージを転送|メールを転送|転送済みメッセージ|転送されたメール|転送メール|전달된 메시지|전달된 메일|전달된 이메일|전달 메시지"
            + "|vidarebefordrat meddelande|vidarebefordrat mejl|vidarebefordrat brev|videresendt meddelelse|videresendt besked|videresendt melding|start på videresendt besked"
            + "|videresendt mail|välitetty viesti|välitetty viesti / fwd.msg|välitetty viesti alkaa|edelleenlähetetty viesti"
            + "|przekazana wiadomość|wiadomość przekazana dalej|treść przekazanej wiadomości|początek przekazywanej wiadomości|přeposlaná zpráva|začátek přeposílané zprávy"
            + "|preposlaná správa|začiatok preposlanej správy|továbbított üzenet|továbbított levél kezdete|iletilmiş mesaj|iletilen ileti|iletilen mesaj|iletilmiş ileti"
            + "|yönlendirilmiş mesaj|yönlendirilen mesaj|ileti başlangıcı|mesaj redirecționat|începe mesajul redirecționat|mesaj transmis"
            + "|proslijeđena poruka|započni proslijeđenu poruku|προωθημένο μήνυμα|edastatud kiri|הודעה שהועברה"
    );

    private static readonly FrozenSet<string> ForwardEnds = Set(
        "end of forwarded message|end forwarded message|ende der weitergeleiteten nachricht|fin du message transféré|fin del mensaje reenviado|fine messaggio inoltrato"
            + "|fim da mensagem encaminhada|einde doorgestuurd bericht|конец пересылаемого сообщения|конец пересылаемого письма|конец переадресованного сообщения"
            + "|кінець пересланого повідомлення|koniec przekazanej wiadomości|转发邮件结束"
    );

    private static readonly string[] ForwardSubjects = ["fwd:", "fw:", "wg:", "пересл:", "转发:", "转发：", "轉寄:", "轉寄："];

    /// <summary>"-----Original Message-----" and its kin, and the line above which some help desks ask to reply.</summary>
    internal static bool IsReply(string line) =>
        (Words(line, out _) is { } words && Replies.Contains(words))
        || (
            line.AsSpan().Trim() is { Length: > 6 and < 200 } text
            && text.StartsWith("##-", StringComparison.Ordinal)
            && text.EndsWith("-##", StringComparison.Ordinal)
        );

    /// <summary>"---------- Forwarded message ---------" and its kin; Apple Mail writes a sentence with a colon instead of dashes.</summary>
    internal static bool IsForward(string line) => IsForward(line, out _);

    /// <inheritdoc cref="IsForward(string)"/>
    /// <param name="line">The line.</param>
    /// <param name="tail">What stands behind the separator on the same line: some mailers go on with the header there.</param>
    internal static bool IsForward(string line, out string tail)
    {
        tail = "";
        if (Words(line, out tail) is { } words)
        {
            return Forwards.Contains(words);
        }

        var text = line.AsSpan().Trim();
        return text is { Length: > 2 and <= MaxWords } && text[^1] is ':' or '：' && Forwards.Contains(Lower(text));
    }

    /// <summary>The line that some mailers draw below a forwarded mail.</summary>
    internal static bool IsForwardEnd(string line) => Words(line, out _) is { } words && ForwardEnds.Contains(words);

    /// <summary>Some who forward by hand, and some gateways, put the subject first.</summary>
    internal static bool IsForwardSubject(string line) =>
        ForwardSubjects.Any(prefix => line.AsSpan().TrimStart().StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>The words of a line that is drawn: two strokes or more before them; null when it is no such line.</summary>
    internal static string? Words(string line, out string tail)
    {
        tail = "";
        var text = line.AsSpan().Trim("\u00A0 \t\uFEFF\u200B");
        if (text.Length is <= 4 or > MaxLength || !IsStroke(text[0]) || !IsStroke(text[1]))
        {
            return null;
        }

        var start = text.IndexOfAnyExcept(AnyStroke);
        if (start < 0)
        {
            return null;
        }

        var end = start;
        while (end < text.Length && !(IsStroke(text[end]) && end + 1 < text.Length && IsStroke(text[end + 1])))
        {
            end++;
        }

        tail = text[end..].TrimStart(Strokes).Trim().ToString();
        return end - start <= MaxWords * 5 ? Lower(text[start..end]) : null;
    }

    private static bool IsStroke(char c) => c is '-' or '_' or '=' or '*' or '—' or '–' or '－' or '─' or '―' or '‐' or '‑' or '~';

    private static string Lower(ReadOnlySpan<char> words) =>
        words
            .ToString()
            .Replace("&nbsp;", " ", StringComparison.OrdinalIgnoreCase)
            .Replace('\u00A0', ' ')
            .Replace('’', '\'')
            .Replace('İ', 'i')
            .Trim("-_=*—–－─―‐‑~ \t:：".ToCharArray())
            .ToLowerInvariant();

    private static FrozenSet<string> Set(string phrases) => phrases.Split('|').ToFrozenSet(StringComparer.Ordinal);
}
