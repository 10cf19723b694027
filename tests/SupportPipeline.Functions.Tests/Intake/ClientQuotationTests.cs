namespace SupportPipeline.Intake;

/// <summary>What the common mail programs put above the mail that is answered, in the languages of their users.</summary>
public sealed class ClientQuotationTests
{
    private const string Own = "Das Gerät geht nicht.\nBitte um Hilfe.";
    private const string Earlier = "Dear customer,\n\nplease restart the device.\n\nKind regards\nShop";

    public static TheoryData<string> Introductions =>
        [
            "Am Fr., 3. Mai 2024 um 10:11 Uhr schrieb Shop Support <\nsupport@shop.example>:",
            "Le ven. 3 mai 2024 à 10:11, Shop Support <support@shop.example> a\nécrit :",
            "El vie, 3 may 2024 a las 10:11, Shop Support (<support@shop.example>)\nescribió:",
            "Il giorno ven 3 mag 2024 alle ore 10:11 Shop Support <\nsupport@shop.example> ha scritto:",
            "Em sex., 3 de mai. de 2024 às 10:11, Shop Support <support@shop.example>\nescreveu:",
            "Op vr 3 mei 2024 om 10:11 schreef Shop Support <support@shop.example>:",
            "пт, 3 мая 2024 г. в 10:11, Shop Support <support@shop.example>:",
            "пт, 3 трав. 2024 р. о 10:11 Shop Support <support@shop.example> пише:",
            "pt., 3 maj 2024 o 10:11 Shop Support <support@shop.example> napisał(a):",
            "Shop Support <support@shop.example>, 3 May 2024 Cum, 10:11 tarihinde şunu\nyazdı:",
            "2024年5月3日(金) 10:11 Shop Support <support@shop.example>:",
            "2024년 5월 3일 (금) 오전 10:11, Shop Support <support@shop.example>님이 작성:",
            "Shop Support <support@shop.example> 于2024年5月3日周五 10:11写道：",
            "Shop Support <support@shop.example> 於 2024年5月3日 週五 上午10:11寫道：",
            "Den fre 3 maj 2024 kl 10:11 skrev Shop Support <support@shop.example>:",
            "Den fre. 3. maj 2024 kl. 10.11 skrev Shop Support <support@shop.example>:",
            "fre. 3. mai 2024 kl. 10:11 skrev Shop Support <support@shop.example>:",
            "pe 3. toukok. 2024 klo 10.11 Shop Support (support@shop.example) kirjoitti:",
            "pá 3. 5. 2024 v 10:11 odesílatel Shop Support <support@shop.example> napsal:",
            "Shop Support <support@shop.example> ezt írta (időpont: 2024. máj. 3., P,\n10:11):",
            "În vin., 3 mai 2024 la 10:11, Shop Support <support@shop.example> a scris:",
            "Στις Παρ 3 Μαΐ 2024 στις 10:11 π.μ., ο χρήστης Shop Support <\nsupport@shop.example> έγραψε:",
            "Vào Th 6, 3 thg 5, 2024 vào lúc 10:11 Shop <support@shop.example> đã viết:",
            "في الجمعة، 3 مايو 2024 في 10:11 ص تمت كتابة ما يلي بواسطة Shop <support@shop.example>:",
            "\u200Fבתאריך יום ו׳, 3 במאי 2024 ב-10:11 מאת \u202AShop\u202C\u200F <\u202Asupport@shop.example\u202C\u200F>:\u200F",
            "Am 03.05.24 um 10:11 schrieb Shop Support:",
            "Le 03/05/2024 à 10:11, Shop Support a écrit :",
            "Il 03/05/2024 10:11, Shop Support ha scritto:",
            "El 03/05/2024 a las 10:11, Shop Support escribió:",
            "Em 03/05/2024 10:11, Shop Support escreveu:",
            "W dniu 3.05.2024 o 10:11, Shop Support pisze:",
            "03.05.2024 10:11, Shop Support пишет:",
            "03.05.24 10:11, Shop Support пише:",
            "Op 3-5-2024 om 10:11 schreef Shop Support:",
            "Den 2024-05-03 kl. 10:11, skrev Shop Support:",
            "On 2024/05/03 10:11, Shop Support wrote:",
            "在 2024/5/3 10:11, Shop Support 写道:",
            "3.05.2024 10:11 tarihinde Shop Support yazdı:",
            "Am 03.05.2024 um 10:11 schrieb Shop Support <support@shop.example>:",
            "Le 3 mai 2024 à 10:11, Shop Support <support@shop.example> a écrit :",
            "El 3 may 2024, a las 10:11, Shop Support <support@shop.example> escribió:",
            "Il giorno 3 mag 2024, alle ore 10:11, Shop Support <support@shop.example> ha scritto:",
            "3 мая 2024 г., в 10:11, Shop Support <support@shop.example> написал(а):",
            "2024年5月3日 10:11，Shop Support <support@shop.example> 写道：",
            "Shop Support <support@shop.example> 於 2024年5月3日 上午10:11 寫道：",
            "2024/05/03 10:11、Shop Support <support@shop.example>のメール:",
            "2024. 5. 3. 오전 10:11, Shop Support <support@shop.example> 작성:",
            "Op 3 mei 2024 om 10:11 heeft Shop Support <support@shop.example> het volgende geschreven:",
            "Wiadomość napisana przez Shop Support <support@shop.example> w dniu 3 maj 2024, o godz. 10:11:",
            "3 maj 2024 kl. 10:11 skrev Shop Support <support@shop.example>:",
            "Shop Support <support@shop.example> şunları yazdı (3 May 2024 10:11):",
            "Em 3 de mai. de 2024, à(s) 10:11, Shop Support <support@shop.example> escreveu:",
            "    Am Freitag, 3. Mai 2024 um 10:11:12 MESZ hat Shop Support <support@shop.example> Folgendes geschrieben:",
            "    Le vendredi 3 mai 2024 à 10:11:12 UTC+2, Shop Support <support@shop.example> a écrit :",
            "    El viernes, 3 de mayo de 2024, 10:11:12 CEST, Shop Support <support@shop.example> escribió:",
            "    Shop Support <support@shop.example> 在 2024年5月3日 星期五 上午10:11:12 [GMT+8] 寫道：",
            "03.05.2024, 10:11, \"Shop Support\" <support@shop.example>:",
            "Пятница, 3 мая 2024, 10:11 +03:00 от Shop Support <support@shop.example>:",
            "在 2024-05-03 10:11:12，\"Shop Support\" <support@shop.example> 写道：",
            "At 2024-05-03 10:11:12, \"Shop Support\" <support@shop.example> wrote:",
            "---- 回复的原邮件 ----\n| 发件人 | Shop Support<support@shop.example> |\n| 日期 | 2024年05月03日 10:11 |\n| 收件人 | <a@b.example> |\n| 抄送至 | |\n| 主题 | Re: x |",
            "---- Replied Message ----\n| From | Shop Support<support@shop.example> |\n| Date | 05/03/2024 10:11 |\n| To | <a@b.example> |\n| Subject | Re: x |",
            "------------------ 原始邮件 ------------------\n发件人:   \"Shop\"   <support@shop.example>;\n发送时间:&nbsp;2024年5月3日(星期五) 上午10:11\n收件人:&nbsp;\"a\"<a@b.example>;\n\n主题:&nbsp;Re: x",
            "------------------&nbsp;Original&nbsp;------------------\nFrom: \"Shop\" <support@shop.example>;\nDate: Fri, May 3, 2024 10:11 AM\nTo: \"a\"<a@b.example>;\nSubject: Re: x",
            "发件人： Shop Support\n发送时间： 2024-05-03 10:11\n收件人： a@b.example\n主题： Re: x",
            "From: Shop Support\nDate: 2024-05-03 10:11\nTo: a\nSubject: Re: x",
            "Von: Shop Support <support@shop.example>\nGesendet: Freitag, 3. Mai 2024 10:11\nAn: Anna <a@b.example>\nBetreff: AW: x",
            "De : Shop Support <support@shop.example>\nEnvoyé : vendredi 3 mai 2024 10:11\nÀ : Anna <a@b.example>\nObjet : RE: x",
            "De: Shop Support <support@shop.example>\nEnviado: viernes, 3 de mayo de 2024 10:11\nPara: Anna <a@b.example>\nAsunto: RE: x",
            "De: Shop Support <support@shop.example>\nEnviado: sexta-feira, 3 de maio de 2024 10:11\nPara: Anna <a@b.example>\nAssunto: RE: x",
            "Da: Shop Support <support@shop.example>\nInviato: venerdì 3 maggio 2024 10:11\nA: Anna <a@b.example>\nOggetto: R: x",
            "Van: Shop Support <support@shop.example>\nVerzonden: vrijdag 3 mei 2024 10:11\nAan: Anna <a@b.example>\nOnderwerp: RE: x",
            "От: Shop Support <support@shop.example>\nОтправлено: 3 мая 2024 г. 10:11\nКому: Anna <a@b.example>\nТема: RE: x",
            "Від: Shop Support <support@shop.example>\nНадіслано: 3 травня 2024 р. 10:11\nКому: Anna <a@b.example>\nТема: RE: x",
            "Od: Shop Support <support@shop.example>\nWysłane: piątek, 3 maja 2024 10:11\nDo: Anna <a@b.example>\nTemat: RE: x",
            "发件人: Shop Support <support@shop.example>\n发送时间: 2024年5月3日 10:11\n收件人: Anna <a@b.example>\n主题: 答复: x",
            "寄件者: Shop Support <support@shop.example>\n寄件日期: 2024年5月3日 上午 10:11\n收件者: Anna <a@b.example>\n主旨: RE: x",
            "差出人: Shop Support <support@shop.example>\n送信日時: 2024年5月3日 10:11\n宛先: Anna <a@b.example>\n件名: RE: x",
            "보낸 사람: Shop Support <support@shop.example>\n보낸 날짜: 2024년 5월 3일 금요일 오전 10:11\n받는 사람: Anna <a@b.example>\n제목: RE: x",
            "Kimden: Shop Support <support@shop.example>\nGönderildi: 3 Mayıs 2024 Cuma 10:11\nKime: Anna <a@b.example>\nKonu: RE: x",
            "Från: Shop Support <support@shop.example>\nSkickat: den 3 maj 2024 10:11\nTill: Anna <a@b.example>\nÄmne: Sv: x",
            "From: Shop Support <support@shop.example>\nDate: Friday, 3 May 2024 at 10:11\nTo: Anna <a@b.example>\nSubject: Re: x",
            "*From:* Shop Support <support@shop.example>\n*Sent:* Friday, May 3, 2024 10:11 AM\n*To:* Anna\n*Subject:* RE: x",
            "-------- Original message --------\nFrom: Shop Support <support@shop.example>\nDate: 03/05/2024 10:11 (GMT+01:00)\nTo: a@b.example\nSubject: Re: x",
            "-------- Ursprüngliche Nachricht --------\nVon: Shop Support <support@shop.example>\nDatum: 03.05.24 10:11 (GMT+01:00)\nAn: a@b.example\nBetreff: Re: x",
            "-------- Message d'origine --------\nDe : Shop Support <support@shop.example>\nDate : 03/05/2024 10:11 (GMT+01:00)\nÀ : a@b.example\nObjet : Re: x",
            "-------- Исходное сообщение --------\nОт: Shop Support <support@shop.example>\nДата: 03.05.2024 10:11 (GMT+03:00)\nКому: a@b.example\nТема: Re: x",
            "-----\"Shop Support\" <support@shop.example> wrote: -----\nTo: a@b.example\nFrom: \"Shop Support\" <support@shop.example>\nDate: 05/03/2024 10:11AM\nSubject: Re: x",
            "-----\"Shop Support\" <support@shop.example> schrieb: -----\nAn: a@b.example\nVon: \"Shop Support\" <support@shop.example>\nDatum: 03.05.2024 10:11\nBetreff: Re: x",
            "From:\tShop Support <support@shop.example>\nTo:\ta@b.example\nDate:\t05/03/2024 10:11 AM\nSubject:\tRe: x",
            ">>> Shop Support <support@shop.example> 03.05.24 10:11 >>>",
            ">>> \"Shop Support\" <support@shop.example> 5/3/2024 10:11 AM >>>",
            "---- On Fri, 03 May 2024 10:11:12 +0300 Shop Support <support@shop.example> wrote ---",
            "Am 2024-05-03 10:11, schrieb Shop Support:",
            "On 2024-05-03 10:11, Shop Support wrote:",
            "W dniu 2024-05-03 10:11, Shop Support napisał(a):",
            "On Friday, May 3rd, 2024 at 10:11, Shop Support <support@shop.example> wrote:",
            "‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐\nOn Friday, May 3rd, 2024 at 10:11 AM, Shop <support@shop.example> wrote:",
            "Le vendredi 3 mai 2024 à 10:11, Shop Support <support@shop.example> a écrit :",
            "-----Original Message-----\nFrom: Shop Support <support@shop.example>\nDate: Fri, 3 May 2024 10:11:12 \nTo: <a@b.example>\nSubject: Re: x",
            "-----Original Message-----\nFrom: \"Shop\"<support@shop.example>\nTo: <a@b.example>;\nCc:\nSent: 2024-05-03 (금) 10:11:12 (GMT+09:00)\nSubject: Re: x",
            "________________________________\nFrom: Shop Support <support@shop.example>\nSent: Friday, May 3, 2024 10:11 AM\nTo: Anna <a@b.example>\nSubject: Re: x",
        ];

    [Theory]
    [MemberData(nameof(Introductions))]
    public void Cuts_below_the_introduction_when_the_earlier_mail_has_no_marks(string introduction)
    {
        Assert.Equal(Own, OwnWords.Split($"{Own}\n\n{introduction}\n\n{Earlier}\n").Own);
    }

    [Theory]
    [MemberData(nameof(Introductions))]
    public void Takes_the_introduction_off_when_the_earlier_mail_has_marks(string introduction)
    {
        var text = OwnWords.Split($"Hallo,\n\n{introduction}\n\n> Which colour?\n\nRed.\n\n> Which size?\nSmall.\n");

        // Without a line of its own nothing tells GroupWise's introduction from a quotation, and a header's rest is quoted to the end.
        Assert.StartsWith("Hallo,", text.Own, StringComparison.Ordinal);
        Assert.DoesNotContain("colour", text.Own, StringComparison.Ordinal);
        Assert.DoesNotContain("Shop", text.Own, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Shop Support kirjoitti 3.5.2024 klo 10.11:")]
    [InlineData("Shop Support wrote on 5/3/2024 10:11 AM:")]
    [InlineData("Shop Support wrote:")]
    [InlineData("Shop Support schrieb:")]
    [InlineData("On Friday you wrote:")]
    [InlineData("2013/7/20 Shop via Lists <support@shop.example>")]
    [InlineData("Quoting Shop <support@shop.example>:")]
    public void Takes_a_weak_introduction_for_one_when_marks_follow(string introduction)
    {
        Assert.Equal($"{Own}\n\nRed.", OwnWords.Split($"{Own}\n\n{introduction}\n\n> Which colour?\n\nRed.").Own);
    }

    [Theory]
    [InlineData("My father sent from Berlin a parcel with Android phones yesterday and it got lost.")]
    [InlineData("I sent it from my iPhone yesterday but got no answer.")]
    [InlineData("Hello\n\nI need:\n- kettle\n- blender")]
    [InlineData("Please send to:\nAnna Weber\nMain Street 5\n12345 Berlin")]
    [InlineData("My questions:\n1. Where?\n2. When?\n\nBest would be a refund.")]
    [InlineData("From: Berlin\nTo: Munich\nDate: 3 May\nI need a ticket.")]
    [InlineData("Order details\n-----------\nKettle\nBlender\nToaster sold out, so please refund me.")]
    [InlineData("The parcel was sent on 3 May 2024.\n\nI wrote to you at 10:11 and nobody answered:\nplease help.")]
    [InlineData("Regards to your team, they did a great job.")]
    [InlineData("On 3 May 2024 at 10:11 I wrote:\nplease cancel.\nNobody did.")]
    [InlineData("Subject: Order 4711\nDate: 3 May\n\nWhere is it?")]
    [InlineData("您好，\n我在2024年5月3日10:11写道：\n请取消。")]
    [InlineData("Я писал вам 3 мая 2024 в 10:11:\nотмените заказ.")]
    [InlineData("Am 3. Mai 2024 um 10:11 schrieb ich Ihnen:\nbitte stornieren.")]
    [InlineData("Danke, das hat geholfen.")]
    [InlineData("Sent from the front desk, see the parcel number above.")]
    [InlineData("来自中国的包裹还没有到")]
    [InlineData("This is confidential, so I write to the manager only.")]
    [InlineData("Thanks for asking\n- it works now")]
    public void Leaves_alone_what_people_write_themselves(string text)
    {
        Assert.Equal(new MessageText(text, "", ""), OwnWords.Split(text));
    }

    [Fact]
    public void Takes_the_folded_rest_of_a_quoted_line_with_it()
    {
        const string Text =
            "It fails.\n\nOn 3 May 2024 at 10:11, Shop wrote:\n> Please restart the device and wait until the lamp is green, it takes up to ten\nminutes.\n"
            + "> See https://shop.example/help/articles/restart-the-device-in-ten-\nminutes\n> Did it help?\nno\n> Bye";

        Assert.Equal("It fails.\n\nno", OwnWords.Split(Text).Own);
    }
}
