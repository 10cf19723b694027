namespace SupportPipeline.FollowUps.Greetings;

/// <summary>The words of the page that ends greetings.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Question">What the button does.</param>
/// <param name="Button">On the button.</param>
/// <param name="DoneTitle">Once it is done.</param>
/// <param name="Done">What that means.</param>
/// <param name="UnknownTitle">The link is not one of ours.</param>
/// <param name="Unknown">What to do then.</param>
internal sealed record UnsubscribeWords(
    string Title,
    string Question,
    string Button,
    string DoneTitle,
    string Done,
    string UnknownTitle,
    string Unknown
)
{
    /// <summary>The words in a language.</summary>
    public static UnsubscribeWords In(string language) =>
        language switch
        {
            "zh-Hans" => new(
                "停止接收问候",
                "点一下按钮，我们就不再发生日和纪念日的问候。您来信的答复照常会收到。",
                "不再接收问候",
                "已经停止",
                "以后不会再收到这样的问候。谢谢您一直以来的关照。",
                "认不出这个链接",
                "链接可能没有复制完整。回复我们的任何一封邮件告诉我们，也可以停止。"
            ),
            "zh-Hant" => new(
                "停止接收問候",
                "按一下按鈕，我們就不再寄送生日與紀念日的問候。您來信的回覆仍會照常收到。",
                "不再接收問候",
                "已經停止",
                "之後不會再收到這樣的問候。謝謝您一直以來的支持。",
                "認不出這個連結",
                "連結可能沒有複製完整。回覆我們任何一封郵件告訴我們，也可以停止。"
            ),
            "ru" => new(
                "Больше не присылать поздравления",
                "Нажмите кнопку, и поздравления с праздниками приходить не будут. Ответы на ваши вопросы будут приходить, как и прежде.",
                "Не присылать поздравления",
                "Готово",
                "Таких писем больше не будет. Спасибо, что были с нами на связи.",
                "Ссылка не распознана",
                "Возможно, она скопирована не полностью. Ответьте на любое наше письмо, и мы всё сделаем сами."
            ),
            _ => new(
                "End greetings",
                "Press the button, and we send no more greetings. Answers to your questions reach you as before.",
                "End greetings",
                "Done",
                "You will get no more mails of this kind. Thank you for having let us write to you.",
                "We do not recognise this link",
                "It may not have been copied completely. Reply to any email of ours, and we will see to it."
            ),
        };
}
