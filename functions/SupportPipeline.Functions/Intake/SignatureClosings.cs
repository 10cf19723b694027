using System.Collections.Frozen;

namespace SupportPipeline.Intake;

/// <summary>The phrases with which people close a letter, above their name.</summary>
internal static class SignatureClosings
{
    private const int MaxLength = 70;

    /// <summary>"With my very best regards": so many words at most before the noun that makes it a closing.</summary>
    private const int MaxWords = 6;

    private static readonly FrozenSet<string> Phrases = Set(
        // English
        "best|all the best|cheers|cheerio|sincerely|sincerely yours|yours sincerely|yours faithfully|yours truly|very truly yours|truly yours|yours|respectfully|respectfully yours|cordially"
            + "|warmly|take care|have a nice day|have a great day|have a good day|have a great weekend|br|kr|rgds|kind rgds|best rgds|b\\r|wishes|xoxo|love|many thanks and regards|thanks and regards|thanks & regards"
            + "|thanks and best regards|thank you and regards|talk soon|ttyl|ciao|vbr|brgds"
            // German
            + "|mfg|mit freundlichen grüßen|mit freundlichem gruß|lg|vg|bg|liebe grüße|viele grüße|beste grüße|schöne grüße|hochachtungsvoll|freundlichst|gruss|gruß|herzlichst|mit besten grüssen|ihr|ihre"
            // French
            + "|cordialement|bien cordialement|très cordialement|cdlt|cdt|bien à vous|bien à toi|amicalement|sincèrement|respectueusement|salutations distinguées|salutations|bonne journée|bonne soirée|à bientôt|meilleures salutations|bàv"
            // Spanish, Catalan
            + "|saludos|un saludo|saludos cordiales|un cordial saludo|cordialmente|atentamente|muy atentamente|atte|un abrazo|abrazos|salutacions|reciba un cordial saludo"
            // Portuguese
            + "|atenciosamente|att|cumprimentos|com os melhores cumprimentos|melhores cumprimentos|os melhores cumprimentos|abraço|abraços|um abraço|respeitosamente|saudações|grato|grata"
            // Italian
            + "|cordiali saluti|distinti saluti|saluti|un saluto|cordialità|tanti saluti|buona giornata|a presto|cari saluti|in fede"
            // Dutch
            + "|met vriendelijke groet|met vriendelijke groeten|vriendelijke groet|hartelijke groet|mvg|groet|groeten|groetjes|gr|hoogachtend|met hartelijke groet"
            // Russian, Ukrainian, Bulgarian
            + "|с уважением|с искренним уважением|с наилучшими пожеланиями|с наилучшими|всего доброго|всего хорошего|всего наилучшего|искренне ваш|искренне ваша|хорошего дня|с благодарностью|до свидания|удачи|с ув"
            + "|з повагою|з найкращими побажаннями|щиро ваш|щиро ваша|гарного дня|всього найкращого|с уважение|поздрави"
            // Polish, Czech, Slovak
            + "|pozdrawiam|z poważaniem|z powazaniem|z wyrazami szacunku|pozdrawiam serdecznie|serdecznie pozdrawiam|pozdrowienia|pozdr|z pozdrowieniami|łączę pozdrowienia|miłego dnia"
            + "|s pozdravem|s přátelským pozdravem|s úctou|hezký den|zdravím|s pozdravom|s priateľským pozdravom|pekný deň"
            // Swedish, Danish, Norwegian, Finnish
            + "|med vänlig hälsning|med vänliga hälsningar|vänliga hälsningar|vänligen|hälsningar|mvh|bästa hälsningar|hälsning|hej då|med venlig hilsen|med venlige hilsner|venlig hilsen|hilsen|mange hilsner|kh|vh|kærlig hilsen"
            + "|med vennlig hilsen|vennlig hilsen|hilsener|beste hilsen|ystävällisin terveisin|terveisin|parhain terveisin|yt|t|yst. terv|ystävällisesti"
            // Turkish, Hungarian, Romanian, Greek, Croatian, Estonian
            + "|saygılarımla|saygılarımızla|iyi çalışmalar|iyi günler|sevgiler|selamlar|en iyi dileklerimle|saygılar|kolay gelsin"
            + "|üdvözlettel|udvozlettel|tisztelettel|üdv|udv|köszönettel|baráti üdvözlettel|szép napot|cu stimă|cu stima|cu respect|toate cele bune|o zi bună"
            + "|με εκτίμηση|φιλικά|χαιρετισμούς|με φιλικούς χαιρετισμούς|s poštovanjem|lijep pozdrav|pozdrav|lp|srdačan pozdrav|lugupidamisega|tervitades|parimat"
            // Chinese
            + "|此致敬礼|此致敬禮|此致|敬礼|敬禮|敬颂商祺|顺颂商祺|順頌商祺|顺祝商祺|順祝商祺|祝商祺|商祺|祝好|谨启|謹啟|敬上|谨上|謹上|祝您工作愉快|祝您生活愉快|祝工作顺利|祝工作順利|工作顺利|順頌時祺|顺颂时祺|順祝安好|顺祝安好|祝安好|祝您一切顺利"
            + "|祝一切顺利|祝一切順利|祝您愉快|此致 敬礼|此致 敬禮|祝身体健康|祝生活愉快|安好"
            // Japanese, Korean
            + "|敬具|草々|かしこ|以上|謹言|드림|올림|배상|안녕히 계세요|좋은 하루 되세요|수고하세요"
    );

    /// <summary>Those that begin many a sentence or name as well.</summary>
    private static readonly FrozenSet<string> Ambiguous = Set(
        "best|love|yours|wishes|t|ihr|ihre|in fede|br|kr|gr|lp|att|yt|ciao|sincerely|warmly|a presto|iyi günler"
    );

    private static readonly FrozenSet<string> Nouns = Set(
        "regards|greetings|wishes|grüßen|grüßen aus|grüssen|grüße|grüsse|gruß|gruss|saludos|saludo|saluti|salutations|groet|groeten|cumprimentos|hilsen|hilsner|hälsning|hälsningar|terveisin|pozdravem|pozdravom|pozdrowieniami"
            + "|üdvözlettel|saygılarımla|уважением|пожеланиями|повагою|побажаннями|sincerely|faithfully"
    );

    private static readonly FrozenSet<string> Thanks = Set(
        "thanks|thank you|many thanks|thanks a lot|thanks so much|thank you very much|thank you so much|thanks in advance|thank you in advance|thx|tia|ty|much appreciated|thanks again|thank you again|with thanks|kind thanks"
            + "|danke|vielen dank|danke schön|vielen dank im voraus|danke im voraus|besten dank|herzlichen dank|merci|merci beaucoup|merci d'avance|merci bien|je vous remercie|gracias|muchas gracias|gracias de antemano|mil gracias"
            + "|obrigado|obrigada|muito obrigado|muito obrigada|desde já agradeço|grazie|grazie mille|molte grazie|grazie in anticipo|bedankt|dank u|dank je|alvast bedankt|hartelijk dank|dank je wel|dank u wel"
            + "|спасибо|большое спасибо|заранее спасибо|спасибо заранее|благодарю|благодарю вас|спасибо большое|дякую|щиро дякую|дуже дякую|dziękuję|dzięki|z góry dziękuję|dziękuję bardzo|děkuji|díky|předem děkuji|ďakujem"
            + "|tack|tack så mycket|tack på förhand|tusen tack|tak|mange tak|på forhånd tak|takk|tusen takk|mange takk|kiitos|kiitos etukäteen|teşekkürler|teşekkür ederim|şimdiden teşekkürler|köszönöm|előre is köszönöm|köszi"
            + "|mulțumesc|multumesc|ευχαριστώ|hvala|aitäh|谢谢|谢谢您|多谢|謝謝|謝謝您|多謝|非常感谢|非常感謝|感谢|感謝|万分感谢|谢谢！|ありがとうございます|ありがとうございました|よろしくお願いいたします|よろしくお願いします|宜しくお願いいたします|宜しくお願い致します|以上、よろしくお願いいたします"
            + "|감사합니다|고맙습니다"
    );

    /// <summary>A closing alone, or with the name behind its comma: "С уважением, Иван Петров".</summary>
    internal static bool IsClosing(string line)
    {
        if (line.Length is 0 or > MaxLength || line[^1] is '?' or '？' or ':' or '：')
        {
            return false;
        }

        var comma = line.AsSpan().IndexOfAny(',', '，');
        var head = Plain(comma > 0 ? line[..comma] : line);
        if (Phrases.Contains(head))
        {
            return comma < 0 || IsNameLike(line.AsSpan(comma + 1));
        }

        var words = head.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (comma < 0 && IsClosingWithName(words, line))
        {
            return true;
        }

        return words.Length is > 0 and <= MaxWords && Nouns.Contains(words[^1]) && (comma < 0 || IsNameLike(line.AsSpan(comma + 1)));
    }

    internal static bool IsThanks(string line) => line.Length is > 0 and <= MaxLength && Thanks.Contains(Plain(line));

    // "LG Anna", "Mvh Anna Svensson", "Viele Grüße aus Berlin".
    private static bool IsClosingWithName(string[] words, string line)
    {
        for (var count = Math.Min(words.Length - 1, 4); count > 0 && words.Length - count <= 2; count--)
        {
            var head = string.Join(' ', words[..count]);
            var rest = line.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries)[count..];
            if (
                Phrases.Contains(head)
                && !Ambiguous.Contains(head)
                && rest.All(word => char.IsUpper(word[0]) || word is "aus" or "z" or "iz")
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNameLike(ReadOnlySpan<char> rest) => rest.Trim().Length <= 40 && !rest.ContainsAny('?', '？', '!');

    private static string Plain(string text)
    {
        var end = text.Length;
        while (end > 0 && !char.IsLetter(text[end - 1]))
        {
            // Punctuation, stars of bold text, and the pictures that people put behind "Cheers".
            end--;
        }

        return text[..end].TrimStart(' ', '\t', '*', '_', '~', '-', '—', '\u3000', '\u00A0').Replace('’', '\'').ToLowerInvariant();
    }

    private static FrozenSet<string> Set(string phrases) => phrases.Split('|').ToFrozenSet(StringComparer.Ordinal);
}
