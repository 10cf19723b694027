using SupportPipeline.Intake;
using SupportPipeline.Platform;

namespace SupportPipeline.Functions.Tests.Intake;

/// <summary>Header blocks as the common mail systems write them.</summary>
internal static class AutomaticMailSamples
{
    internal static AutomaticMailEvidence Evidence(
        string headers,
        string from = "jo@example.com",
        string? envelopeFrom = "jo@example.com",
        string? displayName = "Jo Smith",
        Func<string, bool>? isOwn = null
    )
    {
        var parsed = EmailHeaders.Parse(headers);
        return new AutomaticMailEvidence(
            parsed,
            EmailAddress.TryParse(from, out var address) ? address : null,
            envelopeFrom,
            parsed.First("Subject") ?? "",
            displayName,
            [Address("support@shop.example"), Address("billing@shop.example")],
            isOwn ?? (_ => false)
        );
    }

    /// <summary>Mail that people wrote, by mailer.</summary>
    internal static IReadOnlyDictionary<string, string> People { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Gmail"] = """
                MIME-Version: 1.0
                Received: by 2002:a05:6512:3b8e:b0:52c:e0fb:92b9 with HTTP; Fri, 3 May 2024 10:11:12 -0700 (PDT)
                From: Jo Smith <jo@example.com>
                Date: Fri, 3 May 2024 19:11:12 +0200
                Message-ID: <CAKx+J=8wXn1Zq@mail.gmail.com>
                Subject: Parcel still missing
                To: Shop Support <support@shop.example>
                Content-Type: multipart/alternative; boundary="000000000000a1b2c3"
                """,
            ["Outlook and Exchange Online"] = """
                Received: from AM0PR01MB1234.eurprd01.prod.exchangelabs.com ([fe80::1]) by AM0PR01MB1234.eurprd01.prod.exchangelabs.com
                From: "Smith, Jo" <jo@example.com>
                To: "support@shop.example" <support@shop.example>
                Subject: RE: Invoice 4711
                Thread-Topic: Invoice 4711
                Thread-Index: AQHanT1k+8/5
                Message-ID: <AM0PR01MB1234A1B2@AM0PR01MB1234.eurprd01.prod.exchangelabs.com>
                In-Reply-To: <1.2@support.shop.example>
                Accept-Language: en-GB, en-US
                X-MS-Has-Attach:
                X-MS-TNEF-Correlator:
                x-ms-exchange-messagesentrepresentingtype: 1
                X-MS-Exchange-SenderADCheck: 1
                x-microsoft-antispam: BCL:0;
                Content-Type: multipart/alternative; boundary="_000_AM0PR01MB1234_"
                MIME-Version: 1.0
                """,
            ["Apple Mail"] = """
                From: Jo Smith <jo@example.com>
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: quoted-printable
                Mime-Version: 1.0 (1.0)
                Subject: Vacation: can I change my booking?
                Message-Id: <5E2A1F00-1B2C-4D3E-8F90-A1B2C3D4E5F6@icloud.com>
                Date: Sat, 4 May 2024 08:00:01 +0100
                To: support@shop.example
                X-Mailer: iPhone Mail (21E236)
                """,
            ["Mail.ru"] = """
                Received: by e.mail.ru with HTTP; Fri, 03 May 2024 13:11:12 +0300
                From: =?UTF-8?B?0JjQstCw0L0g0J/QtdGC0YDQvtCy?= <jo@example.com>
                To: support@shop.example
                Subject: =?UTF-8?B?0JPQtNC1INC80L7QuSDQt9Cw0LrQsNC3Pw==?=
                MIME-Version: 1.0
                X-Mailer: Mail.Ru Mailer 1.0
                X-SenderField-Remind: 0
                Message-ID: <1714731072.123456789@f123.i.mail.ru>
                X-Priority: 3 (Normal)
                Reply-To: =?UTF-8?B?0JjQstCw0L0g0J/QtdGC0YDQvtCy?= <jo@example.com>
                Content-Type: multipart/alternative; boundary="--ALT--x"
                """,
            ["QQ"] = """
                X-QQ-FEAT: oHWrrGTW1dAn1
                X-QQ-SSF: 00000000000000F000000000000000Z
                X-QQ-XMAILINFO: N3zm
                X-QQ-mid: webmail812t1714731072t1234567
                From: "=?utf-8?B?546L5bCP5piO?=" <jo@example.com>
                To: "=?utf-8?B?c3VwcG9ydA==?=" <support@shop.example>
                Subject: =?utf-8?B?6K6i5Y2V6Zeu6aKY?=
                Mime-Version: 1.0
                Date: Fri, 3 May 2024 18:11:12 +0800
                X-Priority: 3
                Message-ID: <tencent_0C1F2A3B4D@qq.com>
                X-QQ-MIME: TCMime 1.0 by Tencent
                X-Mailer: QQMail 2.x
                """,
            ["A reply to an absence notice"] = """
                From: Jo Smith <jo@example.com>
                Subject: Re: Automatic reply: your refund
                Message-ID: <1@example.com>
                """,
        };

    /// <summary>Absence notices, by mail system.</summary>
    internal static IReadOnlyDictionary<string, string> Absences { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Exchange Online"] = """
                From: Jo Smith <jo@example.com>
                Subject: Automatic reply: We received your request
                Auto-Submitted: auto-generated
                X-Auto-Response-Suppress: All
                X-MS-Exchange-Inbox-Rules-Loop: jo@example.com
                """,
            ["Exchange with a localised subject"] = """
                Subject: Jo ist bis Montag nicht da
                X-Auto-Response-Suppress: All
                X-MS-Exchange-Inbox-Rules-Loop: jo@example.com
                """,
            ["Gmail"] = """
                Subject: On vacation Re: We received your request
                Precedence: bulk
                X-Autoreply: yes
                Auto-Submitted: auto-replied
                """,
            ["Zimbra"] = """
                Subject: Re: We received your request
                Auto-Submitted: auto-replied (zimbra; vacation)
                Precedence: bulk
                """,
            ["cPanel"] = """
                Subject: Away
                Auto-Submitted: auto-replied; owner-email="jo@example.com"
                """,
            ["Dovecot Sieve in Russian"] = """
                Subject: Я в отпуске до понедельника
                Auto-Submitted: auto-replied (vacation)
                """,
            ["QQ, which sets no header"] = """
                Subject: 自动回复:Re: 您的订单
                X-Mailer: QQMail 2.x
                """,
            ["NetEase in traditional characters"] = """
                Subject: 自動回覆：您的訂單
                """,
            ["Mail.ru"] = """
                Subject: Автоответ: Ваш заказ
                """,
        };

    private static EmailAddress Address(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException("no address", nameof(text));
}
