using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Demo.Story;

/// <summary>What the Russian and the Chinese customers write, in the character sets their mail programs still use.</summary>
internal static class OtherLanguagesMails
{
    private const string Lin = "林雅婷 <lin.yating@example.org>";

    public static OutgoingTestEmail Russian() =>
        Letter.New(
            "Ольга Смирнова <olga.smirnova@example.com>",
            "Не пришёл заказ 55-30418",
            """
            Добрый день!

            Две недели назад я заказала у вас кофемолку в подарок маме, у неё в субботу день рождения.
            На сайте уже пять дней написано «передано в доставку», а посылки всё нет.
            Подскажите, пожалуйста, успеет ли она прийти? Если нет, я поищу что-нибудь в магазине рядом.

            Спасибо!
            Ольга
            """,
            "windows-1251"
        );

    public static OutgoingTestEmail SimplifiedChinese() =>
        Letter.New(
            "王晓明 <wang.xiaoming@example.com>",
            "电饭煲显示E3，煮不了饭",
            """
            你们好：

            上个月在你们网店买的电饭煲，这两天一开机就显示E3，怎么按都没有反应。
            家里有老人和孩子，每天都要用，现在只能去外面买饭，挺不方便的。
            请问这是什么问题？可以换一台新的吗？发票和保修卡我都还留着。

            谢谢！
            王晓明
            """,
            "gb2312"
        );

    public static OutgoingTestEmail TraditionalChinese() =>
        Letter.New(
            Lin,
            "想請問吸塵器濾網要怎麼買",
            """
            您好：

            我去年買的無線吸塵器很好用，不過濾網已經洗不乾淨了，想請問哪裡可以買到新的？
            網站上的型號跟我機器底下寫的不太一樣，我怕買錯。另外，家裡有養貓，大概多久要換一次？

            麻煩您了，謝謝！
            林雅婷
            """,
            "big5"
        );

    /// <summary>Its envelope has no sender, as mail programs do it, and it quotes our subject.</summary>
    public static OutgoingTestEmail Absence(SinkMail acknowledgement)
    {
        ArgumentNullException.ThrowIfNull(acknowledgement);
        var answer = Letter.Answer(
            acknowledgement,
            Lin,
            $"自動回覆：{acknowledgement.Subject}",
            """
            您好，我這週休假，下週一回到辦公室後會盡快回信。

            林雅婷
            """
        );
        return Letter.With(answer, ("Auto-Submitted", "auto-replied"), ("X-Auto-Response-Suppress", "All")) with { EnvelopeFrom = "" };
    }
}
