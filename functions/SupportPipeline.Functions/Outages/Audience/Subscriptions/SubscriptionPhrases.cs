namespace SupportPipeline.Outages.Audience.Subscriptions;

/// <summary>The words around a subscription, each language written for itself.</summary>
internal static class SubscriptionPhrases
{
    /// <summary>English.</summary>
    public static SubscriptionWords English { get; } =
        new()
        {
            MailSubject = "Please confirm: outage notices from {desk}",
            MailText = """
                Hello,

                somebody, most likely you, asked us to write to this address when something at {desk} stops working and when it works again. It is about: {about}.

                If that was you, please follow this link within 24 hours and confirm:
                {link}

                If it was not you, there is nothing to do. We send no notices without a confirmation, and we delete this address after seven days.

                {desk}
                """,
            Comma = ", ",
            ConfirmTitle = "Confirm your outage notices",
            ManageTitle = "Your outage notices",
            Lead = "We write when something stops working, when there is news, and when it works again. You choose what about.",
            Legend = "Write to me about",
            Everything = "everything",
            Only = "only what I tick",
            Confirm = "Yes, write to me",
            Save = "Save my choice",
            Stop = "Stop all notices",
            ConfirmedTitle = "You are on the list",
            Confirmed =
                "We write to you the next time something you chose is affected. Every notice has a link with which you can change your mind.",
            SavedTitle = "Saved",
            Saved = "From now on you hear about what you chose, and about nothing else.",
            StopTitle = "Stop outage notices",
            StopQuestion =
                "Press the button, and we send you no more notices about outages and maintenance. Answers to your own questions reach you as before.",
            StoppedTitle = "Done, no more notices",
            Stopped = "You get no more notices about outages and maintenance. The status page stays open to you whenever you want to look.",
            SignedUpTitle = "Please look into your mailbox",
            SignedUp =
                "If we can write to this address, a mail with a link is on its way. Follow the link within 24 hours, and you are on the list. "
                + "Nothing there after some minutes? Please look into the spam folder too.",
            InvalidTitle = "Something is missing",
            Invalid = "Please go back, check the email address and choose from the list.",
            GoneTitle = "This link does not work any more",
            Gone =
                "A confirmation works for 24 hours. Please ask for notices once more on the status page; a new mail comes within minutes.",
            UnknownTitle = "We do not recognise this link",
            Unknown = "It may not have been copied completely. Reply to any email of ours, and we will see to it.",
        };

    /// <summary>Russian.</summary>
    public static SubscriptionWords Russian { get; } =
        new()
        {
            MailSubject = "Подтвердите подписку на сообщения о сбоях: {desk}",
            MailText = """
                Здравствуйте!

                Кто-то, скорее всего вы, попросил писать на этот адрес, если в сервисах «{desk}» что-то перестанет работать и когда всё снова заработает. О чём писать: {about}.

                Если это были вы, перейдите по ссылке в течение 24 часов и подтвердите подписку:
                {link}

                Если это были не вы, ничего делать не нужно: без подтверждения мы не присылаем сообщений, а через семь дней удалим этот адрес.

                {desk}
                """,
            Comma = ", ",
            ConfirmTitle = "Подтвердите подписку на сообщения о сбоях",
            ManageTitle = "Ваша подписка на сообщения о сбоях",
            Lead = "Мы пишем, когда что-то перестаёт работать, когда есть новости и когда всё снова в порядке. О чём именно, решаете вы.",
            Legend = "Пишите мне",
            Everything = "обо всём",
            Only = "только о том, что отмечено",
            Confirm = "Да, пишите мне",
            Save = "Сохранить",
            Stop = "Больше не присылать сообщения",
            ConfirmedTitle = "Вы подписаны",
            Confirmed =
                "Мы напишем, как только случится сбой в том, что вы выбрали. В каждом письме есть ссылка, по которой выбор можно изменить.",
            SavedTitle = "Сохранено",
            Saved = "Теперь мы будем писать только о том, что вы выбрали.",
            StopTitle = "Отказ от сообщений о сбоях",
            StopQuestion =
                "Нажмите кнопку, и сообщения о сбоях и плановых работах приходить не будут. Ответы на ваши вопросы будут приходить, как и прежде.",
            StoppedTitle = "Готово, писем больше не будет",
            Stopped = "Сообщения о сбоях и плановых работах больше не придут. Страница состояния сервисов по-прежнему открыта для вас.",
            SignedUpTitle = "Проверьте почту",
            SignedUp =
                "Если на этот адрес можно писать, письмо со ссылкой уже в пути. Перейдите по ссылке в течение 24 часов, и подписка заработает. "
                + "Через несколько минут письма всё нет? Загляните в папку «Спам».",
            InvalidTitle = "Чего-то не хватает",
            Invalid = "Вернитесь назад, проверьте адрес почты и выберите темы из списка.",
            GoneTitle = "Ссылка больше не действует",
            Gone =
                "Подтвердить подписку можно в течение 24 часов. Подпишитесь ещё раз на странице состояния, и новое письмо придёт через несколько минут.",
            UnknownTitle = "Ссылка не распознана",
            Unknown = "Возможно, она скопирована не полностью. Ответьте на любое наше письмо, и мы всё сделаем сами.",
        };

    /// <summary>Chinese in simplified characters.</summary>
    public static SubscriptionWords ChineseSimplified { get; } =
        new()
        {
            MailSubject = "请确认：接收{desk}的故障通知",
            MailText = """
                您好：

                有人（应该就是您）希望{desk}的服务出故障和恢复正常时，我们发邮件到这个地址。通知范围：{about}。

                如果是您本人，请在 24 小时内打开下面的链接确认：
                {link}

                如果不是您，什么都不用做。没有您的确认，我们不会发送通知，七天后还会删除这个地址。

                {desk}
                """,
            Comma = "、",
            ConfirmTitle = "确认接收故障通知",
            ManageTitle = "您的故障通知",
            Lead = "服务出故障、有新进展、恢复正常时，我们会写信告诉您。想收到哪些，由您决定。",
            Legend = "请通知我",
            Everything = "全部服务",
            Only = "只要下面勾选的",
            Confirm = "好的，请通知我",
            Save = "保存",
            Stop = "不再接收任何通知",
            ConfirmedTitle = "已经登记好了",
            Confirmed = "您选的服务一有情况，我们就写信告诉您。每封通知里都有链接，随时可以改。",
            SavedTitle = "已保存",
            Saved = "以后只通知您选的这些。",
            StopTitle = "停止接收故障通知",
            StopQuestion = "点一下按钮，我们就不再发送故障和维护的通知。您来信的答复照常会收到。",
            StoppedTitle = "已经停止，不会再发通知",
            Stopped = "以后不会再收到故障和维护的通知。想了解情况，随时可以看状态页。",
            SignedUpTitle = "请查收邮件",
            SignedUp =
                "如果这个地址可以收信，带链接的邮件已经发出。请在 24 小时内打开链接确认。几分钟后还没收到的话，请看看垃圾邮件文件夹。",
            InvalidTitle = "还差一点",
            Invalid = "请返回上一页，检查邮箱地址，并从列表中选择。",
            GoneTitle = "这个链接已经失效",
            Gone = "确认链接的有效期是 24 小时。请在状态页重新登记，几分钟内会收到新邮件。",
            UnknownTitle = "认不出这个链接",
            Unknown = "链接可能没有复制完整。回复我们的任何一封邮件，我们来处理。",
        };

    /// <summary>Chinese in traditional characters.</summary>
    public static SubscriptionWords ChineseTraditional { get; } =
        new()
        {
            MailSubject = "請確認：接收{desk}的異常通知",
            MailText = """
                您好：

                有人（應該就是您）希望{desk}的服務發生異常與恢復正常時，我們寄信到這個地址。通知範圍：{about}。

                如果是您本人，請在 24 小時內打開下面的連結確認：
                {link}

                如果不是您，什麼都不用做。沒有您的確認，我們不會寄送通知，七天後也會刪除這個地址。

                {desk}
                """,
            Comma = "、",
            ConfirmTitle = "確認接收異常通知",
            ManageTitle = "您的異常通知",
            Lead = "服務發生異常、有新進展、恢復正常時，我們會寫信告訴您。想收到哪些，由您決定。",
            Legend = "請通知我",
            Everything = "全部服務",
            Only = "只要下面勾選的",
            Confirm = "好的，請通知我",
            Save = "儲存",
            Stop = "不再接收任何通知",
            ConfirmedTitle = "已經登記好了",
            Confirmed = "您選的服務一有狀況，我們就寫信告訴您。每封通知裡都有連結，隨時可以更改。",
            SavedTitle = "已儲存",
            Saved = "之後只會通知您選的這些。",
            StopTitle = "停止接收異常通知",
            StopQuestion = "按一下按鈕，我們就不再寄送異常與維護的通知。您來信的回覆仍會照常收到。",
            StoppedTitle = "已經停止，不會再寄通知",
            Stopped = "之後不會再收到異常與維護的通知。想了解狀況，隨時可以看狀態頁。",
            SignedUpTitle = "請查收郵件",
            SignedUp = "如果這個地址可以收信，附連結的郵件已經寄出。請在 24 小時內打開連結確認。過了幾分鐘還沒收到的話，請看看垃圾郵件匣。",
            InvalidTitle = "還差一點",
            Invalid = "請回上一頁，檢查信箱地址，並從清單中選擇。",
            GoneTitle = "這個連結已經失效",
            Gone = "確認連結的有效期是 24 小時。請在狀態頁重新登記，幾分鐘內會收到新郵件。",
            UnknownTitle = "認不出這個連結",
            Unknown = "連結可能沒有複製完整。回覆我們任何一封郵件，我們來處理。",
        };
}
