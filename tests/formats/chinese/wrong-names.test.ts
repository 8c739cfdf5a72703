import { describe, expect, it } from 'vitest';
import { namesIn, recordingOf, told } from './told.ts';

describe('a name before a time', () => {
  it.each([
    ['begins like a weekday', '孙悦', '周涛'],
    ['is a weekday, with a day of its own behind it', '孙悦', '周一'],
    ['ends as a sentence does before a time', '孙悦', '李和'],
  ])('that %s is a name', async (_, one, other) => {
    const text = `${one} 2026-03-06 14:00:03
开始吧。
${other} 2026-03-06 14:00:08
本季度有三件事。
${one} 2026-03-06 14:00:20
上线时间呢？
${other} 2026-03-06 14:00:29
下个月。`;
    expect(told(await recordingOf(text))).toEqual([
      `2 labelled ${one} 开始吧。`,
      `4 labelled ${other} 本季度有三件`,
      `6 labelled ${one} 上线时间呢？`,
      `8 labelled ${other} 下个月。`,
    ]);
  });

  it('is not a weekday before an hour', async () => {
    const text = `孙悦 00:03
下次开会的时间是
周一 14:00
周涛 00:08
好。`;
    expect(namesIn(await recordingOf(text))).toEqual(['孙悦', '周涛']);
  });
});

describe('the head of a press conference', () => {
  it('lists who is there, and nobody of them speaks by it', async () => {
    const recording = await recordingOf(`国新办举行交通发展新闻发布会
时间：2026年3月6日
发布人：交通部副部长 李扬
主持人：国新办新闻局副局长 邢慧娜
邢慧娜：女士们、先生们，上午好！今天请李扬先生介绍情况。
李扬：谢谢主持人。去年新建铁路三千公里。
新华社记者：请问今年的目标是多少？
李扬：今年的目标不会低于去年。`);
    expect(namesIn(recording)).toEqual(['邢慧娜', '李扬', '新华社记者']);
    expect(told(recording)).toContain('3 left out: list');
    expect(recording.facts.names).toEqual(['李扬', '邢慧娜']);
  });
});

describe('a quotation', () => {
  it('is not the publisher’s own words, and a note on the text is nobody’s', async () => {
    const recording = await recordingOf(`大桥通车 专家热议
总工程师何志强表示，大桥设计寿命为一百年。
市民郭女士告诉记者，她等了十年。“终于通了！”
桥头的老人也来了。“走了一辈子的渡口，今天走桥。”
这座桥属于“十四五”的规划。
据悉，大桥总投资80亿元。
注：本文图片均由受访者提供。`);
    expect(told(recording)).toEqual([
      '1 left out: heading',
      '2 reported 何志强 总工程师何志',
      '3 reported 郭女士 市民郭女士告',
      '3 unknown - “终于通了！',
      '4 editorial - 桥头的老人也',
      '4 unknown - “走了一辈子',
      '5 editorial - 这座桥属于“',
      '6 editorial - 据悉，大桥总',
      '7 left out: note',
    ]);
  });
});
