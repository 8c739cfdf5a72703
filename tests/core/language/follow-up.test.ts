import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followUpIn, mayBeTopic } from '../../../src/core/language/follow-up.ts';
import type { PlainFollowUp } from '../../../src/core/language/follow-up-words.ts';
import { anyText } from '../../fixtures.ts';

/** Wordings of each kind, as people type them in a chat, divided by bars. */
const WORDINGS: Readonly<Record<PlainFollowUp, readonly string[]>> = {
  others: [
    'anyone else? | who else? | others? | everybody else? | and the others? | what about the others? | Anyone else?? | ok, who else',
    'did anyone else say anything about that? | what does everyone else think? | what do the other speakers say? | any other speakers?',
    'who else talked about this | what did others say | and everyone else? | anybody else on this? | any other views? | how about the rest of the panel?',
    '还有别人吗 | 还有谁? | 其他人呢? | 还有谁谈到这个? | 其他人怎么看? | 那其他人呢 | 其他嘉宾怎么说? | 别人呢 | 大家怎么看 | 还有谁说过 | 其他发言人呢？ | 还有其他人吗？',
    '還有誰? | 其他人呢? | 其他講者怎麼說? | 別人怎麼看? | 那其他人怎麼看？',
    '有没有其他人说过 | 还有没有别人 | 各位怎么看 | 别人的意见',
    '其他與談人怎麼看 | 其他來賓呢？ | 還有誰有提到 | 其他人有講嗎 | 仲有邊個講過 | 其他人點睇？',
  ],
  agreement: [
    'who disagrees? | who disagrees with that? | does anybody disagree | who agrees? | Does anyone disagree? | did anyone push back on that?',
    'who agrees with this? | do they agree? | do the others agree? | any disagreement? | any objections? | who objects | and who disagrees with him?',
    'does everyone agree with that? | any pushback? | counterarguments? | is there anyone who disagrees? | so who disagrees then? | anyone disagree? | opposing views?',
    '谁不同意? | 有人反对吗? | 谁同意？ | 有没有人不同意 | 有谁反对这个观点？ | 其他人同意吗？ | 有不同意见吗？ | 那谁不同意呢？ | 有反对意见吗 | 大家都同意吗？',
    '誰反對 | 誰不同意? | 有人反對嗎？ | 有不同意見嗎？ | 有沒有人反對？ | 誰贊成？',
    '谁有不同看法 | 谁唱反调 | 大家都这么认为吗 | 谁不这么看 | 意见一致吗 | 反方呢',
    '誰有不同意見 | 有不一樣的看法嗎 | 大家有共識嗎 | 誰不買單 | 邊個唔同意 | 有冇人反對',
  ],
  whole: [
    'longer | more of this | the whole passage | full | in full | expand | longer please | can you make it longer? | show me the whole thing | full quote?',
    'full text pls | the full passage, please | expand this | show it in full | can I see the whole passage? | the rest of it | more of that passage | ok longer',
    'show the full quotes | give me the full text | could you expand on that? | more details? | too short | the entire passage | all of it',
    '长一点 | 完整 | 全文 | 展开 | 再长一点 | 长一点吧 | 看全文 | 完整版 | 请展开 | 能不能长一点？ | 完整的段落 | 详细一点 | 整段 | 展开一下 | 给我看全文 | 完整内容',
    '長一點 | 展開 | 完整段落 | 詳細一點 | 可以長一點嗎？ | 看全文',
    'go deeper | more detail | in more detail please | elaborate | elaborate further | expand on that | ok, can you go into detail?',
    '说详细点 | 具体一点 | 多说点 | 说得具体一点 | 详细说说 | 不够详细 | 更多细节 | 把全文发出来 | 完整版给我',
    '講詳細一點 | 多講一點 | 具體一點 | 說清楚一點 | 完整貼出來 | 詳細版本 | 長啲 | 想睇全文',
  ],
  original: [
    'original | original? | in the original | verbatim in Chinese | the original text | original wording please | show me the original | in the original Chinese',
    'what is the original? | exact words? | word for word | verbatim? | the original quote | can I see the original? | ok, original please | original language?',
    '原文? | 原文呢 | 看原文 | 原话是什么？ | 原话呢 | 给我看原文 | 中文原文 | 原文是怎么说的？ | 原文怎么说 | 请给原文 | 看一下原文',
    '原話? | 原話是什麼？ | 原文是什麼？ | 那原文呢？',
    'original chinese text please | can I see the original text | the Chinese original text',
    '贴原文 | 他到底怎么说的 | 原文是怎么写的 | 不要翻译 | 把原文发出来',
    '原文怎麼講 | 他原本怎麼說 | 原文是甚麼？ | 有沒有原文 | 原話係咩 | 睇原文',
  ],
  source: [
    'source? | sources | where is this from | who said that? | when was this? | link? | source please | what is the source? | wheres this from | citation?',
    'who said this | when was that said? | do you have a link? | where did she say that? | which seminar is this from? | what panel was this? | where was this said?',
    'cite your sources | where does this come from? | ok source? | link pls | give me the source | who is that? | when did he say that? | says who? | got a link?',
    '出处? | 来源? | 谁说的 | 哪里说的 | 这是谁说的？ | 出处是哪里？ | 链接？ | 有链接吗？ | 来源呢 | 什么时候说的？ | 这话是谁说的？ | 在哪里说的 | 哪场研讨会？',
    '出處? | 來源? | 誰說的 | 哪裡說的？ | 這是誰說的？ | 連結？ | 什麼時候說的？',
    '出自哪里？ | 信源呢 | 原文链接 | 有视频吗 | 第几分钟 | 哪次研讨会 | 这句话出自哪里',
    '資料來源？ | 出自哪裡 | 有影片嗎 | 附連結 | 根據是什麼 | 哪一場講的 | 邊個講㗎 | 出處係邊度 | 有冇連結',
  ],
  more: [
    'more | any more? | what else? | next | more please | show more | anything else? | more excerpts | next page | go on | continue | ok more | is that all?',
    'is there more? | any more on that? | and what else? | what else did he say? | more quotes? | more like this | give me more | what else did she say about it? | more pls',
    '还有吗? | 还有呢 | 更多 | 还有吗 | 继续 | 下一页 | 还有别的吗？ | 再来几条 | 还有没有？ | 看更多 | 还有什么？ | 接着说 | 就这些吗？ | 更多摘录',
    '還有嗎? | 還有呢 | 繼續 | 下一頁 | 還有別的嗎？ | 還有沒有？ | 還有什麼？',
    'keep going | say more | ok keep going please',
    '再来两条 | 换一批 | 继续说 | 还有更多吗 | 没有别的了吗 | 除此之外呢 | 就这？ | 没了吗',
    '還有咧 | 再來一則 | 然後咧 | 他還提到什麼 | 就這樣嗎 | 其他呢 | 仲有冇 | 仲有咩講',
  ],
  context: [
    'context | what came before? | what was the question? | context? | more context | in context | what was said before that? | what came after? | the context please',
    'show me the context | what was he asked? | who asked that? | what did they ask? | what question was that? | before that? | can I get some context? | what is the context?',
    '上下文 | 前后文 | 看上下文 | 上下文呢？ | 前面说了什么？ | 之前说了什么 | 问题是什么？ | 问的是什么？ | 主持人问了什么？ | 上下文是什么',
    '前後文 | 上下文 | 前後文呢？ | 之前說了什麼？ | 問題是什麼？ | 前面說了什麼',
    '背景是什么 | 他们在聊什么 | 前一段 | 前面呢 | 主持人怎么问的 | 什么情况下说的',
    '脈絡是什麼 | 前後段落 | 前面在講什麼 | 前面說了甚麼 | 原本問題是什麼 | 問題係咩 | 邊個問',
  ],
};

const eachOf = (lists: readonly string[]) => lists.flatMap((list) => list.split(' | '));

describe('followUpIn', () => {
  describe.each(Object.entries(WORDINGS))('sees that %s are asked for', (kind, lists) => {
    it.each(eachOf(lists))('by "%s"', (said) => {
      expect(followUpIn(said)).toEqual({ kind });
    });
  });

  it.each([
    ['in Chinese', 'chinese'],
    ['in English', 'english'],
    ['in Traditional Chinese', 'traditional chinese'],
    ['In Chinese please?', 'chinese'],
    ['can you show it in English?', 'english'],
    ['and in english?', 'english'],
    ['translate this to Chinese', 'chinese'],
    ['english version?', 'english'],
    ['is there an English version?', 'english'],
    ['English please', 'english'],
    ['in German', 'german'],
    ['用中文', '中文'],
    ['中文版', '中文'],
    ['英文呢', '英文'],
    ['繁體', '繁体'],
    ['用繁體中文', '繁体中文'],
    ['翻译成英文', '英文'],
    ['有英文版吗？', '英文'],
    ['请用英文', '英文'],
    ['简体中文', '简体中文'],
    ['請說中文', '中文'],
    ['用英文再講一次', '英文'],
    ['轉繁體', '繁体'],
    ['正體', '正体'],
    ['可唔可以用中文', '中文'],
    ['用廣東話', '广东话'],
    ['Chinese please', 'chinese'],
    ['in chinese please', 'chinese'],
    ['Chinese version', 'chinese'],
    ['the Chinese text', 'chinese'],
    ['what about the Chinese text?', 'chinese'],
    ['give me the Chinese', 'chinese'],
    ['講中文', '中文'],
    ['用日文', '日文'],
    ['translate', null],
    ['translate this please', null],
    ['can you translate that?', null],
    ['translation', null],
    ['show the translation', null],
    ['is there a translation?', null],
    ['翻译', null],
    ['翻译一下', null],
    ['翻譯一下', null],
    ['有翻译吗？', null],
    ['译文呢', null],
  ])('sees which language "%s" asks for', (said, name) => {
    expect(followUpIn(said)).toEqual({ kind: 'language', name });
  });

  it.each([
    ['and Miller?', 'Miller', 'open'],
    ['what about Miller?', 'Miller', 'open'],
    ['waht about miller', 'miller', 'open'],
    ['Miller?', 'Miller', 'none'],
    ['how about Miller and Estevez', 'Miller and Estevez', 'open'],
    ['ok, and what about Miller then?', 'Miller', 'open'],
    ['did Miller say anything on that?', 'Miller', 'person'],
    ['what does Miller think?', 'Miller', 'person'],
    ['And what did Miller say about this?', 'Miller', 'person'],
    ["what's Miller's view on that?", 'Miller', 'person'],
    ["and Miller's take?", 'Miller', 'person'],
    ['anything from Miller?', 'Miller', 'person'],
    ['same question for Miller', 'Miller', 'open'],
    ['Miller on that?', 'Miller', 'person'],
    ['那米勒呢?', '米勒', 'open'],
    ['米勒呢', '米勒', 'open'],
    ['米勒怎么看?', '米勒', 'person'],
    ['米勒怎麼說', '米勒', 'person'],
    ['那米勒对这个问题怎么看？', '米勒', 'person'],
    ['米勒有没有说什么？', '米勒', 'person'],
    ['米勒的看法呢？', '米勒', 'person'],
    ['那米勒和埃斯特维兹呢？', '米勒和埃斯特维兹', 'open'],
    ['does Miller agree with that?', 'Miller', 'agrees'],
    ['and does Miller disagree?', 'Miller', 'agrees'],
    ['米勒同意吗？', '米勒', 'agrees'],
    ['那米勒也反對嗎？', '米勒', 'agrees'],
    ['Goujon please', 'Goujon', 'none'],
    ['how about miller instead', 'miller', 'open'],
    ["what'd Goujon say", 'Goujon', 'person'],
    ['what did goujon say about that', 'goujon', 'person'],
    ['same question but for goujon', 'goujon', 'open'],
    ['same for reva', 'reva', 'open'],
    ['no, I meant Miller', 'Miller', 'open'],
    ['ok and reva?', 'reva', 'open'],
    ['show me more from reva', 'reva', 'person'],
    ['can you give me estevez', 'estevez', 'person'],
    ["let's hear Miller", 'Miller', 'person'],
    ['show me what Miller says', 'Miller', 'person'],
    ['and the moderator?', 'the moderator', 'open'],
    ['and on malaysia, miller?', 'malaysia, miller', 'open'],
    ['what about the Chinese?', 'the Chinese', 'open'],
    ['and the Chinese?', 'the Chinese', 'open'],
    ['any comment from Goujon?', 'Goujon', 'person'],
    ['what about Malaysia?', 'Malaysia', 'open'],
    ['and on Malaysia, please', 'Malaysia', 'open'],
    ['more about Huawei', 'Huawei', 'open'],
    ['马来西亚那边呢', '马来西亚', 'open'],
    ['and Huawei?', 'Huawei', 'open'],
    ['那马来西亚呢?', '马来西亚', 'open'],
    ['那馬來西亞呢？', '馬來西亞', 'open'],
    ['how about smuggling', 'smuggling', 'open'],
    ['and what about the price of chips?', 'the price of chips', 'open'],
    ['关于华为呢？', '华为', 'open'],
    ['米勒咧', '米勒', 'open'],
    ['台積電的部分呢', '台積電', 'open'],
    ['日本又如何', '日本', 'open'],
    ['米勒支持嗎', '米勒', 'agrees'],
    ['米勒啥看法', '米勒', 'person'],
    ['米勒態度如何', '米勒', 'person'],
    ['米勒有提到嗎', '米勒', 'person'],
    ['米勒說了甚麼', '米勒', 'person'],
    ['米勒點睇', '米勒', 'person'],
    ['对此米勒怎么看', '米勒', 'person'],
    ['這個問題米勒怎麼看', '米勒', 'person'],
    ['能源政策呢', '能源政策', 'open'],
    ['再出口呢', '再出口', 'open'],
    ['就业呢', '就业', 'open'],
    ['好莱坞呢', '好莱坞', 'open'],
    ['那些芯片呢', '那些芯片', 'open'],
    ['咁米勒呢', '米勒', 'open'],
    ['只看米勒', '米勒', 'none'],
  ])('takes what "%s" is about from what is around it', (said, words, frame) => {
    expect(followUpIn(said)).toEqual({ kind: 'about', words, frame });
  });

  it.each([
    'What did Miller say about Huawei?',
    'Does Estevez agree with Miller on chips?',
    'more chips for China?',
    'source code leaks?',
    'full disclosure rules?',
    'in China?',
    'Chinese AI chip companies struggle to get capacity',
    'who disagrees with Miller?',
    'tell me about Malaysia',
    'Miller on Malaysia',
    'translate this law into practice',
    'translation software',
    'go deeper into chips',
    'more details on the rule',
    'really?',
    'is that true?',
    'seriously?',
    'he is wrong',
    'wrong, he never said that',
    'nobody asked',
    "I don't think that's what he meant",
    '真的吗',
    '真的假的',
    '他错了',
    '我觉得不对',
    '机器翻译',
    '翻译软件的出口',
    'original equipment makers?',
    'more of the tariffs',
    'context windows of models',
    'next generation chips',
    'linked companies?',
    'export controls',
    '更多的芯片?',
    '国产芯片追得上吗?',
    'no more',
    'that is all',
    '谁反对出口管制？',
    '有人批评拜登政府吗',
    '具体有哪些措施',
    '出口管制的背景是什么',
    '芯片从哪里来的？',
    '继续出口管制吗',
    '视频模型',
    '其他国家怎么加入',
    '全文检索技术',
    '来源国是哪里',
    '中文大模型的发展',
    '米勒怎么看华为?',
    '这个问题重要吗',
  ])('leaves "%s" to be asked as it is', (said) => {
    const found = followUpIn(said);
    expect(found === null || (found.kind === 'about' && found.frame === 'none')).toBe(true);
  });

  it.each([
    'thanks',
    'ok',
    'Thank you!',
    'hi',
    'and?',
    '???',
    '',
    '谢谢',
    '没有了，谢谢',
    '好，就這樣',
    '来了',
    '好的',
    'And I would really like to know what Miller thinks about the price of chips?',
    '那么请问一下米勒先生在这个研讨会上对于美国政府的单边行动到底是怎么样看待的以及为什么呢',
  ])('sees none in "%s"', (said) => {
    const found = followUpIn(said);
    expect(found === null || (found.kind === 'about' && found.frame === 'none')).toBe(true);
  });

  it('takes no question about the shipped seminar for what can only go on with an answer', () => {
    const lines = readFileSync('tests/questions.jsonl', 'utf8').split('\n');
    const questions = lines.flatMap((line) => (line.includes('"set": "tuning"') ? [JSON.parse(line)] : []));
    const taken = questions.filter(({ question }) => {
      const found = followUpIn(question);
      return found !== null && (found.kind !== 'about' || found.frame === 'open');
    });
    expect(questions.length).toBeGreaterThan(100);
    expect(taken).toEqual([]);
  });

  it('reads any text, and what it takes from it is in it', () => {
    fc.assert(
      fc.property(anyText, (said) => {
        const found = followUpIn(said);
        if (found?.kind === 'about') expect(found.words.trim()).toBe(found.words);
      }),
    );
  });

  it('looks at nothing long', () => {
    expect(followUpIn('more '.repeat(100))).toBeNull();
  });
});

describe('mayBeTopic', () => {
  it.each(['Malaysia', 'the price of chips', '国会听证会', '马来西亚', '台积电的产能'])(
    'takes "%s" for one',
    (text) => {
      expect(mayBeTopic(text)).toBe(true);
    },
  );

  it.each([
    'it',
    'that',
    'you',
    'why is that',
    "that's nonsense",
    "he's wrong",
    '他错了',
    '这不对',
    'we do nothing',
    'what they said',
    'China will win',
    '这样会失败',
    '为什么',
    '如果失败',
    '这个',
  ])('does not take "%s" for one', (text) => {
    expect(mayBeTopic(text)).toBe(false);
  });
});
