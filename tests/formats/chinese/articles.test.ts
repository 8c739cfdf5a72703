import { describe, expect, it } from 'vitest';
import { lostOrTwice, recordingOf, told } from './told.ts';

/** A round table whose labels are incomplete: the writer left some out, and tells what people say between them. */
const INCOMPLETE = `数据中心的电从哪里来：一场圆桌
5月12日，第三届绿色算力大会在贵阳举行。圆桌环节由《能源观察》主编周以宁主持。
以下为圆桌内容节选：
主持人周以宁：先请三位用一句话说说现状。
陈牧野（绿电科技创始人）：缺口比大家想的大。去年的需求翻了一番。
很多园区的变压器要等十八个月。
高岚：我同意。电网侧也在排队。
主持人周以宁：高总，那储能能不能补上？
储能只能补峰，不能补量。四小时的储能只能覆盖晚高峰。
所以还是要从源头想办法。
对，源头就是跨省的绿电。我们公司已经签了三份长约。
陈牧野：跨省交易的价格机制还没理顺。
但是价格会理顺的，这只是时间问题。
在我看来，价格是第二位的，第一位是可靠性。
高岚表示，可靠性要靠多能互补。因此，我们更看重长期合同。合同期越长越好，所以我们签了十年。她所在的公司在内蒙古有两个项目。
我们还在新疆选址。
高岚提到，煤电还会留很久。我认为这很难说。
主持人周以宁：最后一个问题，五年以后呢？
陈牧野：五年以后会好。
（本文根据录音整理，未经本人审阅）
责编：何小满
扫码关注我们`;

/** The same kind of talk with each label in its place. */
const COMPLETE = `圆桌：旧城怎么改
时间：2024年5月1日
嘉宾：林若愚（建筑师）、赵启明
主持人：各位好。今天聊旧城改造。先请林老师。
林若愚：谢谢主持人。我做旧城改造二十年了。
在我看来，最大的变化是人的观念。
首先：居民的期待变了。
我同意赵老师刚才的说法，要慢慢来。
优点：便宜。
据赵启明介绍，钢材明年才有。
赵启明刚才说，木头也行。
技术与费用
主持人：您说的观念指什么？比如，居民愿不愿意搬？
还有，政府愿不愿意等？
林若愚：都有。关键问题是：谁来出钱。
赵工：我补充一句。结构上没有问题。
观众提问：请问费用谁出？
赵工：政府出一半。
作者：何小满`;

const NEWS = `钢价上涨 桥梁企业寻找出路
2024年5月1日 来源：桥梁日报
近期，钢材价格持续上涨。
“我们已经做了准备。”大桥集团董事长王立强表示，公司去年就签了长约。该公司成立于2001年。
清华大学教授李明认为，价格上涨是暂时的。王立强指出：“库存还够三个月。我们不担心。”
他还表示，明年会更好。
在李明看来，行业需要新的材料。
据李明介绍，新材料已经在三座桥上试用。
有人认为，这还不够。
（编辑：赵小川）
免责声明：本文不代表本站立场。`;

describe('an article whose labels are incomplete', async () => {
  const recording = await recordingOf(INCOMPLETE);

  it('gives a name only to what a label or a report surely holds for', () => {
    expect(told(recording)).toEqual([
      '1 left out: heading',
      '2 editorial - 5月12日，',
      '3 editorial - 以下为圆桌内',
      '4 labelled 主持人周以宁 先请三位用一',
      '5 labelled 陈牧野（绿电科技创始人） 缺口比大家想',
      '6 continued 陈牧野（绿电科技创始人） 很多园区的变',
      '7 labelled 高岚 我同意。电网',
      '8 labelled 主持人周以宁 高总，那储能',
      '9 unknown - 储能只能补峰',
      '10 unknown - 所以还是要从',
      '11 unknown - 对，源头就是',
      '12 labelled 陈牧野 跨省交易的价',
      '13 continued 陈牧野 但是价格会理',
      '14 unknown - 在我看来，价',
      '15 reported 高岚 高岚表示，可',
      '15 unknown - 她所在的公司',
      '16 unknown - 我们还在新疆',
      '17 reported 高岚 高岚提到，煤',
      '17 unknown - 我认为这很难',
      '18 labelled 主持人周以宁 最后一个问题',
      '19 labelled 陈牧野 五年以后会好',
      '20 left out: note',
      '21 left out: credit',
      '22 left out: note',
    ]);
  });

  it('ends a report where it is no longer their voice', () => {
    const report = recording.pieces.find(({ basis }) => basis === 'reported');
    const text = recording.opened.source.parts[report?.part ?? 0]?.text ?? '';
    expect(text.slice(report?.start, report?.end)).toMatch(/^高岚表示.*所以我们签了十年。$/);
  });

  it('knows no day without a year, and keeps each word once', () => {
    expect(recording.facts).toEqual({ title: '数据中心的电从哪里来：一场圆桌' });
    expect(lostOrTwice(recording)).toEqual([]);
  });
});

describe('an article whose labels are complete', async () => {
  const recording = await recordingOf(COMPLETE);

  it('goes on with a turn until the next label', () => {
    expect(told(recording)).toEqual([
      '1 left out: heading',
      '2 left out: list',
      '3 left out: list',
      '4 labelled 主持人 各位好。今天',
      '5 labelled 林若愚 谢谢主持人。',
      '6 continued 林若愚 在我看来，最',
      '7 continued 林若愚 首先：居民的',
      '8 continued 林若愚 我同意赵老师',
      '9 continued 林若愚 优点：便宜。',
      '10 continued 林若愚 据赵启明介绍',
      '11 continued 林若愚 赵启明刚才说',
      '12 editorial - 技术与费用',
      '13 labelled 主持人 您说的观念指',
      '14 continued 主持人 还有，政府愿',
      '15 labelled 林若愚 都有。关键问',
      '16 labelled 赵工 我补充一句。',
      '17 labelled 观众提问 请问费用谁出',
      '18 labelled 赵工 政府出一半。',
      '19 left out: credit',
    ]);
    expect(recording.facts).toEqual({
      title: '圆桌：旧城怎么改',
      date: '2024-05-01',
      names: ['林若愚', '赵启明'],
    });
  });
});

describe('a report in which nobody has a label', async () => {
  const recording = await recordingOf(NEWS);

  it('names those whom it introduces, for what it says that they say', () => {
    expect(told(recording)).toEqual([
      '1 left out: heading',
      '2 left out: credit',
      '3 editorial - 近期，钢材价',
      '4 reported 王立强 “我们已经做',
      '4 unknown - 该公司成立于',
      '5 reported 李明 清华大学教授',
      '5 reported 王立强 王立强指出：',
      '6 unknown - 他还表示，明',
      '7 reported 李明 在李明看来，',
      '8 reported 李明 据李明介绍，',
      '9 unknown - 有人认为，这',
      '10 left out: credit',
      '11 left out: note',
    ]);
    expect(recording.facts).toEqual({ title: '钢价上涨 桥梁企业寻找出路', date: '2024-05-01' });
    expect(lostOrTwice(recording)).toEqual([]);
  });
});

describe('who is introduced once', () => {
  it('is known wherever the writer tells what they say, and who is never introduced is not', async () => {
    const text = `论坛秘书长周文山做客本网，与网友交流。
周文山认为，论坛是民间性质的。
周文山说，规模是1500人左右。所以可以看出来，规模不小。
李小川表示，规模太大。`;
    expect(told(await recordingOf(text))).toEqual([
      '1 editorial - 论坛秘书长周',
      '2 reported 周文山 周文山认为，',
      '3 reported 周文山 周文山说，规',
      '3 unknown - 所以可以看出',
      '4 unknown - 李小川表示，',
    ]);
  });
});

describe('commentary that somebody put behind the words', () => {
  const WITH_SEAMS = `主持人：桥为什么塌？谁来负责？
周海：钢材没有问题。焊缝有问题。我去看过。看得很清楚。 这一现象反映了监管的不足。
焊缝是夜里做的。没有人检查。雨也很大。 这表明制度需要完善，也提醒了整个行业。
主持人：以后呢？
以后要查。要一个一个地查。`;

  it('is the publisher’s, and the turn goes on after it', async () => {
    expect(told(await recordingOf(WITH_SEAMS))).toEqual([
      '1 labelled 主持人 桥为什么塌？',
      '2 labelled 周海 钢材没有问题',
      '2 editorial - 这一现象反映',
      '3 continued 周海 焊缝是夜里做',
      '3 editorial - 这表明制度需',
      '4 labelled 主持人 以后呢？',
      '5 unknown - 以后要查。要',
    ]);
  });

  it('is nobody’s special where a text has a space after each sentence', async () => {
    const spaced = `周海：钢材没有问题。 这说明检查有用。 焊缝也查过。
主持人：好。 谢谢。 再见。`;
    expect(told(await recordingOf(spaced))).toEqual([
      '1 labelled 周海 钢材没有问题',
      '2 labelled 主持人 好。 谢谢。',
    ]);
  });
});
