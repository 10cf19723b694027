namespace SupportPipeline.Intake;

public sealed class ForwardFinderTests
{
    private const string Body = "Dear shop,\n\nmy kettle leaks.\n\nKind regards\nAnna";

    [Theory]
    [InlineData(
        "Fwd: Kettle",
        "---------- Forwarded message ---------\nFrom: Anna Weber <anna@example.org>\nDate: Fri, May 3, 2024 at 10:11 AM\nSubject: Kettle\nTo: <jo@desk.example>\n\n\n"
    )]
    [InlineData(
        "Fwd: Kettle",
        "---------- Forwarded message ---------\nVon: Anna Weber <anna@example.org>\nDate: Fr., 3. Mai 2024 um 10:11 Uhr\nSubject: Kettle\nTo: <jo@desk.example>\n\n"
    )]
    [InlineData(
        "Kettle",
        "Begin forwarded message:\n\nFrom: Anna Weber <anna@example.org>\nSubject: Kettle\nDate: 3 May 2024 at 10:11:12 CEST\nTo: jo@desk.example\n\n"
    )]
    [InlineData(
        "Fwd: Kettle",
        "Anfang der weitergeleiteten Nachricht:\n\n> Von: Anna Weber <anna@example.org>\n> Betreff: Kettle\n> Datum: 3. Mai 2024 um 10:11:12 MESZ\n> An: jo@desk.example\n> \n"
    )]
    [InlineData(
        "TR : Kettle",
        "Début du message réexpédié :\n\nDe: Anna Weber <anna@example.org>\nObjet: Kettle\nDate: 3 mai 2024 à 10:11:12 UTC+2\nÀ: jo@desk.example\n\n"
    )]
    [InlineData(
        "Fwd: Kettle",
        "\n-------- Forwarded Message --------\nSubject: \tKettle\nDate: \tFri, 3 May 2024 10:11:12 +0200\nFrom: \tAnna Weber <anna@example.org>\nTo: \tjo@desk.example\n\n\n\n"
    )]
    [InlineData(
        "Fwd: Kettle",
        "-------- Mensaje reenviado --------\nAsunto: \tKettle\nFecha: \tFri, 3 May 2024 10:11:12 +0200\nDe: \tAnna Weber <anna@example.org>\nPara: \tjo@desk.example\n\n"
    )]
    [InlineData(
        "Fwd: Kettle",
        "-------- Messaggio Inoltrato --------\nOggetto: \tKettle\nData: \tFri, 3 May 2024 10:11:12 +0200\nMittente: \tAnna Weber <anna@example.org>\nA: \tjo@desk.example\n\n"
    )]
    [InlineData(
        "Fwd: Kettle",
        "-------- Mensagem encaminhada --------\nAssunto: \tKettle\nData: \tFri, 3 May 2024 10:11:12 +0200\nDe: \tAnna Weber <anna@example.org>\nPara: \tjo@desk.example\n\n"
    )]
    [InlineData(
        "Fwd: Kettle",
        "-------- Doorgestuurd bericht --------\nOnderwerp: \tKettle\nDatum: \tFri, 3 May 2024 10:11:12 +0200\nVan: \tAnna Weber <anna@example.org>\nAan: \tjo@desk.example\n\n"
    )]
    [InlineData(
        "Fwd: Kettle",
        "--- Treść przekazanej wiadomości ---\nTemat: \tKettle\nData: \tFri, 3 May 2024 10:11:12 +0200\nNadawca: \tAnna Weber <anna@example.org>\nAdresat: \tjo@desk.example\n\n"
    )]
    [InlineData(
        "Fwd: Kettle",
        "-------- Переслане повідомлення --------\nТема: \tKettle\nДата: \tFri, 3 May 2024 10:11:12 +0200\nВід: \tAnna Weber <anna@example.org>\nКому: \tjo@desk.example\n\n"
    )]
    [InlineData(
        "Fwd: Kettle",
        "-------- Пересылаемое сообщение --------\nОт кого: Anna Weber <anna@example.org>\nКому: jo@desk.example\nДата: Пятница, 3 мая 2024, 10:11 +03:00\nТема: Kettle\n\n"
    )]
    [InlineData(
        "Fwd: Kettle",
        "-------- Vidarebefordrat meddelande --------\nÄmne: Kettle\nDatum: fredag 3 maj 2024 10:11\nFrån: Anna Weber <anna@example.org>\nTill: jo@desk.example\n\n"
    )]
    [InlineData(
        "Fwd: Kettle",
        "-------- İletilen İleti --------\nKonu: Kettle\nTarih: 3 Mayıs 2024 10:11\nKimden: Anna Weber <anna@example.org>\nKime: jo@desk.example\n\n"
    )]
    [InlineData(
        "转发：Kettle",
        "---------- 转发的邮件 ----------\n发件人：Anna Weber <anna@example.org>\n日期：2024年5月3日 10:11\n主题：Kettle\n收件人：jo@desk.example\n\n"
    )]
    [InlineData(
        "转发：Kettle",
        "------------------ 原始邮件 ------------------\n发件人: \"Anna Weber\" <anna@example.org>;\n发送时间: 2024年5月3日(星期五) 上午10:11\n收件人: \"jo\"<jo@desk.example>;\n主题: Kettle\n\n"
    )]
    [InlineData(
        "轉寄: Kettle",
        "寄件者: Anna Weber <anna@example.org>\n寄件日期: 2024年5月3日 上午 10:11\n收件者: jo@desk.example\n主旨: Kettle\n\n"
    )]
    [InlineData(
        "Fw:Kettle",
        "---- 转发的原邮件 ----\n| 发件人 | Anna Weber<anna@example.org> |\n| 发送日期 | 2024年05月03日 10:11 |\n| 收件人 | <jo@desk.example> |\n| 主题 | Kettle |\n\n",
        false
    )]
    [InlineData(
        "Fwd: Kettle",
        "---------- 転送メッセージ ----------\n差出人: Anna Weber <anna@example.org>\n日付: 2024年5月3日(金) 10:11\n件名: Kettle\n宛先: jo@desk.example\n\n"
    )]
    [InlineData(
        "Fwd: Kettle",
        "---------- 전달된 메시지 ----------\n보낸사람: Anna Weber <anna@example.org>\n날짜: 2024년 5월 3일 (금) 오전 10:11\n제목: Kettle\n받는사람: jo@desk.example\n\n"
    )]
    [InlineData("FW: Kettle", "From: Anna Weber <anna@example.org>\nSent: Friday, May 3, 2024 10:11 AM\nTo: Jo\nSubject: Kettle\n\n")]
    [InlineData(
        "Fw: Kettle",
        "________________________________\nFrom: Anna Weber <anna@example.org>\nSent: Friday, May 3, 2024 10:11 AM\nTo: Jo <jo@desk.example>\nSubject: Kettle\n\n"
    )]
    [InlineData(
        "[EXT] WG: Kettle",
        "-----Ursprüngliche Nachricht-----\nVon: Anna Weber [mailto:anna@example.org]\nGesendet: Freitag, 3. Mai 2024 10:11\nAn: Jo\nBetreff: Kettle\n\n"
    )]
    [InlineData("VS: Kettle", "Fra: Anna Weber <anna@example.org>\nSendt: 3. maj 2024 10:11\nTil: Jo <jo@desk.example>\nEmne: Kettle\n\n")]
    [InlineData(
        "ENC: Kettle",
        "De: Anna Weber <anna@example.org>\nEnviada em: sexta-feira, 3 de maio de 2024 10:11\nPara: Jo\nAssunto: Kettle\n\n"
    )]
    [InlineData(
        "RV: Kettle",
        "De: Anna Weber <anna@example.org>\nEnviado el: viernes, 3 de mayo de 2024 10:11\nPara: Jo\nAsunto: Kettle\n\n"
    )]
    [InlineData("PD: Kettle", "Od: Anna Weber <anna@example.org>\nWysłano: piątek, 3 maja 2024 10:11\nDo: Jo\nTemat: Kettle\n\n")]
    [InlineData(
        "İLT: Kettle",
        "Kimden: Anna Weber <anna@example.org>\nTarih: 3 Mayıs 2024 Cuma 10:11\nKime: Jo <jo@desk.example>\nKonu: Kettle\n\n"
    )]
    [InlineData(
        "Fw: Kettle",
        "----- Forwarded Message ----- From: \"Anna Weber\" <anna@example.org>To: \"jo@desk.example\" <jo@desk.example>Sent: Friday, May 3, 2024, 10:11:12 AM GMT+2Subject: Kettle\n\n"
    )]
    [InlineData(
        "Fwd: Kettle",
        "------- Forwarded Message -------\nFrom: Anna Weber <anna@example.org>\nDate: On Friday, May 3rd, 2024 at 10:11\nSubject: Kettle\nTo: jo@desk.example <jo@desk.example>\n\n> ",
        false
    )]
    public void Takes_a_forwarded_mail_out(string subject, string introduction, bool isExact = true)
    {
        var isQuoted = introduction.Contains("\n> ", StringComparison.Ordinal) && isExact;
        var body = isQuoted ? "> " + Body.Replace("\n", "\n> ", StringComparison.Ordinal) : Body;

        var forwarded = ForwardFinder.Find(subject, $"Please help her.\n\n{introduction}{body}\n");
        var silent = ForwardFinder.Find(subject, introduction + body);

        Assert.Equal(
            ("Anna Weber", "anna@example.org", "Kettle"),
            (forwarded!.SenderName, forwarded.SenderAddress?.Value, forwarded.Subject)
        );
        Assert.Matches("10:11", forwarded.Date);
        Assert.Equal("Please help her.", forwarded.Comment);
        Assert.Equal(Body, isExact ? forwarded.Body : forwarded.Body.TrimStart('>', ' '));
        Assert.Equal(forwarded with { Comment = "" }, silent);
    }

    [Theory]
    [InlineData(
        "Fwd: Kettle",
        "-------- Пересылаемое сообщение --------\n03.05.2024, 10:11, \"Anna Weber\" <anna@example.org>:\n\nIt leaks.\n\n-------- Конец пересылаемого сообщения --------\n",
        "03.05.2024, 10:11"
    )]
    [InlineData("FW: Kettle", "On 03.05.24, 10:11, \"Anna Weber\" <anna@example.org> wrote:\n\nIt leaks.", "On 03.05.24, 10:11")]
    [InlineData("WG: Kettle", "Am 03.05.24, 10:11 schrieb \"Anna Weber\" <anna@example.org>:\n\nIt leaks.", "Am 03.05.24, 10:11 schrieb")]
    [InlineData("FW: Kettle", "Anna Weber <anna@example.org> 于2024年5月3日周五 10:11写道：\n\nIt leaks.", "于2024年5月3日周五 10:11写道")]
    public void Reads_the_sender_from_a_sentence(string subject, string text, string date)
    {
        Assert.Equal(
            new ForwardedMail("Anna Weber", Testing.Emails.Address("anna@example.org"), null, date, "It leaks.", ""),
            ForwardFinder.Find(subject, text)
        );
    }

    [Fact]
    public void Knows_a_sender_without_an_address()
    {
        var forwarded = ForwardFinder.Find(
            "FW: Kettle",
            "From: Weber, Anna\nSent: Friday, May 3, 2024 10:11 AM\nTo: Smith, Jo\nSubject: Kettle\n\nIt leaks."
        );

        Assert.Equal(("Weber, Anna", null, "It leaks."), (forwarded!.SenderName, forwarded.SenderAddress, forwarded.Body));
        Assert.Equal("forwarded from unknown", forwarded.ToString());
    }

    [Theory]
    [InlineData(
        "RE: Kettle",
        "Thanks!\n\nFrom: Anna Weber <anna@example.org>\nSent: Friday, May 3, 2024 10:11 AM\nTo: Jo\nSubject: Kettle\n\nIt leaks."
    )]
    [InlineData(
        "Re: Fwd: Kettle",
        "Thanks!\n\n-----Original Message-----\nFrom: Anna Weber <anna@example.org>\nSent: Friday\nTo: Jo\nSubject: Fwd: Kettle\n\nIt leaks."
    )]
    [InlineData(
        "Re: Kettle",
        "Thanks!\n\nOn Fri, 3 May 2024 at 10:11, Jo <jo@example.org> wrote:\n> ---------- Forwarded message ---------\n> From: Anna <anna@example.org>"
    )]
    [InlineData(
        "Re: Kettle",
        "Thanks!\n\nOn Fri, 3 May 2024 at 10:11, Jo <jo@example.org> wrote:\n\n---------- Forwarded message ---------\nFrom: Anna <anna@example.org>"
    )]
    [InlineData("I: have a question", "Where is it?")]
    [InlineData("TR: 4711", "Where is the parcel with this number?")]
    [InlineData("Kettle", "I got a forwarded message:\nit says that you owe me.")]
    [InlineData("", "")]
    public void Finds_none_in_a_reply_or_a_new_mail(string subject, string text)
    {
        Assert.Null(ForwardFinder.Find(subject, text));
    }

    [Theory]
    [InlineData("---------- Forwarded message ---------\n")]
    [InlineData("From: a\n")]
    [InlineData("> From: a@b.example\n")]
    [InlineData("From: a To: b ")]
    [InlineData("a@b.example:\n")]
    public void Survives_a_megabyte_of_hostile_input(string unit)
    {
        var text = string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length));

        _ = ForwardFinder.Find("Fwd: x", text);
        _ = ForwardFinder.Find("Fwd: x", "---------- Forwarded message ---------\n" + text);
    }
}
