namespace SupportPipeline.Triage.Languages;

/// <summary>Common characters that are written in one form of Chinese only: pairs of the simplified and the traditional form.</summary>
internal static class HanCharacters
{
    private const string Pairs =
        "们們这這个個来來时時说說对對过過还還没沒问問题題为為么麼开開关關机機网網络絡电電话話码碼账賬户戶钱錢费費订訂单單购購买買卖賣发發货貨"
        + "运運输輸递遞邮郵报報错錯误誤请請谢謝让讓给給从從进進远遠边邊点點击擊选選项項设設应應该該无無办辦几幾种種难難东東车車员員务務业業产產"
        + "计計划劃实實现現样樣经經验驗认認识識记記录錄读讀写寫听聽见見觉覺热熱爱愛欢歡乐樂图圖书書馆館师師学學习習专專门門长長间間语語词詞汉漢"
        + "头頭儿兒两兩级級达達传傳统統银銀铁鐵闻聞队隊阳陽阴陰陆陸险險随隨优優价價值值亿億仅僅众眾伤傷伪偽体體侧側侦偵华華协協厂廠厅廳历歷压壓"
        + "厌厭县縣参參双雙变變号號叹嘆后後吓嚇吗嗎响響哑啞围圍国國圆圓圣聖场場坏壞块塊坚堅坛壇坝壩垦墾壮壯声聲处處备備复復够夠奖獎妇婦妈媽"
        + "娱娛孙孫宁寧宝寶审審宽寬宾賓寻尋导導将將尝嘗尽盡层層岁歲岛島币幣帅帥帐帳带帶帮幫库庫庆慶废廢异異弃棄张張弹彈强強归歸当當忆憶态態总總"
        + "恶惡悬懸惊驚惯慣愿願战戰扑撲执執扩擴扫掃扰擾护護担擔拟擬拥擁择擇换換损損据據断斷旧舊显顯晓曉杀殺权權条條构構枪槍标標栏欄树樹档檔桥橋检檢"
        + "楼樓欧歐毁毀毕畢气氣汇匯沟溝测測济濟浅淺浏瀏渐漸温溫湿濕满滿滚滾滞滯灯燈灵靈灾災炉爐炼煉烂爛烦煩烧燒状狀犹猶独獨狱獄环環疗療疯瘋盖蓋"
        + "监監盘盤确確础礎离離称稱积積稳穩穷窮窃竊竞競笔筆签簽简簡类類紧緊约約纸紙纯純线線练練组組细細织織终終绍紹结結绝絕继繼绩績续續维維绿綠缓緩"
        + "编編缘緣缩縮罗羅罚罰职職联聯肃肅肤膚肿腫胁脅脏臟脑腦脸臉节節苏蘇范範药藥获獲营營萨薩虑慮虽雖补補装裝规規视視览覽触觸议議训訓讯訊讲講许許"
        + "论論证證评評诉訴诊診试試询詢诺諾调調谈談质質贵貴资資赔賠赶趕趋趨跃躍转轉轮輪软軟载載较較辑輯适適遗遺释釋针針钟鐘钮鈕链鏈锁鎖锅鍋镜鏡阅閱"
        + "际際阶階雾霧静靜页頁顶頂顺順须須顾顧预預领領频頻颜顏飞飛饭飯饮飲馈饋骗騙鱼魚鸡雞黄黃齐齊龙龍"
        + "会會云雲亲親临臨丽麗举舉乌烏乱亂争爭亏虧亚亞乡鄉丧喪丰豐义義仓倉伞傘伟偉伦倫佣傭侠俠债債倾傾偿償储儲兑兌党黨兰蘭兴興养養兽獸内內军軍农農"
        + "冲衝决決况況冻凍净淨凉涼减減凤鳳凯凱刘劉则則刚剛创創删刪别別刹剎剂劑剑劍剧劇劝勸动動励勵劲勁劳勞势勢勋勳匀勻区區医醫卢盧卫衛却卻厕廁厨廚"
        + "厦廈叶葉吴吳吨噸启啟呜嗚咸鹹哟喲唤喚喷噴嘱囑团團园園坟墳垫墊堕墮墙牆壳殼夹夾奋奮奥奧娇嬌娄婁婴嬰宪憲宫宮宠寵尔爾尘塵届屆属屬屡屢屿嶼"
        + "岗崗峡峽崭嶄帘簾并並广廣庄莊庐廬庙廟庞龐弯彎彻徹征徵径徑忧憂怀懷怜憐恋戀恼惱悦悅惧懼惨慘惩懲愤憤戏戲扬揚抚撫抛拋抢搶拦攔拨撥挂掛挡擋"
        + "挣掙挤擠挥揮捞撈捡撿搁擱搅攪携攜摄攝摆擺摇搖摊攤撑撐敌敵数數斗鬥斩斬昼晝晒曬暂暫术術杂雜极極柜櫃桩樁梦夢椭橢横橫残殘殴毆毙斃汤湯沪滬"
        + "泪淚泼潑洁潔洒灑浇澆浑渾涂塗涌湧润潤涨漲渔漁渗滲湾灣滤濾滥濫潜潛灭滅灿燦烁爍烛燭爷爺牵牽牺犧狮獅猎獵猪豬猫貓琐瑣画畫畅暢痒癢瘫癱皱皺盐鹽"
        + "盗盜睁睜瞒瞞砖磚礼禮祸禍税稅窜竄竖豎笼籠筹籌粮糧粪糞纠糾红紅纪紀纲綱纳納纵縱纷紛纹紋绑綁绒絨绕繞绘繪绞絞绪緒绳繩缠纏缴繳罢罷翘翹耸聳"
        + "聪聰胆膽胜勝胶膠脉脈脱脫腊臘舰艦艺藝芦蘆苍蒼苹蘋茧繭荐薦荡蕩荣榮莲蓮萝蘿萧蕭葱蔥蒋蔣蓝藍蔼藹虏虜虫蟲虾蝦蚀蝕蚁蟻蛮蠻蜡蠟衅釁衔銜衬襯"
        + "袄襖袜襪袭襲裤褲观觀觅覓誉譽讨討讶訝访訪诀訣诈詐译譯诗詩诚誠诞誕详詳诱誘诸諸课課谁誰谅諒谋謀谎謊谓謂谜謎谦謙谨謹谱譜财財责責贤賢败敗贩販"
        + "贪貪贫貧贯貫贴貼贱賤贸貿贺賀贼賊赁賃赏賞赖賴赚賺赛賽赞讚赠贈赢贏践踐踪蹤轨軌轰轟轻輕辅輔辆輛辈輩辉輝辞辭辩辯迁遷迈邁违違连連迟遲迹跡逊遜"
        + "逻邏邓鄧邻鄰郑鄭酱醬酿釀采採鉴鑒钉釘钓釣钞鈔钢鋼钥鑰钩鉤钻鑽铃鈴铅鉛铜銅铺鋪销銷锋鋒锐銳锈鏽锡錫锦錦键鍵锻鍛镇鎮镖鏢闪閃闭閉闯闖闲閒闷悶"
        + "闸閘闹鬧阔闊阵陣隐隱雏雛霉黴顽頑顿頓颁頒颂頌颈頸颗顆额額颠顛风風飘飄饥飢饰飾饱飽饼餅驱驅驳駁驶駛驻駐驾駕骂罵骄驕骚騷鲜鮮鸟鳥鸣鳴鸭鴨鹅鵝"
        + "麦麥齿齒里裡着著台臺系係制製杯盃";

    /// <summary>Written in traditional texts only, without a partner that is written in simplified ones only.</summary>
    private const string TraditionalOnly = "妳灣裏爲綫牀峯羣衆麽喫鷄囘繫佈週禦籤餘唸迴闆";

    /// <summary>Simplified halves of pairs that traditional texts write too, for another word or instead of the other half.</summary>
    private const string SharedSimplified = "后里台征采制系斗咸并值冲杯么云叶范佣霉";

    /// <summary>Traditional halves that simplified texts write too.</summary>
    private const string SharedTraditional = "著值盃";

    private const string CantoneseOnly = "唔嘅咗喺佢哋嚟啲冇嘢嗰咁噉啱睇攞揾嗌嘥曱甴攰咩喎";

    private const string JapaneseOnly = "対応円込売読発変実検駅歳気労経済様図価悪圧囲営塩拡帰拠戻枠働畑択権焼関払";

    private static readonly HanForm[] Forms = MapCharacters();
    private static readonly char[] SimplifiedForms = MapSimplified();

    internal static HanForm FormOf(char c) => c is >= '\u4E00' and <= '\u9FFF' ? Forms[c - '\u4E00'] : HanForm.Any;

    /// <summary>The simplified form of a character; the character itself when it has none, or several words share it.</summary>
    internal static char Simplify(char c) => c is >= '\u4E00' and <= '\u9FFF' ? SimplifiedForms[c - '\u4E00'] : c;

    private static char[] MapSimplified()
    {
        var forms = Enumerable.Range(0x4E00, 0x9FFF - 0x4E00 + 1).Select(code => (char)code).ToArray();
        for (var i = 0; i < Pairs.Length; i += 2)
        {
            forms[Pairs[i + 1] - '\u4E00'] = Pairs[i];
        }

        return forms;
    }

    private static HanForm[] MapCharacters()
    {
        var forms = new HanForm[0x9FFF - 0x4E00 + 1];
        Mark(JapaneseOnly, HanForm.Japanese);
        for (var i = 0; i < Pairs.Length; i += 2)
        {
            forms[Pairs[i] - '\u4E00'] = HanForm.Simplified;
            forms[Pairs[i + 1] - '\u4E00'] = HanForm.Traditional;
        }

        Mark(TraditionalOnly, HanForm.Traditional);
        Mark(CantoneseOnly, HanForm.Cantonese);
        Mark(SharedSimplified, HanForm.Any);
        Mark(SharedTraditional, HanForm.Any);
        return forms;

        void Mark(string characters, HanForm form)
        {
            foreach (var c in characters)
            {
                forms[c - '\u4E00'] = form;
            }
        }
    }
}
