namespace SupportPipeline.FollowUps.Surveys;

/// <summary>The words of the survey's page and of its links, in the customer's language.</summary>
/// <param name="Title">The question.</param>
/// <param name="Scores">From 1 to 5.</param>
/// <param name="Separator">Between the words of a score and its link.</param>
/// <param name="Choose">What the choice is called.</param>
/// <param name="Comment">What the field for a few words is called.</param>
/// <param name="Send">On the button.</param>
/// <param name="ThanksTitle">Once it is sent.</param>
/// <param name="Thanks">What happens with it.</param>
/// <param name="ThanksSorry">The same for somebody who was not satisfied.</param>
/// <param name="GoneTitle">The link is not valid any more.</param>
/// <param name="Gone">What to do then.</param>
internal sealed record SurveyWords(
    string Title,
    IReadOnlyList<string> Scores,
    string Separator,
    string Choose,
    string Comment,
    string Send,
    string ThanksTitle,
    string Thanks,
    string ThanksSorry,
    string GoneTitle,
    string Gone
)
{
    /// <summary>The words in a language.</summary>
    public static SurveyWords In(string language) =>
        language switch
        {
            "zh-Hans" => ChineseSimplified,
            "zh-Hant" => ChineseTraditional,
            "ru" => Russian,
            _ => English,
        };

    /// <summary>What a score is called.</summary>
    public string NameOf(int score) => Scores[score - 1];

    private static SurveyWords English { get; } =
        new(
            "How satisfied are you with our help?",
            ["very dissatisfied", "dissatisfied", "partly satisfied", "satisfied", "very satisfied"],
            ": ",
            "Your rating",
            "Would you like to add anything?",
            "Send",
            "Thank you!",
            "Your answer has arrived, and people will read it. You can change it during the next days with the same link.",
            "Your answer has arrived. We are sorry that we did not do better: someone with responsibility is going to look at your case personally.",
            "This link is no longer valid",
            "The time for answering has passed. If there is something you would like to tell us, reply to any email of ours. Thank you."
        );

    private static SurveyWords Russian { get; } =
        new(
            "Довольны ли вы нашей помощью?",
            ["очень плохо", "плохо", "средне", "хорошо", "отлично"],
            ": ",
            "Ваша оценка",
            "Хотите что-нибудь добавить?",
            "Отправить",
            "Спасибо!",
            "Ваш ответ получен, его прочтут люди. В ближайшие дни его можно изменить по той же ссылке.",
            "Ваш ответ получен. Нам жаль, что мы не справились лучше: руководитель лично посмотрит ваш вопрос.",
            "Ссылка больше не действует",
            "Срок для ответа прошёл. Если хотите что-то нам сказать, ответьте на любое наше письмо. Спасибо."
        );

    private static SurveyWords ChineseSimplified { get; } =
        new(
            "这次的服务，您还满意吗？",
            ["很不满意", "不满意", "一般", "满意", "非常满意"],
            "：",
            "您的评价",
            "还有什么想说的吗？",
            "提交",
            "谢谢您！",
            "您的评价收到了，同事会认真看。这几天里，用同一个链接还可以修改。",
            "您的评价收到了。这次没有做好，很抱歉。负责人会亲自看您的这件事。",
            "这个链接已经过期",
            "评价的时间已经过了。有什么想告诉我们的，随时回复我们的任何一封邮件就可以。谢谢您。"
        );

    private static SurveyWords ChineseTraditional { get; } =
        new(
            "這次的服務，您還滿意嗎？",
            ["很不滿意", "不滿意", "普通", "滿意", "非常滿意"],
            "：",
            "您的評價",
            "還有什麼想說的嗎？",
            "送出",
            "謝謝您！",
            "您的評價收到了，同仁會仔細閱讀。這幾天內，用同一個連結還可以修改。",
            "您的評價收到了。這次沒有做好，非常抱歉。主管會親自了解您的這件事。",
            "這個連結已經失效",
            "評價的時間已經過了。有什麼想告訴我們的，隨時回覆我們任何一封郵件就可以。謝謝您。"
        );
}
