using BenchmarkDotNet.Attributes;
using SupportPipeline.Triage;

namespace SupportPipeline.Benchmarks;

/// <summary>
/// What understanding costs. Short messages: one operation is one message, so operations per second are messages per second on one core.
/// Hostile texts: one operation is 64 KB, which may take 50 ms.
/// </summary>
[MemoryDiagnoser]
[OperationsPerSecond]
public class TriageBenchmarks
{
    private const int Messages = 16;
    private const int Long = 65_536;

    private readonly EmbeddedAnalyzer _analyzer = new();

    private readonly string[] _english =
    [
        "@SkyJet second time this month my flight is cancelled and nobody at the gate can tell me anything #fail",
        "Hi, I was charged twice for my March invoice. Could you please refund one of the two payments? Thanks!",
        "Honestly the new app is great, but it keeps logging me out every time I open it and I'm getting tired of it",
        "Thank you so much for the quick help yesterday, everything works again and the agent was really lovely 😊",
    ];

    private readonly string[] _russian =
    [
        "Здравствуйте! Третий день нет интернета, в поддержке никто не берёт трубку, когда это наконец починят?",
        "Заказ привезли на неделю позже, коробка мятая, но сам чайник понравился. Можно вернуть деньги за доставку?",
        "Спасибо огромное девушке из чата, помогла за пять минут, всё снова работает))) буду рекомендовать друзьям",
        "Опять списали деньги за подписку, которую я отключил ещё в марте. Верните деньги, иначе пойду в суд!!!",
    ];

    private readonly string[] _simplified =
    [
        "上个月买的洗衣机才用了两个星期就不转了，打了三次客服电话都说会有人联系我，到现在也没有人来，我要求退款。",
        "请问一下，我的订单已经付款五天了，页面上还是显示待发货，能不能帮忙查一查大概什么时候可以发出来？谢谢。",
        "酒店位置很好，房间也干净，就是隔音太差了，半夜一直听到隔壁说话的声音，睡得不太好，下次可能不会再来了。",
        "客服小姐姐很有耐心，一步一步教我怎么设置，十分钟就搞定了，比我想象中简单多了，给个大大的赞👍👍👍",
    ];

    private readonly string[] _traditional =
    [
        "上禮拜訂的耳機到現在還沒出貨，客服只會回罐頭訊息，打電話也沒人接，再不處理我就要去消保會申訴了。",
        "想請問一下，如果要更改收件地址的話，是在會員中心裡面改，還是要另外寫信給你們處理呢？麻煩回覆，謝謝。",
        "餐點很好吃，份量也夠，可是外送員態度真的很差，把湯打翻了連一句對不起都沒有，讓人非常傻眼。",
        "更新之後終於不會閃退了，速度也快很多，感謝你們這麼快就修好，之前還以為要等到下個月才會處理。",
    ];

    private readonly string[] _mixed;

    public TriageBenchmarks() => _mixed = [.. _english, .. _russian, .. _simplified, .. _traditional];

    /// <summary>Texts that were made to be slow.</summary>
    public static IEnumerable<HostileText> HostileTexts =>
        [
            new("no spaces", "a"),
            new("cue words", "not bad but good "),
            new("insults", "you idiot "),
            new("sarcasm", "great another delay "),
            new("nested", "(a “b «c "),
            new("zalgo", "b\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307"),
            new("Chinese without marks", "退款态度很差我要投诉"),
            new("negations", "不"),
            new("emoji", "😡😂"),
            new("addresses", "a.b-c@d"),
        ];

    [Benchmark(OperationsPerInvoke = Messages)]
    public int ShortMessages()
    {
        var complaints = 0;
        foreach (var message in _mixed)
        {
            complaints += _analyzer.Analyze(message).Complaint.Best ? 1 : 0;
        }

        return complaints;
    }

    [Benchmark(OperationsPerInvoke = Messages)]
    public int English() => Four(_english);

    [Benchmark(OperationsPerInvoke = Messages)]
    public int Russian() => Four(_russian);

    [Benchmark(OperationsPerInvoke = Messages)]
    public int SimplifiedChinese() => Four(_simplified);

    [Benchmark(OperationsPerInvoke = Messages)]
    public int TraditionalChinese() => Four(_traditional);

    [Benchmark]
    [ArgumentsSource(nameof(HostileTexts))]
    public MessageTriage Hostile(HostileText text) => _analyzer.Analyze(text.Text);

    private int Four(string[] messages)
    {
        var complaints = 0;
        for (var round = 0; round < Messages; round++)
        {
            complaints += _analyzer.Analyze(messages[round % messages.Length]).Complaint.Best ? 1 : 0;
        }

        return complaints;
    }

    /// <summary>64 KB of one piece.</summary>
    public sealed record HostileText(string Name, string Piece)
    {
        internal string Text { get; } = string.Concat(Enumerable.Repeat(Piece, (Long / Piece.Length) + 1))[..Long];

        public override string ToString() => Name;
    }
}
