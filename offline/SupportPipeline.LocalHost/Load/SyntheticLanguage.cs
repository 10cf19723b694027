namespace SupportPipeline.LocalHost.Load;

/// <summary>The material of <see cref="SyntheticEmails"/> in one language: what customers who need help write, without anger.</summary>
internal sealed record SyntheticLanguage
{
    public required string Greeting { get; init; }

    public required string Closing { get; init; }

    /// <summary>What stands between two sentences.</summary>
    public required string SentenceGap { get; init; }

    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>{0} is the order number.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>{0} is the order number.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>{0} is a day, {1} a number below sixty.</summary>
    public required IReadOnlyList<string> Details { get; init; }

    public static IReadOnlyList<SyntheticLanguage> All { get; } = [English(), Simplified(), Traditional(), Russian()];

    private static SyntheticLanguage English() =>
        new()
        {
            Greeting = "Hello,",
            Closing = "Could you tell me what to do next?\n\nKind regards",
            SentenceGap = " ",
            Names = ["Anna Price", "Tom Walsh", "Priya Nair", "Joel Berg", "Mara Quinn", "Sam Okoro", "Ines Duarte"],
            Subjects =
            [
                "Question about order {0}",
                "Invoice for order {0} shows two charges",
                "Parcel {0} has not arrived",
                "How do I export my data (account {0})?",
                "The app stops when I open order {0}",
            ],
            Problems =
            [
                "my order {0} was confirmed, but the page still says that it is being prepared and I do not know when it will be sent.",
                "the invoice for order {0} lists the same position twice, and both amounts were taken from my card.",
                "the parcel with order {0} was due last week and the tracking page has not changed since then.",
                "I am trying to export the data of my account {0} and I cannot find where that is done.",
                "since the last update the app closes whenever I open order {0}, on my phone as well as on my tablet.",
            ],
            Details =
            [
                "I first noticed it on the {0}th, at about {1} minutes past nine in the morning.",
                "I restarted the device, signed out and in again, and it made no difference.",
                "A colleague of mine sees the same on her computer, with another browser.",
                "I have attached nothing yet, but I can send pictures if they are of use.",
                "The page loads for {1} seconds and then shows an empty list.",
                "The confirmation came on the {0}th, and I still have that message.",
                "I looked through the help pages and did not find this case described.",
                "We need it for an event at the end of the month, so the time matters to us.",
                "Before this everything worked well, and I have been a customer for {0} years.",
                "If it is easier, you can call me any day after three in the afternoon.",
                "The reference that the screen shows is LX-{1}.",
            ],
        };

    private static SyntheticLanguage Simplified() =>
        new()
        {
            Greeting = "您好：",
            Closing = "请问接下来我应该怎么做？\n\n谢谢",
            SentenceGap = "",
            Names = ["王芳", "李强", "张敏", "刘洋", "陈静", "赵磊", "孙丽"],
            Subjects =
            [
                "关于订单{0}的问题",
                "订单{0}的发票重复扣款",
                "包裹{0}还没有收到",
                "如何导出账户{0}的数据？",
                "打开订单{0}时应用退出",
            ],
            Problems =
            [
                "我的订单{0}已经确认，但是页面一直显示正在准备，我不知道什么时候可以发货。",
                "订单{0}的发票上同一个项目出现了两次，而且两笔金额都已经从我的银行卡扣除。",
                "订单{0}的包裹上周就应该送到，可是物流信息一直没有更新。",
                "我想导出账户{0}里的数据，但是找不到在哪里操作。",
                "自从上次更新以后，只要打开订单{0}，应用就会自动关闭，手机和平板都是这样。",
            ],
            Details =
            [
                "我是在{0}号上午九点{1}分左右第一次发现的。",
                "我重新启动了设备，也退出后重新登录过，情况没有变化。",
                "我的同事用另一个浏览器也遇到了同样的情况。",
                "现在没有附上图片，如果需要我可以马上发给你们。",
                "页面加载了{1}秒以后显示一个空的列表。",
                "确认邮件是{0}号收到的，我还保留着。",
                "我看过帮助页面，没有找到关于这种情况的说明。",
                "我们月底有一个活动要用，所以时间对我们很重要。",
                "以前一直都很正常，我已经使用你们的服务{0}年了。",
                "如果方便的话，下午三点以后都可以给我打电话。",
                "屏幕上显示的编号是LX-{1}。",
            ],
        };

    private static SyntheticLanguage Traditional() =>
        new()
        {
            Greeting = "您好：",
            Closing = "請問接下來我應該怎麼做？\n\n謝謝",
            SentenceGap = "",
            Names = ["林怡君", "陳志明", "黃淑芬", "張家豪", "李佩珊", "吳建宏", "蔡雅婷"],
            Subjects =
            [
                "關於訂單{0}的問題",
                "訂單{0}的發票重複扣款",
                "包裹{0}還沒有收到",
                "如何匯出帳戶{0}的資料？",
                "打開訂單{0}時應用程式會關閉",
            ],
            Problems =
            [
                "我的訂單{0}已經確認，但是頁面一直顯示準備中，我不知道什麼時候會出貨。",
                "訂單{0}的發票上同一個項目出現了兩次，而且兩筆金額都已經從我的信用卡扣款。",
                "訂單{0}的包裹上週就應該送到，可是物流資訊一直沒有更新。",
                "我想匯出帳戶{0}裡的資料，但是找不到在哪裡操作。",
                "自從上次更新以後，只要打開訂單{0}，應用程式就會自動關閉，手機和平板都是這樣。",
            ],
            Details =
            [
                "我是在{0}號上午九點{1}分左右第一次發現的。",
                "我重新啟動了裝置，也登出後重新登入過，情況沒有改變。",
                "我的同事用另一個瀏覽器也遇到了同樣的情況。",
                "現在沒有附上圖片，如果需要我可以馬上寄給你們。",
                "頁面載入了{1}秒以後顯示一個空的清單。",
                "確認信是{0}號收到的，我還保留著。",
                "我看過說明頁面，沒有找到關於這種情況的說明。",
                "我們月底有一個活動要用，所以時間對我們很重要。",
                "以前一直都很正常，我已經使用你們的服務{0}年了。",
                "如果方便的話，下午三點以後都可以打電話給我。",
                "螢幕上顯示的編號是LX-{1}。",
            ],
        };

    private static SyntheticLanguage Russian() =>
        new()
        {
            Greeting = "Здравствуйте!",
            Closing = "Подскажите, пожалуйста, что мне делать дальше?\n\nС уважением",
            SentenceGap = " ",
            Names = ["Анна Соколова", "Игорь Лебедев", "Мария Орлова", "Павел Зайцев", "Ольга Крылова", "Денис Фомин", "Елена Титова"],
            Subjects =
            [
                "Вопрос по заказу {0}",
                "Счёт за заказ {0}: списание дважды",
                "Посылка {0} не пришла",
                "Как выгрузить данные учётной записи {0}?",
                "Приложение закрывается при открытии заказа {0}",
            ],
            Problems =
            [
                "мой заказ {0} подтверждён, но на странице всё ещё написано, что он готовится, и непонятно, когда его отправят.",
                "в счёте за заказ {0} одна и та же позиция указана дважды, и обе суммы списаны с моей карты.",
                "посылка с заказом {0} должна была прийти на прошлой неделе, а сведения о доставке с тех пор не менялись.",
                "я хочу выгрузить данные учётной записи {0} и не могу найти, где это делается.",
                "после последнего обновления приложение закрывается, как только я открываю заказ {0}, и на телефоне, и на планшете.",
            ],
            Details =
            [
                "Впервые это случилось {0} числа, примерно в девять часов {1} минут утра.",
                "Устройство перезагружено, вход выполнен заново, ничего не изменилось.",
                "У коллеги на другом компьютере и в другом браузере то же самое.",
                "Снимков пока не прикладываю, но могу прислать, если нужно.",
                "Страница загружается {1} секунд, а потом показывает пустой список.",
                "Подтверждение пришло {0} числа, письмо у меня сохранилось.",
                "На страницах справки такой случай не описан.",
                "Нам это нужно к концу месяца, поэтому сроки для нас важны.",
                "Раньше всё работало хорошо, я ваш клиент уже {0} лет.",
                "Если так удобнее, можно позвонить мне в любой день после трёх часов.",
                "На экране показан номер LX-{1}.",
            ],
        };
}
