using SupportPipeline.LocalHost.Email;
using SupportPipeline.LocalHost.Sink;

namespace SupportPipeline.LocalHost.Demo.Story;

/// <summary>What Chinese-speaking customers write who need one of the playbook's scenarios.</summary>
internal static class ChineseScenarios
{
    private const string Zhao = "赵刚 <zhao.gang@example.com>";

    public static OutgoingTestEmail Cancellation() =>
        Letter.New(
            "李敏 <li.min@example.com>",
            "取消会员",
            """
            您好：

            我想取消我的年度会员，从下个月起不再续费。请告诉我需要做什么。

            李敏
            """
        );

    public static OutgoingTestEmail Abuse() =>
        Letter.New(
            Zhao,
            "你们这群蠢货",
            """
            你们这群蠢货，一个简单的订单都搞不定，客服都是白痴。
            """
        );

    public static OutgoingTestEmail AbuseGoesOn(SinkMail ours) =>
        Letter.Answer(
            ours,
            Zhao,
            ours.Subject,
            """
            还是没人管？你们都是废物，一群白痴，蠢货。
            """
        );

    /// <summary>He has been called in between, and tried what he was told.</summary>
    public static OutgoingTestEmail StillBroken(SinkMail ours) =>
        Letter.Answer(
            ours,
            "王晓明 <wang.xiaoming@example.com>",
            ours.Subject,
            """
            按照你们同事电话里说的方法试了，问题还是没有解决，还是不行。

            王晓明
            """
        );

    public static OutgoingTestEmail LegalThreat() =>
        Letter.New(
            "陳建國 <chen.jianguo@example.org>",
            "除濕機瑕疵，最後通知",
            """
            你們的除濕機有瑕疵，三個月來一直拖著不處理。如果這週再不解決，我會向消保官申訴並且提告，法院見。

            陳建國
            """
        );

    public static OutgoingTestEmail Suggestion() =>
        Letter.New(
            "吳佩珊 <wu.peishan@example.org>",
            "一個建議",
            """
            您好，我每天都用你們的訂餐系統。建議你們在結帳頁加上「上次的地址」按鈕，這樣老客戶可以少填一次。希望能考慮。

            吳佩珊
            """
        );

    public static OutgoingTestEmail Thanks(SinkMail ours) =>
        Letter.Answer(
            ours,
            "林雅婷 <lin.yating@example.org>",
            ours.Subject,
            """
            謝謝您！濾網今天買到也裝好了，問題已經解決了。

            林雅婷
            """
        );
}
