namespace SupportPipeline.Intake;

/// <summary>What stands below people's words, in the languages and forms of everyday mail.</summary>
public sealed class ClientSignatureTests
{
    private const string Own = "Das Gerät geht nicht.\nBitte um Hilfe.";

    [Theory]
    [InlineData("Mit freundlichen Grüßen\n\nAnna Weber\nEinkauf\nBeispiel GmbH\nTel.: +49 30 1234567")]
    [InlineData("MfG\nAnna")]
    [InlineData("Viele Grüße aus Berlin\nAnna")]
    [InlineData("LG Anna")]
    [InlineData("Cordialement,\nAnne Dupont\n06 12 34 56 78")]
    [InlineData("Bien à vous,\n\nAnne")]
    [InlineData("Un saludo,\nAna García")]
    [InlineData("Saludos cordiales\nAna")]
    [InlineData("Atenciosamente,\nAna Silva")]
    [InlineData("Cordiali saluti\nAnna Rossi")]
    [InlineData("Met vriendelijke groet,\n\nAnna de Vries")]
    [InlineData("Z poważaniem\nAnna Nowak")]
    [InlineData("З повагою,\nОлена Коваль")]
    [InlineData("С уважением,\nАнна Иванова\n+7 495 123-45-67")]
    [InlineData("敬具\n山田太郎")]
    [InlineData("Saygılarımla,\nAyşe Yılmaz")]
    [InlineData("Med vänlig hälsning\nAnna Svensson")]
    [InlineData("Mvh Anna")]
    [InlineData("祝好！\n王小明")]
    [InlineData("Best,\nAnna\n\nAnna Weber | Head of Buying | Example Ltd\nwww.example.com")]
    [InlineData("Thanks & regards,\nAnna")]
    [InlineData("Cheers,\nAnna")]
    [InlineData("Yours sincerely,\n\nMs Anna Weber")]
    [InlineData("---\nAnna Weber")]
    [InlineData("-- \n-- \nAnna")]
    [InlineData("__________________\nAnna Weber\nExample Ltd | Berlin\n+49 30 1234567")]
    [InlineData("-Anna")]
    [InlineData("/Anna")]
    [InlineData("~ Anna Weber")]
    [InlineData("CONFIDENTIALITY NOTICE: This e-mail is for the addressee only and may be privileged.")]
    [InlineData("Diese E-Mail kann vertrauliche Informationen enthalten und ist nur für den genannten Empfänger bestimmt.")]
    [InlineData("Ce message est confidentiel et à l'usage exclusif de ses destinataires, merci de le supprimer sinon.")]
    [InlineData("Cheers 🎉\nAnna")]
    [InlineData("**Best regards**\n**Anna**")]
    [InlineData("Sent from my iPhone")]
    [InlineData("Von meinem iPhone gesendet")]
    [InlineData("Envoyé de mon iPhone")]
    [InlineData("Enviado desde mi iPhone")]
    [InlineData("Enviado do meu iPhone")]
    [InlineData("Inviato da iPhone")]
    [InlineData("Verstuurd vanaf mijn iPhone")]
    [InlineData("Wysłane z iPhone'a")]
    [InlineData("Wysłane z mojego iPhone’a")]
    [InlineData("Отправлено с iPhone")]
    [InlineData("Надіслано з iPhone")]
    [InlineData("发自我的iPhone")]
    [InlineData("從我的iPhone傳送")]
    [InlineData("iPhoneから送信")]
    [InlineData("나의 iPhone에서 보냄")]
    [InlineData("iPhone'umdan gönderildi")]
    [InlineData("Skickat från min iPhone")]
    [InlineData("Sendt fra min iPhone")]
    [InlineData("Lähetetty iPhonesta")]
    [InlineData("Odesláno z iPhonu")]
    [InlineData("Gesendet von Outlook für iOS")]
    [InlineData("Holen Sie sich Outlook für Android")]
    [InlineData("Télécharger Outlook pour iOS")]
    [InlineData("Obtener Outlook para iOS")]
    [InlineData("Obter o Outlook para iOS")]
    [InlineData("Ottieni Outlook per iOS")]
    [InlineData("Outlook voor iOS downloaden")]
    [InlineData("Pobierz program Outlook dla systemu iOS")]
    [InlineData("Get Outlook for iOS<https://aka.ms/o0ukef>")]
    [InlineData("获取 Outlook for iOS")]
    [InlineData("取得 iOS 版 Outlook")]
    [InlineData("Gesendet mit der GMX Mail App")]
    [InlineData("Gesendet von meinem Samsung Galaxy Smartphone.")]
    [InlineData("Envoyé depuis mon smartphone Samsung Galaxy.")]
    [InlineData("Sent from Yahoo Mail for iPhone")]
    [InlineData("Sent with Proton Mail secure email.")]
    [InlineData("Sent from Proton Mail mobile")]
    [InlineData("Отправлено из мобильной Почты Mail.ru")]
    [InlineData("Отправлено из мобильного приложения Яндекс Почты")]
    [InlineData("发自我的华为手机")]
    [InlineData("来自我的华为手机")]
    [InlineData("发自网易邮箱大师")]
    [InlineData("Gesendet mit Spark")]
    [InlineData("Sent via BlackBerry from T-Mobile")]
    [InlineData("Inviato da Libero Mail per Android")]
    [InlineData("Von Samsung Mobile gesendet")]
    [InlineData("Sent from Mail for Windows")]
    [InlineData("Gesendet von Mail für Windows")]
    [InlineData("Envoyé à partir de Courrier pour Windows")]
    [InlineData("Отправлено из Почты для Windows")]
    [InlineData("Enviado desde Correo para Windows")]
    [InlineData("Enviado do Correio para Windows")]
    [InlineData("Inviato da Posta per Windows")]
    [InlineData("Verzonden vanuit Mail voor Windows")]
    [InlineData("Sent from my TI-85")]
    [InlineData("(Sent from mobile device)")]
    [InlineData("<<sent by galaxy>>")]
    [InlineData("Sent from my phone, please excuse typos.")]
    public void Takes_a_signature_off(string signature)
    {
        Assert.Equal(
            (Own, signature),
            (OwnWords.Split($"{Own}\n\n{signature}\n").Own, OwnWords.Split($"{Own}\n\n{signature}\n").Signature)
        );
        Assert.Equal(Own, OwnWords.Split($"{Own}\n\n{signature}\n\nOn Fri, 3 May 2024, Shop <s@shop.example> wrote:\n> Hello").Own);
    }

    [Theory]
    [InlineData("감사합니다.", "홍길동 드림")]
    [InlineData("Vielen Dank!", "Anna Weber")]
    [InlineData("Merci d’avance", "Anne")]
    [InlineData("Muchas gracias,", "Ana García")]
    [InlineData("Дякую", "Олена")]
    [InlineData("よろしくお願いいたします。", "山田太郎")]
    public void Keeps_thanks_and_takes_the_name_below_off(string thanks, string name)
    {
        Assert.Equal(new MessageText($"{Own}\n\n{thanks}", "", name), OwnWords.Split($"{Own}\n\n{thanks}\n{name}"));
    }

    [Fact]
    public void Takes_the_signature_off_that_html_marks()
    {
        const string Html =
            "<div>It fails.</div><div id=\"Signature\"><p>Anna Weber</p><p>Buyer</p></div><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\"><b>From:</b> Shop</div><div>Dear</div>";

        var text = OwnWords.Split(HtmlText.ToText(Html));

        Assert.Equal(("It fails.", "--\n\nAnna Weber\n\nBuyer"), (text.Own, text.Signature));
    }

    [Theory]
    [InlineData(
        "<div dir=\"ltr\">Es geht nicht.</div><br><div class=\"gmail_quote gmail_quote_container\"><div dir=\"ltr\" class=\"gmail_attr\">Am Fr., 3. Mai 2024 um 10:11 schrieb Shop &lt;<a href=\"mailto:s@shop.example\">s@shop.example</a>&gt;:<br></div><blockquote class=\"gmail_quote\">Hallo</blockquote></div>",
        "Es geht nicht."
    )]
    [InlineData(
        "<div dir=\"ltr\">Es geht nicht.<br clear=\"all\"><div><br></div><span class=\"gmail_signature_prefix\">-- </span><br><div dir=\"ltr\" class=\"gmail_signature\" data-smartmail=\"gmail_signature\">Anna Weber<br>Tel 123</div></div>",
        "Es geht nicht."
    )]
    [InlineData(
        "<html><body><div class=\"WordSection1\"><p class=\"MsoNormal\">It fails.</p><p class=\"MsoNormal\">Anna</p><div><div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in\"><p class=\"MsoNormal\"><b>From:</b> Shop &lt;s@shop.example&gt; <br><b>Sent:</b> Friday, May 3, 2024 10:11 AM<br><b>To:</b> Anna &lt;a@b.example&gt;<br><b>Subject:</b> RE: x</p></div></div><p class=\"MsoNormal\">Dear</p></div></body></html>",
        "It fails.\nAnna"
    )]
    [InlineData(
        "<div>It fails.</div><div id=\"Signature\"><p>Anna Weber</p><p>Buyer</p></div><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\"><b>From:</b> Shop</div><div>Dear</div>",
        "It fails."
    )]
    [InlineData(
        "<div>坏了。</div><div><br></div><div style=\"font-size:12px\">------------------&nbsp;原始邮件&nbsp;------------------</div><div><b>发件人:</b>&nbsp;\"Shop\"&lt;s@shop.example&gt;;</div><div><b>发送时间:</b>&nbsp;2024年5月3日</div><div><b>收件人:</b>&nbsp;\"a\"&lt;a@b.example&gt;;</div><div><b>主题:</b>&nbsp;x</div><div>您好</div>",
        "坏了。"
    )]
    [InlineData(
        "<div>Не работает.</div><div> </div><div>03.05.2024, 10:11, \"Shop\" &lt;s@shop.example&gt;:</div><blockquote><div>Здравствуйте</div></blockquote><div> </div><div> </div><div>-- </div><div>Анна</div>",
        "Не работает."
    )]
    [InlineData(
        "<p>It fails.</p><div id=\"AppleMailSignature\">Sent from my iPhone</div><div><br><blockquote type=\"cite\">On 3 May 2024, at 10:11, Shop &lt;s@shop.example&gt; wrote:<br><br></blockquote></div><blockquote type=\"cite\"><div>Dear</div></blockquote>",
        "It fails."
    )]
    [InlineData(
        "<div style=\"font-family: Arial;\">Kaputt.</div><div class=\"protonmail_signature_block\"><div class=\"protonmail_signature_block-proton\">Sent with <a href=\"https://proton.me/\">Proton Mail</a> secure email.</div></div><div class=\"protonmail_quote\">On Friday, Shop wrote:<br><blockquote class=\"protonmail_quote\">Hi</blockquote></div>",
        "Kaputt."
    )]
    [InlineData(
        "<div class=\"moz-cite-prefix\">Am 03.05.24 um 10:11 schrieb Shop:<br></div><blockquote type=\"cite\">Welche?</blockquote><p>Die rote.</p><blockquote type=\"cite\">Wann?</blockquote><p>Morgen.</p><div class=\"moz-signature\">-- <br>Anna</div>",
        "Die rote.\n\nMorgen."
    )]
    [InlineData(
        "<p>It fails</p><hr id=\"zwchr\"><blockquote><b>From: </b>\"Shop\" &lt;s@shop.example&gt;<br><b>To: </b>\"a\"<br><b>Sent: </b>Friday<br><b>Subject: </b>x</blockquote>",
        "It fails"
    )]
    public void Reads_the_own_words_out_of_the_html_of_common_clients(string html, string own)
    {
        Assert.Equal(Lines(own), Lines(OwnWords.Split(HtmlText.ToText(html)).Own));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
