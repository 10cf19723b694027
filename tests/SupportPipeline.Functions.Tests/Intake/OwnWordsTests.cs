using FsCheck;
using FsCheck.Fluent;
using SupportPipeline.Intake;

namespace SupportPipeline.Functions.Tests.Intake;

public sealed class OwnWordsTests
{
    private const string Own = "It still does not work.";

    [Theory]
    [InlineData("On Fri, May 3, 2024 at 10:11 AM Shop Support <support@shop.example> wrote:")]
    [InlineData("On Fri, May 3, 2024 at 10:11 AM Shop Support, the friendly one\n<support@shop.example> wrote:")]
    [InlineData("On 3 May 2024, at 10:11, Shop Support <support@shop.example> wrote:")]
    [InlineData("At 2024-05-03 10:11:12, \"Shop\" <support@shop.example> wrote:")]
    [InlineData("Am Fr., 3. Mai 2024 um 10:11 Uhr schrieb Shop <support@shop.example>:")]
    [InlineData("Le ven. 3 mai 2024 à 10:11, Shop <support@shop.example> a écrit\u00A0:")]
    [InlineData("El vie, 3 may 2024 a las 10:11, Shop (<support@shop.example>) escribió:")]
    [InlineData("Il giorno ven 3 mag 2024 alle ore 10:11 Shop <support@shop.example> ha scritto:")]
    [InlineData("Em sex., 3 de mai. de 2024 às 10:11, Shop <support@shop.example> escreveu:")]
    [InlineData("Op vr 3 mei 2024 om 10:11 schreef Shop <support@shop.example>:")]
    [InlineData("пт, 3 мая 2024 г. в 10:11, Shop <support@shop.example>:")]
    [InlineData("3 мая 2024 г., в 10:11, Shop <support@shop.example> написал(а):")]
    [InlineData("03.05.2024, 10:11, \"Shop\" <support@shop.example>:")]
    [InlineData("Пятница, 3 мая 2024, 10:11 +03:00 от Shop <support@shop.example>:")]
    [InlineData("Shop <support@shop.example> 于2024年5月3日周五 10:11写道：")]
    [InlineData("在 2024-05-03 10:11:12，\"Shop\" <support@shop.example> 写道：")]
    [InlineData("Shop <support@shop.example> 於 2024年5月3日 週五 上午10:11寫道：")]
    [InlineData("2024年5月3日(金) 10:11 Shop <support@shop.example>:")]
    [InlineData("2024/05/03 10:11、Shop <support@shop.example>のメール:")]
    [InlineData("-----Original Message-----")]
    [InlineData("-----Ursprüngliche Nachricht-----")]
    [InlineData("----- Исходное сообщение -----")]
    [InlineData("------------------ 原始邮件 ------------------")]
    [InlineData("------------------\u00A0Original\u00A0------------------")]
    [InlineData("---- 回复的原邮件 ----")]
    [InlineData("##- Please type your reply above this line -##")]
    [InlineData(
        "________________________________\nFrom: Shop <support@shop.example>\nSent: Friday, 3 May 2024 10:11\nTo: Jo Smith\nSubject: RE: Kettle"
    )]
    [InlineData("From: Shop\nSent: Friday, 3 May 2024 10:11\nTo: Jo Smith\nSubject: RE: Kettle")]
    [InlineData("*Von:* Shop <support@shop.example>\n*Gesendet:* Freitag, 3. Mai 2024 10:11\n*An:* Jo\n*Betreff:* AW: Kessel")]
    [InlineData("De : Shop <support@shop.example>\nEnvoyé : vendredi 3 mai 2024 10:11\nÀ : Jo\nObjet : RE: Bouilloire")]
    [InlineData("От: Shop <support@shop.example>\n\nОтправлено: 3 мая 2024 г. 10:11\n\nКому: Иван\n\nТема: RE: Чайник")]
    [InlineData(
        "发件人: \"Shop\" <support@shop.example>;\n发送时间: 2024年5月3日(星期五) 10:11\n收件人: \"王\" <w@example.cn>;\n主题: 回复：水壶"
    )]
    [InlineData("寄件者: Shop <support@shop.example>\n寄件日期: 2024年5月3日 上午 10:11\n收件者: 王\n主旨: 回覆：水壺")]
    public void Cuts_below_what_introduces_an_earlier_mail(string introduction)
    {
        const string Earlier = "Dear customer, please restart it.";

        Assert.Equal(new MessageText(Own, $"{introduction}\n\n{Earlier}", ""), OwnWords.Split($"{Own}\n\n{introduction}\n\n{Earlier}"));
        Assert.Equal(
            new MessageText(Own, $"{introduction}\n> {Earlier}", ""),
            OwnWords.Split($"{Own}\r\n{introduction}\r\n> {Earlier}\r\n")
        );
    }

    [Fact]
    public void Keeps_answers_between_quoted_parts()
    {
        var text = OwnWords.Split(
            "Hello,\n\nOn 3 May 2024 Shop <support@shop.example> wrote:\n> Which colour?\nRed.\n\n> Which size?\n\nSmall, please."
        );

        Assert.Equal("Hello,\n\nRed.\n\nSmall, please.", text.Own);
        Assert.Equal("On 3 May 2024 Shop <support@shop.example> wrote:\n> Which colour?\n\n> Which size?", text.Quoted);
        Assert.Equal("", text.Signature);
    }

    [Theory]
    [InlineData("From: Berlin\nTo: Munich\nDate: 3 May\nI need a ticket.")]
    [InlineData("On 3 May 2024 at 10:11 I wrote:\nplease cancel.\nNobody did.")]
    [InlineData("I have two questions:\nWhere is it?\nWhen does it come?")]
    [InlineData("Sent from my old address by mistake, sorry.")]
    [InlineData("Отправлено из Москвы неделю назад и до сих пор не пришло")]
    [InlineData("来自中国的包裹还没有到")]
    [InlineData("Thanks")]
    [InlineData("Hello\nThanks\nMy order number is 12345")]
    [InlineData("Best, I think, would be a refund of the whole order, would it not?")]
    public void Leaves_alone_what_only_looks_like_a_quotation_or_signature(string text)
    {
        Assert.Equal(new MessageText(text, "", ""), OwnWords.Split(text));
    }

    [Theory]
    [InlineData("-- \nJo Smith\nBuyer, Example Ltd\n+44 20 7946 0000")]
    [InlineData("Sent from my iPhone")]
    [InlineData("Get Outlook for iOS")]
    [InlineData("Отправлено с iPhone")]
    [InlineData("Отправлено из мобильной Почты Mail.ru")]
    [InlineData("发自我的iPhone")]
    [InlineData("從我的 iPhone 傳送")]
    [InlineData("Von meinem iPhone gesendet")]
    [InlineData("Best regards,\nJo Smith")]
    [InlineData("Kind regards\n\nJo Smith\nExample Ltd")]
    [InlineData("С уважением,\nИван Петров")]
    [InlineData("С уважением, Иван Петров")]
    [InlineData("此致\n敬礼\n王小明\n2024年5月3日")]
    [InlineData("順頌商祺\n王小明")]
    [InlineData(
        "This email and any attachments are confidential and intended for the addressee only.\nIf you got it by mistake, delete it."
    )]
    [InlineData("Данное сообщение и любые приложения к нему являются конфиденциальными.")]
    [InlineData("本邮件及其附件含有保密信息，仅限于发送给上面地址中列出的个人。")]
    public void Takes_off_signatures(string signature)
    {
        Assert.Equal(new MessageText(Own, "", signature), OwnWords.Split($"{Own}\n\n{signature}\n"));
        Assert.Equal(new MessageText(Own, "> before", signature), OwnWords.Split($"{Own}\n\n{signature}\n\n> before"));
    }

    [Theory]
    [InlineData("Thanks,", "Jo Smith")]
    [InlineData("Спасибо!", "Иван")]
    [InlineData("谢谢！", "王小明")]
    public void Keeps_thanks_and_takes_the_name_below_off(string thanks, string name)
    {
        Assert.Equal(new MessageText($"{Own}\n\n{thanks}", "", name), OwnWords.Split($"{Own}\n\n{thanks}\n{name}"));
    }

    [Fact]
    public void Keeps_thanks_that_are_all_there_is()
    {
        Assert.Equal(new MessageText("Thanks!", "", "Jo Smith"), OwnWords.Split("Thanks!\nJo Smith"));
    }

    [Fact]
    public void Keeps_a_postscript()
    {
        var text = OwnWords.Split($"{Own}\n\nRegards,\nJo\n\nP.S. The order is 4711.");

        Assert.Equal(new MessageText($"{Own}\n\nP.S. The order is 4711.", "", "Regards,\nJo"), text);
    }

    [Theory]
    [InlineData("> only a quotation")]
    [InlineData("On 3 May 2024 Shop <support@shop.example> wrote:\n> Which colour?")]
    [InlineData("Sent from my iPhone\n\n> only a quotation")]
    public void Gives_everything_as_quoted_when_nothing_own_remains(string text)
    {
        Assert.Equal(new MessageText("", text, ""), OwnWords.Split(text));
    }

    [Theory]
    [InlineData("---------- Forwarded message ---------\nFrom: Bank <bank@example.com>\nSubject: Payment\n\nPaid.")]
    [InlineData("Begin forwarded message:\n\n> From: Bank\n> Paid.")]
    [InlineData("> ---------- Forwarded message ---------\n> Paid.")]
    [InlineData("Fwd: Payment\n\n> Paid.")]
    [InlineData("---------- 轉寄的郵件 ----------\n寄件者: 銀行 <bank@example.com>\n主旨: 付款\n已付款。")]
    public void Takes_the_whole_of_a_mail_that_only_forwards_another_for_own(string text)
    {
        Assert.Equal(new MessageText(text, "", "") { IsForward = true }, OwnWords.Split(text));
    }

    [Fact]
    public void Quotes_a_forwarded_mail_below_the_words_of_who_forwards_it()
    {
        var text = OwnWords.Split("Please look at this.\n\n-- \nJo\n\n-------- Пересылаемое сообщение --------\nОплачено.\n> ok");

        Assert.Equal(
            new MessageText("Please look at this.", "-------- Пересылаемое сообщение --------\nОплачено.\n> ok", "-- \nJo")
            {
                IsForward = true,
            },
            text
        );
    }

    [Fact]
    public void A_reply_to_a_forwarded_mail_is_no_forward()
    {
        var text = OwnWords.Split($"{Own}\n> On Friday you wrote:\n> ---------- Forwarded message ---------\n> Paid.");

        Assert.Equal(Own, text.Own);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    public void Is_empty_when_nothing_was_written(string text)
    {
        Assert.Equal(new MessageText("", "", ""), OwnWords.Split(text));
    }

    [Theory]
    [InlineData("On 3 May 2024\n")]
    [InlineData("a\n> b\n")]
    [InlineData("From: x\n")]
    [InlineData("-- \n")]
    [InlineData("Regards,\n")]
    [InlineData("a:")]
    [InlineData("<a@b wrote ")]
    [InlineData("\n")]
    public void Survives_a_megabyte_of_hostile_input(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));

        AssertNothingIsLost(text);
    }

    [Fact]
    public void Loses_no_line_whatever_the_message_is_made_of()
    {
        string[] pieces =
        [
            Own,
            "",
            " ",
            "> quoted",
            ">> deeper",
            "On 3 May 2024 Shop <support@shop.example> wrote:",
            "-----Original Message-----",
            "-- ",
            "From: Shop <s@shop.example>",
            "Sent: Friday",
            "To: Jo",
            "Subject: x",
            "Best regards,",
            "Thanks,",
            "Jo Smith",
            "P.S. more",
            "Sent from my iPhone",
            "This email and any attachments are confidential.",
            "_____________",
            "写道：",
            "谢谢",
            "a\rb",
            "end\r",
            "Why?",
        ];
        var messages = Gen.Elements(pieces).ListOf().Select(lines => string.Join('\n', lines)).ToArbitrary();

        Prop.ForAll(messages, AssertNothingIsLost).QuickCheckThrowOnFailure();
        Prop.ForAll<NonNull<string>>(text => AssertNothingIsLost(text.Get)).QuickCheckThrowOnFailure();
    }

    private static void AssertNothingIsLost(string text)
    {
        var parts = OwnWords.Split(text);

        Assert.Equal(Lines(text), Lines(string.Join('\n', parts.Own, parts.Quoted, parts.Signature)));
    }

    private static string[] Lines(string text) =>
        text.Split('\n')
            .Select(line => line.TrimEnd('\r'))
            .Where(line => !string.IsNullOrWhiteSpace(line))
            .Order(StringComparer.Ordinal)
            .ToArray();
}
