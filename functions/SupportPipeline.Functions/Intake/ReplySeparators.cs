using System.Collections.Frozen;

namespace SupportPipeline.Intake;

/// <summary>The lines that mailers draw between a new mail and the one it answers or passes on.</summary>
internal static class ReplySeparators
{
    private const int MaxLength = 100;

    private static readonly FrozenSet<string> Replies = Set(
        "original|original message|original mail|original email|original appointment|reply message|replied message|previous message|ursprüngliche nachricht"
            + "|originalnachricht|original-nachricht|ursprüngliche mail|message d'origine|message original|message initial|courriel original"
            + "|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|origineel bericht|исходное сообщение|исходное письмо"
            + "|оригинальное сообщение|исходящее сообщение|原始邮件|原始郵件|原始信件|原始訊息|原邮件|原郵件|回复的原邮件|回覆的原郵件|回复的邮件|回复邮件"
            + "|邮件原件|原來的郵件|元のメッセージ|オリジナルメッセージ|original-mail|oprindelig meddelelse|ursprungligt meddelande|wiadomość oryginalna"
    );

    private static readonly FrozenSet<string> Forwards = Set(
        "forwarded message|forwarded mail|forwarded by|begin forwarded message|weitergeleitete nachricht|anfang der weitergeleiteten nachricht"
            + "|message transféré|message réexpédié|début du message réexpédié|mensaje reenviado|inicio del mensaje reenviado|messaggio inoltrato"
            + "|inizio messaggio inoltrato|mensagem encaminhada|mensagem reencaminhada|início da mensagem reencaminhada|doorgestuurd bericht"
            + "|begin doorgestuurd bericht|пересылаемое сообщение|пересланное сообщение|пересылаемое письмо|начало переадресованного сообщения"
            + "|начало пересылаемого сообщения|转发的邮件|轉寄的郵件|转发邮件信息|转发邮件|轉寄郵件|轉寄郵件信息|转发信息|轉寄訊息|已转发邮件"
            + "|下面是被转发的邮件|以下是轉寄的郵件|开始转发的邮件|開始轉寄的郵件|転送されたメッセージ|転送メッセージ|転送されたメール"
    );

    private static readonly string[] ForwardSubjects = ["fwd:", "fw:", "wg:", "пересл:", "转发:", "转发：", "轉寄:", "轉寄："];

    /// <summary>"-----Original Message-----" and its kin, and the line above which some help desks ask to reply.</summary>
    internal static bool IsReply(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return trimmed.Length <= MaxLength
            && (
                (IsRuled(trimmed) && Replies.Contains(Words(trimmed)))
                || (trimmed.StartsWith("##-", StringComparison.Ordinal) && trimmed.EndsWith("-##", StringComparison.Ordinal))
            );
    }

    /// <summary>"---------- Forwarded message ---------" and its kin; Apple Mail writes a sentence with a colon instead of dashes.</summary>
    internal static bool IsForward(string line)
    {
        var trimmed = line.AsSpan().Trim();
        return trimmed.Length is > 2 and <= MaxLength
            && (IsRuled(trimmed) || trimmed[^1] is ':' or '：')
            && Forwards.Contains(Words(trimmed));
    }

    /// <summary>Some who forward by hand, and some gateways, put the subject first.</summary>
    internal static bool IsForwardSubject(string line) =>
        ForwardSubjects.Any(prefix => line.AsSpan().TrimStart().StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static bool IsRuled(ReadOnlySpan<char> line) => line.Length > 4 && IsRule(line[0]) && IsRule(line[1]);

    private static bool IsRule(char c) => c is '-' or '_' or '=' or '*' or '—' or '－' or '─';

    private static string Words(ReadOnlySpan<char> line) =>
        line.Trim("-_=*—－─ \t\u00A0:：").ToString().Replace('’', '\'').ToLowerInvariant();

    private static FrozenSet<string> Set(string phrases) => phrases.Split('|').ToFrozenSet(StringComparer.Ordinal);
}
