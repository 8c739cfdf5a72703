import { describe, expect, it } from 'vitest';
import { lostOrTwice, namesIn, recordingOf, recordingOfCaptions, told } from './told.ts';

/** Each with what it is to be read as: basis, name and first words of each line. */
const LAYOUTS: readonly (readonly [name: string, text: string, right: readonly string[]])[] = [
  [
    'an interview whose headline looks like a label with words, above its byline',
    '对话桥梁专家:钢桥还能用多久?\n2024年5月1日 来源:桥梁周刊 编辑:王敏\n桥梁周刊:您怎么看钢桥的寿命?\n李志远:只要定期上漆,一百年没有问题。\n桥梁周刊:谢谢。',
    [
      '1 left out: heading',
      '2 left out: credit',
      '3 labelled 桥梁周刊 您怎么看钢桥',
      '4 labelled 李志远 只要定期上漆',
      '5 labelled 桥梁周刊 谢谢。',
    ],
  ],
  [
    'whole exchanges on one line',
    '问：开吗？答：开。\n问：几点？答：下午三点。那时：人会很多。问：要票吗？答：不要。',
    [
      '1 labelled 问 开吗？',
      '1 labelled 答 开。',
      '2 labelled 问 几点？',
      '2 labelled 答 下午三点。那',
      '2 labelled 问 要票吗？',
      '2 labelled 答 不要。',
    ],
  ],
  [
    'a press conference with half-width colons',
    '法新社记者:中方是否欢迎这项提议?\n韩松:我愿重申,中方言出必行。\n9年来,合作机制日益完善。\n《环球时报》记者:据报道,有人称……有何评论?\n韩松:好的。第一:坚持对话。',
    [
      '1 labelled 法新社记者 中方是否欢迎',
      '2 labelled 韩松 我愿重申,中',
      '3 continued 韩松 9年来,合作',
      '4 labelled 《环球时报》记者 据报道,有人',
      '5 labelled 韩松 好的。第一:',
    ],
  ],
  [
    'a parliament’s record, with the office inside of the name',
    '時間：中華民國113年3月21日（星期四）\n主席：王委員定方\n主席：現在開會。進行今日議程。\n（進行報告事項）\n主席：請部長報告。\n林部長國成：主席、各位委員。今天應邀報告，至感榮幸。\n羅委員美清：（9時13分）謝謝主席。',
    [
      '1 left out: list',
      '2 left out: list',
      '3 labelled 主席 現在開會。進',
      '4 editorial - （進行報告事',
      '5 labelled 主席 請部長報告。',
      '6 labelled 林部長國成 主席、各位委',
      '7 labelled 羅委員美清 （9時13分',
    ],
  ],
  [
    'a council’s record, where the chair calls by name',
    '何啟東議員:主席,為甚麼不早些提出來?\n立法會主席梁君山議員:行政長官。\n行政長官:多謝何議員。措施如下:\n第一項:交通津貼。\n立法會主席梁君山議員:何啟東議員。',
    [
      '1 labelled 何啟東議員 主席,為甚麼',
      '2 labelled 立法會主席梁君山議員 行政長官。',
      '3 labelled 行政長官 多謝何議員。',
      '4 continued 行政長官 第一項:交通',
      '5 labelled 立法會主席梁君山議員 何啟東議員。',
    ],
  ],
  [
    'a medium that asks, which no list has',
    '溪石：你怎麼看這座橋？\n梁美珊：很好。注意：這不是第一座。\n溪石：怎麼講？\n梁美珊：它最長。\n溪石：最後一個問題。\n梁美珊：請講。',
    [
      '1 labelled 溪石 你怎麼看這座',
      '2 labelled 梁美珊 很好。注意：',
      '3 labelled 溪石 怎麼講？',
      '4 labelled 梁美珊 它最長。',
      '5 labelled 溪石 最後一個問題',
      '6 labelled 梁美珊 請講。',
    ],
  ],
  [
    'a medium in the brackets of a title',
    '《渡口》：桥什么时候开？\n梁美珊：明天。\n《渡口》：为什么这么晚？\n梁美珊：因为冬天。',
    [
      '1 labelled 《渡口》 桥什么时候开',
      '2 labelled 梁美珊 明天。',
      '3 labelled 《渡口》 为什么这么晚',
      '4 labelled 梁美珊 因为冬天。',
    ],
  ],
  [
    'short names that the text itself gives',
    '以下为采访实录（《江桥周刊》简称“江桥”，何一川简称“何”）\n江桥周刊：您怎么看？\n何：先看数据。\n江桥：谢谢。',
    [
      '1 editorial - 以下为采访实',
      '2 labelled 江桥周刊 您怎么看？',
      '3 labelled 何 先看数据。',
      '4 labelled 江桥 谢谢。',
    ],
  ],
  [
    'a name on its line, and its time on the next',
    '王磊\n00:00:12\n大家早上好。\nLily\n00:00:20\n早上好。\n王磊\n00:01:02\n开始吧。',
    [
      '2 left out: time',
      '3 labelled 王磊 大家早上好。',
      '5 left out: time',
      '6 labelled Lily 早上好。',
      '8 left out: time',
      '9 labelled 王磊 开始吧。',
    ],
  ],
  [
    'a name that no list has, on a line of its own as the others',
    '陳俊明：\n歡迎各位來到大橋。\n艾狄雅阿薩拉：\n我在泰國看到了這座橋。\n觀眾：\n請問導演，橋有多長？\n艾狄雅阿薩拉：\n很長。',
    [
      '2 labelled 陳俊明 歡迎各位來到',
      '4 labelled 艾狄雅阿薩拉 我在泰國看到',
      '6 labelled 觀眾 請問導演，橋',
      '8 labelled 艾狄雅阿薩拉 很長。',
    ],
  ],
  [
    'an office before the name, on a line of its own',
    '新闻局副局长、新闻发言人 邢慧敏：\n下午好。先请黄主任作介绍。\n研究室主任 黄守一：\n谢谢。一是总体平稳。\n路透社记者：\n请问黄主任，桥怎么看？\n黄守一：\n桥是支柱。',
    [
      '2 labelled 新闻局副局长、新闻发言人 邢慧敏 下午好。先请',
      '4 labelled 研究室主任 黄守一 谢谢。一是总',
      '6 labelled 路透社记者 请问黄主任，',
      '8 labelled 黄守一 桥是支柱。',
    ],
  ],
  [
    'minutes that are read out within a record',
    '主席：出席委員8人，現在開會。\n報 告 事 項\n出席委員：林德安  柯建宏\n列席官員：\n秘書長\n熊光中\n主  席：林召集委員為山\n專門委員：楊育明\n紀  錄：簡任秘書 彭定國\n主席：有無錯誤？（無）確定。\n伍委員麗珠Saidhai Tahov：我同意這個提案，也請各位支持。\n程序委員會意見：擬請交審查。',
    [
      '1 labelled 主席 出席委員8人',
      '2 left out: heading',
      '3 left out: list',
      '4 left out: list',
      '5 left out: list',
      '6 left out: list',
      '7 left out: list',
      '8 left out: list',
      '9 left out: list',
      '10 labelled 主席 有無錯誤？（',
      '11 labelled 伍委員麗珠Saidhai Tahov 我同意這個提',
      '12 continued 伍委員麗珠Saidhai Tahov 程序委員會意',
    ],
  ],
  [
    'guests that are presented in brackets',
    '【主持人】張鵬山 某刊創始人\n【嘉賓】李志遠 某校創始人\n【嘉賓】Ada Holt\n張鵬山：橋還會降價嗎？\n李志遠：會的。\n張鵬山：謝謝。',
    [
      '1 editorial - 【主持人】張',
      '2 editorial - 【嘉賓】李志',
      '3 editorial - 【嘉賓】Ad',
      '4 labelled 張鵬山 橋還會降價嗎',
      '5 labelled 李志遠 會的。',
      '6 labelled 張鵬山 謝謝。',
    ],
  ],
  [
    'what may be somebody else’s label, between two of the same speaker',
    '梁美珊：先看数据。\n然后再看船。\n船有很多。\n岸边谈：谢谢。\n梁美珊：请讲。',
    [
      '1 labelled 梁美珊 先看数据。',
      '2 continued 梁美珊 然后再看船。',
      '3 continued 梁美珊 船有很多。',
      '4 unknown - 岸边谈：谢谢',
      '5 labelled 梁美珊 请讲。',
    ],
  ],
  [
    'a program of meetings that says that it stops',
    '张伟 00:03\n大家早上好。\n李娜 00:12\n早上好。\n李娜 已停止听录',
    ['2 labelled 张伟 大家早上好。', '4 labelled 李娜 早上好。', '5 left out: note'],
  ],
  [
    'a listed name that is a word as well',
    '本期主持人：李彤\n本期嘉宾：周航、吴明\n李彤：周航先来。\n周航：好，我讲两个例子。\n例一：去年的桥。\n吴明：哈哈哈。',
    [
      '1 left out: list',
      '2 left out: list',
      '3 labelled 李彤 周航先来。',
      '4 labelled 周航 好，我讲两个',
      '5 continued 周航 例一：去年的',
      '6 labelled 吴明 哈哈哈。',
    ],
  ],
  [
    'a court',
    '审判长：现在开庭。\n原告代理人李芳：请求判令被告付款。\n被告：不同意。\n审判长：为什么？',
    [
      '1 labelled 审判长 现在开庭。',
      '2 labelled 原告代理人李芳 请求判令被告',
      '3 labelled 被告 不同意。',
      '4 labelled 审判长 为什么？',
    ],
  ],
  [
    'names in brackets',
    '【主持人】欢迎各位网友。\n【傅岚】大家好。今天我们介绍安排。\n【新华社记者】请问预算情况？\n【傅岚】明天公布。',
    [
      '1 labelled 主持人 欢迎各位网友',
      '2 labelled 傅岚 大家好。今天',
      '3 labelled 新华社记者 请问预算情况',
      '4 labelled 傅岚 明天公布。',
    ],
  ],
  [
    'names in marks of Markdown',
    '**适远主持人**：请打个招呼。\n\n **温明**：大家好，我是温明。\n**姜宁**: 我叫姜宁。\n**温明**：是的。\n**适远**：谢谢各位。\n**云中漫步**：再见。',
    [
      '1 labelled 适远主持人 请打个招呼。',
      '3 labelled 温明 大家好，我是',
      '4 labelled 姜宁 我叫姜宁。',
      '5 labelled 温明 是的。',
      '6 labelled 适远 谢谢各位。',
      '7 unknown - **云中漫步',
    ],
  ],
  [
    'a family name alone, after the full name in the head',
    '嘉宾:李耀东(上海针织公司董事长)\n戴自力(上海海螺公司董事长)\n主持:朱平\n责编:王玲\n主持人朱平:听众朋友您好。李总您好。\n李:你好。\n(音板:李耀东,董事长,公司始建于1956年。)\n朱:戴总你好。\n戴:你好。\n朱:您怎么看?\n李:这要看怎么看。',
    [
      '1 left out: list',
      '2 left out: list',
      '3 left out: list',
      '4 left out: credit',
      '5 labelled 主持人朱平 听众朋友您好',
      '6 labelled 李 你好。',
      '7 editorial - (音板:李耀',
      '8 labelled 朱 戴总你好。',
      '9 labelled 戴 你好。',
      '10 labelled 朱 您怎么看?',
      '11 labelled 李 这要看怎么看',
    ],
  ],
  [
    'names with a colon on lines of their own',
    '主持人 魯堅 :\n週日午間。各位好,歡迎您。\n今天有兩位嘉賓。\n解説:\n25號,外長會議舉行。\n主持人 魯堅 :\n馬先生,您怎麼看?\n馬為工 :\n這是好的開始。',
    [
      '2 labelled 主持人 魯堅 週日午間。各',
      '3 continued 主持人 魯堅 今天有兩位嘉',
      '5 labelled 解説 25號,外長',
      '7 labelled 主持人 魯堅 馬先生,您怎',
      '9 labelled 馬為工 這是好的開始',
    ],
  ],
  [
    'names alone on their lines',
    '与建筑师对谈\n\n主持人\n今天请到两位建筑师。\n张永安\n大家好，很高兴来这里。\n我先说说这座桥。\n主持人\n请讲讲它的历史吧。\n张永安\n它建于1998年。',
    [
      '1 left out: heading',
      '4 labelled 主持人 今天请到两位',
      '6 labelled 张永安 大家好，很高',
      '7 continued 张永安 我先说说这座',
      '9 labelled 主持人 请讲讲它的历',
      '11 labelled 张永安 它建于199',
    ],
  ],
  [
    'Feishu Minutes',
    '产品评审会\n2024年5月1日 上午 10:00|1小时 2分钟 3秒\n关键词:\n飞书、桥梁、评审\n文字记录:\n汤欣然 00:00:12\n大家好。今天的议题是：桥梁。\n说话人 2 00:01:05\n好的。我先说一下进展\n汤欣然 00:02:00.250\n我们约在 10:30 再看。\n明天下午 10:30',
    [
      '1 left out: heading',
      '2 left out: list',
      '3 left out: list',
      '4 left out: list',
      '5 left out: list',
      '7 labelled 汤欣然 大家好。今天',
      '9 labelled 说话人 2 好的。我先说',
      '11 labelled 汤欣然 我们约在 1',
      '12 continued 汤欣然 明天下午 1',
    ],
  ],
  [
    'Tencent Meeting',
    '小李(00:00:12): 大家能听到吗？\n王强(00:00:15): 可以。\n小李(00:00:20): 那我们开始。\n说明一下，今天有录制。',
    [
      '1 labelled 小李 大家能听到吗',
      '2 labelled 王强 可以。',
      '3 labelled 小李 那我们开始。',
      '4 continued 小李 说明一下，今',
    ],
  ],
  [
    'iFLYTEK and Tongyi, with numbered voices',
    '发言人1  00:00:01\n大家好。\n我是主持人。\n发言人2  00:00:12\n谢谢邀请。是的，我们做了三年。\n发言人 3 01:00:30\n成本不高。',
    [
      '2 labelled 发言人1 大家好。',
      '3 continued 发言人1 我是主持人。',
      '5 labelled 发言人2 谢谢邀请。是',
      '7 labelled 发言人 3 成本不高。',
    ],
  ],
  [
    'times before the names',
    '[00:00:00] 主持人：欢迎收听。\n[00:01:00] 嘉宾A（李华）：大家好，我是李华。\n[00:01:30] 李华：主要是这些。',
    ['1 labelled 主持人 欢迎收听。', '2 labelled 嘉宾A（李华） 大家好，我是', '3 labelled 李华 主要是这些。'],
  ],
  [
    'a chat with those to whom it goes',
    '15:03:20 从 张三 到 所有人： 大家好\n15:03:40 从 Ann Lee 到 所有人： 你好：收到\n15:04:02 从 张三 到 所有人： 开始吧',
    ['1 labelled 张三 大家好', '2 labelled Ann Lee 你好：收到', '3 labelled 张三 开始吧'],
  ],
  [
    'a chat with days',
    '张三 2024-05-01 10:00:12\n开会了吗？\n李四 2024-05-01 10:00:40\n还没有',
    ['2 labelled 张三 开会了吗？', '4 labelled 李四 还没有'],
  ],
  [
    'reporters who ask, in traditional characters',
    '記者問：院長怎麼看這件事？\n院長：我覺得很好。\n這件事已經談了三年。\n記者問：預算夠嗎？\n院長：夠。謝謝。',
    [
      '1 labelled 記者問 院長怎麼看這',
      '2 labelled 院長 我覺得很好。',
      '3 continued 院長 這件事已經談',
      '4 labelled 記者問 預算夠嗎？',
      '5 labelled 院長 夠。謝謝。',
    ],
  ],
  [
    'two people whom nothing else names',
    'Mira：开始吗？\nHolt：开始。',
    ['1 labelled Mira 开始吗？', '2 labelled Holt 开始。'],
  ],
];

/** Where labels are on some of what is said: the words of whom no label tells are nobody's. */
const PARTLY: readonly (readonly [name: string, text: string, right: readonly string[]])[] = [
  [
    'questions without a label, between the answers of one',
    '对话林若愚：旧城怎么改\n旧城改造这些年有什么变化？\n林若愚：变化很大。\n费用谁出？\n林若愚：政府出一半。\n林若愚：另一半大家出。\n我说完了。',
    [
      '1 left out: heading',
      '2 unknown - 旧城改造这些',
      '3 labelled 林若愚 变化很大。',
      '4 unknown - 费用谁出？',
      '5 labelled 林若愚 政府出一半。',
      '6 labelled 林若愚 另一半大家出',
      '7 continued 林若愚 我说完了。',
    ],
  ],
  [
    'answers without a label',
    '问：开吗？\n今天开。\n从早开到晚。\n问：几点？\n还有，要票吗？\n不要。',
    [
      '1 labelled 问 开吗？',
      '2 unknown - 今天开。',
      '3 unknown - 从早开到晚。',
      '4 labelled 问 几点？',
      '5 continued 问 还有，要票吗',
      '6 unknown - 不要。',
    ],
  ],
  [
    'a nickname that answers, and a phrase that does not',
    '记者：您能介绍一下吗？\n风天：引擎有体系。\n举个例子：网关。\n记者：能处理多大的量？\n风天（笑）：很大。\n举个例子：日志。',
    [
      '1 labelled 记者 您能介绍一下',
      '2 labelled 风天 引擎有体系。',
      '3 continued 风天 举个例子：网',
      '4 labelled 记者 能处理多大的',
      '5 labelled 风天 很大。',
      '6 continued 风天 举个例子：日',
    ],
  ],
  [
    'a form to be filled in',
    '理監事會會議記錄\n會議日期：2026年3月15日\n主持人：理事長\n記錄人：秘書\n參會人員：[待填寫]\n發言人：理事長\n內容：上次會議紀錄無誤',
    [
      '1 unknown - 理監事會會議',
      '2 left out: list',
      '3 left out: list',
      '4 left out: credit',
      '5 left out: list',
      '6 unknown - 發言人：理事',
      '7 unknown - 內容：上次會',
    ],
  ],
];

describe('labels in a Chinese text', () => {
  it.each([...LAYOUTS, ...PARTLY])('%s', async (_name, text, right) => {
    const recording = await recordingOf(text);
    expect(told(recording)).toEqual(right);
    expect(lostOrTwice(recording)).toEqual([]);
  });

  it('are printed as they stand, with their times', async () => {
    const [first, second] = (await recordingOf('发言人1  00:01:02\n大家好。\n发言人2  00:02:00\n你好。'))
      .pieces;
    expect(first).toMatchObject({ printed: '发言人1  00:01:02', printedIn: 0, part: 1, time: 62 });
    expect(second).toMatchObject({ printed: '发言人2  00:02:00', printedIn: 2, part: 3, time: 120 });
  });

  it('have no time in the recording if theirs is the time of day', async () => {
    const { pieces } = await recordingOf(
      '张三 2024-05-01 10:00:12\n开会了吗？\n10:00:15 从 李四 到 所有人：没有',
    );
    expect(pieces.map(({ time }) => time)).toEqual(pieces.map(() => null));
  });

  it('hold over the broken lines of a page', async () => {
    const page = [
      '主席：各位委員早安，今天繼續審查預算案，請各位委員踴躍發言，現在先請',
      '陳委員發言，時間五分鐘。',
      '陳委員亭方：主席、各位列席官員。本席要請教部長的是，橋樑檢測的經費從',
      '去年開始逐年減少，可是老舊橋樑的數目卻在增加，這樣的編列方式是不是不',
      '合理？重點是：人民的安全在哪裡？請部長說明，本席希望得到一個明確的答',
      '覆。',
      '林部長佳成：謝謝委員的指教，有關橋樑檢測的經費，我們今年已經增加了百',
      '是，今年的部分之十，未來也會持續增加，相關的資料會後再提供給委員參考',
      '請委員放心。',
      '主席：請部長說明清楚一點，委員問的是地方橋樑的部分，中央與地方的分工',
      '要講清楚，這樣委員才能夠了解。',
      '林部長佳成：是，地方橋樑由地方政府負責檢測，中央補助經費，每年大約補',
      '助三億元左右。',
    ];
    const recording = await recordingOf(page.join('\n'));
    expect(recording.pieces.map(({ name }) => name)).toEqual([
      ...['主席', '主席'],
      ...['陳委員亭方', '陳委員亭方', '陳委員亭方', '陳委員亭方'],
      ...['林部長佳成', '林部長佳成', '林部長佳成', '主席', '主席', '林部長佳成', '林部長佳成'],
    ]);
    const starts = recording.pieces.filter(({ startsParagraph }) => startsParagraph);
    expect(starts.every(({ basis }) => basis === 'labelled')).toBe(true);
  });
});

describe('captions in Chinese', () => {
  it('have labels at changes of the speaker, and their own times', () => {
    const recording = recordingOfCaptions([
      '字幕：小明',
      '张永安：桥修好了吗',
      '还没有听说',
      '李素：修好了',
      '>> 真的',
    ]);
    expect(told(recording)).toEqual([
      '3 left out: credit',
      '7 labelled 张永安 桥修好了吗',
      '11 continued 张永安 还没有听说',
      '15 labelled 李素 修好了',
      '19 unknown - 真的',
    ]);
    expect(recording.pieces.map(({ time }) => time)).toEqual([1, 2, 3, 4]);
  });

  it('name nobody if they do not', () => {
    const recording = recordingOfCaptions([
      '1972 年初，一艘探测器发射升空',
      '它的目标是：木星',
      '人类首次得到木星影像',
    ]);
    expect(namesIn(recording)).toEqual([]);
    expect(recording.pieces.map(({ basis }) => basis)).toEqual(['unknown', 'unknown', 'unknown']);
    expect(recording.layout).toBeNull();
  });
});

describe('what is no name', () => {
  it.each([
    '钢材的特点如下：\n优点：强度高。\n缺点：会生锈。\n案例：某座大桥。\n优点：施工快。\n缺点：要上漆。\n结论：按需选择。',
    '我认为关键问题是：谁来出钱。\n第一：安全。\n一是：质量。\n首先：速度。\n其次：成本。\n总之：要快。',
    '来源：桥梁日报\n编辑：赵小川\n时间：下午三点\n地点：贵阳\n关键词：桥\n摘要：桥修好了。\n免责声明：本文不代表本站立场。\n图片来源：网络',
    '施工速度：很快，三个月完成。\n材料成本：不高，比去年低。\n使用寿命：一百年以上。',
  ])('%j', async (text) => {
    const recording = await recordingOf(text);
    expect(namesIn(recording)).toEqual([]);
    expect(lostOrTwice(recording)).toEqual([]);
  });

  it('is not found among those who are named, nor is it the words of the one before', async () => {
    const text = `主持人：今天聊语言。请两位说说。
阿强：我用三种语言。
Python：写脚本。
举个例子：我们的网关。
举个例子：我们的日志。
主持人：小美呢？
小美：我只用一种。
换句话说：我很专一。
主持人：好，谢谢两位。`;
    const recording = await recordingOf(text);
    expect(namesIn(recording)).toEqual(['主持人', '阿强', '小美']);
    expect(told(recording)[2]).toBe('3 unknown - Python');
    expect(recording.notes).toEqual([{ place: 3, text: 'This may begin with a label: "Python：写脚本。"' }]);
  });

  it('keeps the page around an article out of it', async () => {
    const text = `您所在的位置:首页>>新闻>>正文
2021年2月9日新闻发言人韩松主持例行记者会
(2021/2/9 21:58:27)  来源:新闻办  打印本页
记者:第一个问题是什么?
韩松:就是这个。我们还要说第二个。
【打印】 分享到
标签：桥 #大桥#
#大桥# #新闻#
版权所有 桥梁网
页面执行时间0.010796秒`;
    const recording = await recordingOf(text);
    expect(namesIn(recording)).toEqual(['记者', '韩松']);
    expect(recording.pieces.map(({ part }) => part)).toEqual([3, 4]);
    expect(recording.facts).toEqual({
      title: '2021年2月9日新闻发言人韩松主持例行记者会',
      date: '2021-02-09',
    });
  });
});
