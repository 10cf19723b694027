using System.Collections.Frozen;
using System.Text;

namespace SupportPipeline.Triage.Languages;

/// <summary>Common characters that are written in one form of Chinese only, pair by pair.</summary>
internal static class ChineseCharacters
{
    private const string SimplifiedOnly =
        "们这个来时说对过还没问题为什么开关机网络电话码账户钱费订单购买卖发货运输递邮报错误请谢您让给从进远边点击选项设置应该无法办"
        + "几种难买东车员务业产计划实现样经验认识记录读写听见觉热爱欢乐图书馆师学习专门长间题语词汉头儿两级达传统东银铁间闻队阳阴陆险随"
        + "优价值亿仅众伤伪体侧侦华协厂厅历压厌县参双变号叹后吓吗响哑围国圆圣场坏块坚坛坝垦壮声处备复够奖妇妈娱孙宁宝审宽宾寻导将尝尽层"
        + "岁岛币帅师帐带帮库庆废异弃张弹强归当忆态总恶悬惊惯愿战户扑执扩扫扰护担拟拥择换损据断旧显晓杀权条构枪标栏树档桥检楼欠欧毁毕气汇"
        + "沟测济浅浏渐温湿满滚滞灯灵灾炉炼烂烦烧状犹独狱环珍现疗疯盖监盘确码础离称积稳穷窃竞笔签简类紧约纸纯线练组细织终绍结绝统继绩续维绿"
        + "缓编缘缩罗罚职联肃肤肿胁脏脑脸节苏范药获营萨虑虽补装规视览触订训议讯讲许论证评诉诊试询误诺调谈质贵资赔赶趋跃转轮软载较辑输边适遗释"
        + "针钟钥钮链锁锅镜阅际阶随雾静页顶顺须顾预领频颜飞饭饮馈验骗鱼鸡黄齐龙";

    private const string TraditionalOnly =
        "們這個來時說對過還沒問題為麼開關機網絡電話碼賬戶錢費訂單購買賣發貨運輸遞郵報錯誤請謝讓給從進遠邊點擊選項設應該無辦"
        + "幾種難買東車員務業產計劃實現樣經驗認識記錄讀寫聽見覺熱愛歡樂圖書館師學習專門長間語詞漢頭兒兩級達傳統銀鐵聞隊陽陰陸險隨"
        + "優價億僅眾傷偽體側偵華協廠廳歷壓厭縣參雙變號嘆後嚇嗎響啞圍國圓聖場壞塊堅壇壩墾壯聲處備復夠獎婦媽娛孫寧寶審寬賓尋導將嘗盡層"
        + "歲島幣帥帳帶幫庫慶廢異棄張彈強歸當憶態總惡懸驚慣願戰撲執擴掃擾護擔擬擁擇換損據斷舊顯曉殺權條構槍標欄樹檔橋檢樓歐毀畢氣匯"
        + "溝測濟淺瀏漸溫濕滿滾滯燈靈災爐煉爛煩燒狀猶獨獄環療瘋蓋監盤確礎離稱積穩窮竊競筆簽簡類緊約紙純線練組細織終紹結絕繼績續維綠"
        + "緩編緣縮羅罰職聯肅膚腫脅臟腦臉節蘇範藥獲營薩慮雖補裝規視覽觸訓議訊講許論證評訴診試詢諾調談質貴資賠趕趨躍轉輪軟載較輯適遺釋"
        + "針鐘鑰鈕鏈鎖鍋鏡閱際階霧靜頁頂順須顧預領頻顏飛飯飲饋騙魚雞黃齊龍您妳裡著臺灣";

    private static readonly FrozenSet<int> Simplified = Only(SimplifiedOnly, TraditionalOnly);

    private static readonly FrozenSet<int> Traditional = Only(TraditionalOnly, SimplifiedOnly);

    internal static bool IsSimplified(Rune rune) => Simplified.Contains(rune.Value);

    internal static bool IsTraditional(Rune rune) => Traditional.Contains(rune.Value);

    /// <summary>By what is specific. A greeting such as "你好" fits both and counts, with little confidence, as the form most people write.</summary>
    internal static DetectedLanguage Detect(ScriptCounts counts)
    {
        double specific = counts.Simplified + counts.Traditional;
        if (specific == 0)
        {
            return new DetectedLanguage("zh-Hans", 0.5);
        }

        var code = counts.Traditional > counts.Simplified ? "zh-Hant" : "zh-Hans";
        return new DetectedLanguage(code, Math.Max(counts.Traditional, counts.Simplified) / specific * (specific >= 3 ? 1 : 0.8));
    }

    // A character that stands in both lists is written in both forms and tells nothing.
    private static FrozenSet<int> Only(string form, string otherForm) =>
        form.EnumerateRunes().Select(rune => rune.Value).Except(otherForm.EnumerateRunes().Select(rune => rune.Value)).ToFrozenSet();
}
