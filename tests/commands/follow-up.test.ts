import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import type { Context, EarlierAnswer } from '../../commands/command.ts';
import { comparisonSteps } from '../../commands/compare.ts';
import { followUp } from '../../commands/follow-up.ts';
import transcript from '../../commands/transcript.ts';
import { LOCALES } from '../../src/core/language/locale.ts';
import { libraryOf } from '../../src/core/library.ts';
import { writeReferences } from '../../src/core/passages/references.ts';
import { runToEnd } from '../../src/core/steps.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { excerptsOf, type Reply } from '../../src/reply/reply.ts';
import { lengthOf } from '../../src/tools/eval/length.ts';
import {
  anyText,
  bridges,
  changed,
  contextOf,
  corpus,
  SOURCE,
  soundSeminar,
  TRANSCRIPT,
} from '../fixtures.ts';

const context = contextOf(await corpus());
const tiny = bridges();

/** What a follow-up gets of an answer, with the button that carries all of its passages. */
function earlierOf(reply: Reply): EarlierAnswer {
  // What is a part of a passage, no button carries.
  const passages = new Set([...context.library.passages.values(), ...tiny.library.passages.values()]);
  const shown = excerptsOf(reply).filter(({ passage }) => passages.has(passage));
  const whole = { name: 'whole', args: [writeReferences(shown)] };
  const own = (reply.actions ?? []).filter(({ name }) => name !== 'whole');
  return { question: reply.question ?? null, buttons: shown.length > 0 ? [whole, ...own] : own };
}

const answerTo = (question: string, given: Context) => earlierOf(ask({ question }, given));

/** The reply to the last of several follow-ups, each in reply to the one before it. */
async function lastOf(question: string, said: readonly string[], given: Context = context): Promise<Reply> {
  let reply = ask({ question }, given);
  for (const words of said) {
    const next = await followUp(words, earlierOf(reply), given);
    if (!next) throw new Error(`"${words}" does not go on with "${reply.question}".`);
    reply = next;
  }
  return reply;
}

const keysOf = ({ blocks }: Reply) =>
  blocks.flatMap((block) => (block.kind === 'text' || block.kind === 'note' ? block.message.key : []));
const idsOf = (reply: Reply) => excerptsOf(reply).map(({ passage }) => passage.id);
const speakersOf = (reply: Reply) => new Set(excerptsOf(reply).map(({ passage }) => passage.speaker?.name));
const shownIn = (reply: Reply) => renderTerminal(reply, { locale: reply.locale ?? 'en', colour: false });

/** As many lines as an answer may have. */
const MOST_LINES = 40;
const UNILATERAL = 'What did Estevez say about unilateral action?';

describe('a follow-up to an answer', () => {
  it.each([
    [UNILATERAL, 'and Miller?', 'Chris Miller on unilateral action'],
    [UNILATERAL, 'did Miller say anything on that?', 'Chris Miller on unilateral action'],
    [UNILATERAL, 'how about Miller and Goujon', 'Chris Miller and Reva Goujon on unilateral action'],
    [UNILATERAL, 'milller?', 'Chris Miller on unilateral action'],
    [UNILATERAL, 'what about Malaysia?', 'Malaysia'],
    [UNILATERAL, 'and on DeepSeek, Miller?', 'Chris Miller on DeepSeek'],
    [UNILATERAL, 'how about miller instead', 'Chris Miller on unilateral action'],
    [UNILATERAL, "what'd Goujon say", 'Reva Goujon on unilateral action'],
    [UNILATERAL, 'same question but for goujon', 'Reva Goujon on unilateral action'],
    [UNILATERAL, 'no, I meant Goujon', 'Reva Goujon on unilateral action'],
    [UNILATERAL, 'same for reva', 'Reva Goujon on unilateral action'],
    [UNILATERAL, 'show me more from reva', 'Reva Goujon on unilateral action'],
    [UNILATERAL, 'give me miller', 'Chris Miller on unilateral action'],
    [UNILATERAL, 'and the moderator?', 'Ana Swanson on unilateral action'],
    [UNILATERAL, '那主持人呢?', '安娜·斯旺森谈 unilateral action'],
    [UNILATERAL, 'and the Chinese?', 'Alan Estevez on the Chinese'],
    ['What did "Estevez" say?', 'and Miller?', 'What did Chris Miller say?'],
    [
      'Would “Estevez” regret anything?',
      'and Miller?',
      'Chris Miller on: Would the speaker regret anything?',
    ],
    [UNILATERAL, '那米勒呢?', '克里斯·米勒谈 unilateral action'],
    [UNILATERAL, '米勒?', 'Chris Miller on unilateral action'],
    ['Do export controls work?', 'Miller?', 'Chris Miller on: Do export controls work?'],
    ['did Alan say export controls failed?', 'and Reva?', 'Reva Goujon on whether export controls failed'],
    ['Would Estevez regret anything?', 'and Miller?', 'Chris Miller on: Would the speaker regret anything?'],
    ['Who is Estevez?', 'and Miller?', 'Who is Chris Miller?'],
    ['What did Estevez say?', 'and Miller?', 'What did Chris Miller say?'],
    ['米勒对单边行动怎么看?', '那埃斯特维兹呢?', '艾伦·埃斯特维兹谈单边行动'],
    ['米勒对单边行动怎么看?', '埃斯特维兹怎么说', '艾伦·埃斯特维兹谈单边行动'],
    ['米勒对单边行动怎么看?', '那马来西亚呢?', '马来西亚'],
    ['米勒对单边行动怎么看?', '埃斯特维兹，华为呢?', '艾伦·埃斯特维兹谈华为'],
    ['米勒對單邊行動怎麼看?', '那埃斯特維茲呢?', '艾倫‧艾斯特維茲談單邊行動'],
    ['米勒對單邊行動怎麼看?', '那Alan呢?', '艾倫‧艾斯特維茲談單邊行動'],
    ['米勒對單邊行動怎麼看?', '还有谁?', '其他人谈單邊行動（不含克里斯·米勒）'],
    ['出口管制有效吗?', '那米勒呢', '克里斯·米勒谈：出口管制有效吗?'],
    ['export controls', 'what about Malaysia?', 'Malaysia and export controls'],
    ['small yard, high fence', 'and restaurants?', 'restaurants'],
    [UNILATERAL, 'who disagrees?', 'Others on unilateral action (not Alan Estevez)'],
    [UNILATERAL, 'anyone else?', 'Others on unilateral action (not Alan Estevez)'],
    [UNILATERAL, '谁不同意?', '其他人谈 unilateral action（不含艾伦·埃斯特维兹）'],
    ['米勒對單邊行動怎麼看?', '誰反對', '其他人談單邊行動（不含克里斯‧米勒）'],
  ])('to "%s": "%s" is understood as "%s"', async (question, words, understood) => {
    // Whose words these are is told by the question, if no button tells.
    const reply = await followUp(words, { question, buttons: [] }, context);
    expect(reply?.question).toBe(understood);
    expect(reply?.isUnderstood).toBe(true);
  });

  it.each([
    [UNILATERAL, ['and Miller?', 'and Goujon?', 'what about DeepSeek?'], 'Reva Goujon on DeepSeek'],
    [UNILATERAL, ['what about Malaysia?', 'and Miller?', 'source?'], 'Chris Miller on Malaysia'],
    [
      'Do export controls work?',
      ['Miller?', 'longer', 'and Estevez?'],
      'Alan Estevez on: Do export controls work?',
    ],
    ['埃斯特维兹怎么看单边行动?', ['那米勒呢?', '原文呢', '出处?', '那中国呢？'], '克里斯·米勒谈中国'],
    ['米勒對單邊行動怎麼看?', ['那埃斯特維茲呢?', '前後文', '用英文'], '艾倫‧艾斯特維茲談單邊行動'],
    ['DeepSeek', ['who disagrees?', 'in Chinese', 'and Estevez?'], 'Alan Estevez on DeepSeek'],
  ])('goes on from "%s" over %j to "%s"', async (question, said, understood) => {
    expect((await lastOf(question, said)).question).toBe(understood);
  });

  it.each([
    [UNILATERAL, 'What did Miller say about Huawei?'],
    [UNILATERAL, 'Does Estevez agree with Miller on chips?'],
    [UNILATERAL, 'more chips for China?'],
    [UNILATERAL, 'and Miller on Huawei?'],
    [UNILATERAL, 'what about that?'],
    [UNILATERAL, 'not Miller?'],
    [UNILATERAL, 'and why is that?'],
    [UNILATERAL, 'Huawei?'],
    [UNILATERAL, 'but that is wrong'],
    [UNILATERAL, 'and China will win'],
    [UNILATERAL, 'thanks'],
    [UNILATERAL, 'show me quotes about chips'],
    [UNILATERAL, 'give me chips'],
    [UNILATERAL, 'tell me about Malaysia'],
    [UNILATERAL, 'Miller on Malaysia'],
    [UNILATERAL, 'is that true?'],
    [UNILATERAL, "and that's nonsense"],
    [UNILATERAL, '那他错了'],
    [UNILATERAL, 'wrong, he never said that'],
    [UNILATERAL, '真的吗'],
    [UNILATERAL, 'who are the speakers?'],
    [UNILATERAL, 'and the other seminars?'],
    ['Who are the speakers?', 'what about smuggling?'],
    ['Who are the speakers?', 'who disagrees?'],
    ['Who is Estevez?', 'anyone else?'],
    [UNILATERAL, '那为什么呢？'],
    [UNILATERAL, '米勒怎么看华为？'],
  ])('to "%s" is none in "%s"', async (question, words) => {
    expect(await followUp(words, { question, buttons: [] }, context)).toBeNull();
  });

  it('that asks somebody else quotes nobody but them, and does not say again whom it searched', async () => {
    const reply = await lastOf(UNILATERAL, ['and Miller?']);
    expect(reply.outcome).toBe('answered');
    expect([...speakersOf(reply)]).toEqual(['Chris Miller']);
    expect(keysOf(reply)).not.toContain('answer.speaker-taken');
  });

  it('that finds nothing by somebody says so', async () => {
    const reply = await lastOf(UNILATERAL, ['what about Malaysia?', 'and Miller?']);
    expect(reply.outcome).toBe('refused');
    expect(shownIn(reply)).toContain('Found nothing by Chris Miller that answers this.');
  });

  it('is answered in the language of its words', async () => {
    expect((await lastOf(UNILATERAL, ['那米勒呢?'])).locale).toBe('zh-CN');
    expect((await lastOf('米勒對單邊行動怎麼看?', ['and Estevez?'])).locale).toBe('en');
    expect((await lastOf('米勒對單邊行動怎麼看?', ['Estevez?'])).locale).toBe('zh-TW');
  });

  it('goes to both topics together if that answers, and else to the new one', async () => {
    expect((await lastOf('export controls', ['what about Malaysia?'])).outcome).toBe('answered');
    expect((await lastOf('small yard, high fence', ['and restaurants?'])).outcome).toBe('refused');
  });

  it.each(['who disagrees?', 'anyone else?'])(
    '"%s" leaves out who has been quoted, each time',
    async (words) => {
      const first = await lastOf(UNILATERAL, []);
      const second = await lastOf(UNILATERAL, [words]);
      const third = await lastOf(UNILATERAL, [words, words]);
      expect(excerptsOf(second).length).toBeGreaterThan(0);
      for (const name of speakersOf(second)) expect([...speakersOf(first)]).not.toContain(name);
      for (const name of speakersOf(third))
        expect([...speakersOf(first), ...speakersOf(second)]).not.toContain(name);
    },
  );

  it('does not say who agrees', async () => {
    expect(keysOf(await lastOf(UNILATERAL, ['who disagrees?']))).toContain('follow-up.judge');
    expect(keysOf(await lastOf(UNILATERAL, ['does Miller agree?']))).toContain('follow-up.judge');
    expect(keysOf(await lastOf(UNILATERAL, ['and Miller?']))).not.toContain('follow-up.judge');
    expect(keysOf(await lastOf(UNILATERAL, ['anyone else?']))).not.toContain('follow-up.judge');
  });

  it('goes to everybody if those who were asked say nothing on the new topic, and says so', async () => {
    const reply = await lastOf(UNILATERAL, ['what about Malaysia?']);
    expect(reply.outcome).toBe('answered');
    expect(keysOf(reply).slice(0, 2)).toEqual(['answer.refused.speaker', 'answer.found']);
    expect(shownIn(reply)).toContain('Found nothing by Alan Estevez that answers this.');
    // Nobody speaks of these.
    expect((await lastOf(UNILATERAL, ['what about restaurants?'])).question).toBe(
      'Alan Estevez on restaurants',
    );
  });

  it.each([
    ['who disagrees?', ['follow-up.nobody-else', 'follow-up.judge.quoted']],
    ['anyone else?', ['follow-up.nobody-else']],
  ])('"%s" after all who answer says that nobody else does', async (words, keys) => {
    const compared = runToEnd(comparisonSteps({ question: 'export controls' }, context));
    const reply = await followUp(words, earlierOf(compared), context);
    expect(reply && keysOf(reply)).toEqual(keys);
  });

  it('says if nobody else is left', async () => {
    const all = tiny.library.transcripts[0]?.speakers ?? [];
    const names = all.map(({ name }) => name).join(', ');
    const question = `Others on steel (not ${names})`;
    const reply = await followUp('anyone else?', { question, buttons: [] }, tiny);
    expect(reply && keysOf(reply)).toEqual(['follow-up.nobody-else']);
  });
});

describe('a follow-up that asks for the same excerpts', () => {
  const passagesAfter = async (words: string) => idsOf(await lastOf(UNILATERAL, [words]));
  const shown = idsOf(ask({ question: UNILATERAL }, context));

  it.each(['original', '原文?', 'in Chinese', '用英文', 'source?', '出处'])(
    '"%s" shows them, and keeps the question',
    async (words) => {
      const reply = await lastOf(UNILATERAL, [words]);
      expect(idsOf(reply)).toEqual(shown);
      expect(reply.question).toBe(UNILATERAL);
    },
  );

  it.each(['longer', '全文'])(
    '"%s" shows the first whole, and keeps the others a press away',
    async (words) => {
      const reply = await lastOf(UNILATERAL, [words]);
      const [block] = reply.blocks.filter(({ kind }) => kind === 'excerpt');
      expect(block).not.toHaveProperty('form');
      expect(idsOf(reply)).toEqual(shown.slice(0, 1));
      const all = ask({ question: UNILATERAL }, context).actions?.find(({ name }) => name === 'whole');
      expect(reply.actions?.find(({ name }) => name === 'whole')?.args).toEqual(all?.args);
      expect(reply.question).toBe(UNILATERAL);
    },
  );

  it('says where they are from without their words', async () => {
    const text = shownIn(await lastOf(UNILATERAL, ['source?']));
    expect(text).toContain('line 51 of the source');
    expect(text.replace(UNILATERAL, '')).not.toMatch(/unilateral|单边/);
  });

  it.each([
    [UNILATERAL, ['translate'], 'zh-CN'],
    [UNILATERAL, ['翻譯'], 'zh-TW'],
    [UNILATERAL, ['original', 'show the translation'], 'en'],
    ['米勒对单边行动怎么看?', ['翻译一下'], 'en'],
    ['米勒對單邊行動怎麼看?', ['translate'], 'en'],
  ])('takes a translation of "%s" after %j for that into %s', async (question, said, locale) => {
    expect((await lastOf(question, said)).locale).toBe(locale);
  });

  it('never takes more than a screen and a half of a phone', async () => {
    const questions = [UNILATERAL, 'DeepSeek', 'What is small yard, high fence?', 'Do export controls work?'];
    const said = ['longer', 'original', '原文', 'source?', 'context', 'in Chinese', '用英文', 'more'];
    for (const question of questions)
      for (const words of said) {
        const reply = await lastOf(question, [words]);
        for (const locale of reply.locale ? [reply.locale] : LOCALES)
          expect([question, words, lengthOf(reply, locale).lines <= MOST_LINES]).toEqual([
            question,
            words,
            true,
          ]);
      }
  });

  it.each(['more', 'next', '更多'])(
    '"%s" points to the buttons that turn the pages of a transcript',
    async (words) => {
      const page = await transcript.run({ from: 'p30' }, context);
      const contents = await transcript.run({}, context);
      for (const reply of [page, contents]) {
        const next = await followUp(words, { question: null, buttons: reply.actions ?? [] }, context);
        expect(next && keysOf(next)).toEqual(['follow-up.turn-page']);
      }
    },
  );

  it('shows what is around the first', async () => {
    const ids = await passagesAfter('context');
    expect(ids).toContain(shown[0]);
    expect(ids.length).toBeGreaterThan(1);
  });

  it.each([
    ['in English', 'en'],
    ['用中文', 'zh-CN'],
    ['in Traditional Chinese', 'zh-TW'],
    ['繁體', 'zh-TW'],
  ])('"%s" shows them in %s', async (words, locale) => {
    const reply = await lastOf(UNILATERAL, [words]);
    expect(reply.locale).toBe(locale);
    expect(keysOf(reply)).toEqual(['follow-up.same']);
  });

  it('takes Chinese for that of the question, if it is asked for without a script', async () => {
    expect((await lastOf('米勒對單邊行動怎麼看?', ['用中文'])).locale).toBe('zh-TW');
    expect((await lastOf('米勒對單邊行動怎麼看?', ['用简体中文'])).locale).toBe('zh-CN');
  });

  it('says that words stay as they are where nothing is translated', async () => {
    const reply = await lastOf('钢桥', ['in English'], tiny);
    expect(shownIn(reply)).toContain('The source has these words in Chinese only, so they stay as they are.');
  });

  it('says which languages there are', async () => {
    expect(keysOf(await lastOf(UNILATERAL, ['in German']))).toEqual(['follow-up.languages']);
  });

  it('shows the source where there is a translation, and says of the source that it is it', async () => {
    expect(keysOf(await lastOf(UNILATERAL, ['original']))).toEqual(['words.heading']);
    const own = await lastOf(UNILATERAL, ['source?', '原文']);
    expect(keysOf(own)).toEqual(['follow-up.original']);
    expect(shownIn(own).replace(UNILATERAL, '')).not.toMatch(/unilateral/);
    expect(keysOf(await lastOf('钢桥', ['original'], tiny))).toEqual(['follow-up.original']);
  });

  it('says where they are from: who, how that is known, and where', async () => {
    const text = shownIn(await lastOf('木桥便宜', ['source?'], tiny));
    expect(text).toContain('likely Ida Moe, an engineer');
    expect(text).toContain('The moderator has just asked Ida Moe by name.');
    expect(text).toContain('A panel on bridges, 2024-05-01, line 6 of the source');
  });

  it('names nobody where the source does not', async () => {
    const { passages } = tiny.library;
    const passage = [...passages.values()].find(({ basis }) => basis === 'unknown');
    if (!passage) throw new Error('Nobody is unknown.');
    const buttons = [{ name: 'whole', args: [writeReferences([{ passage, sentence: 0 }])] }];
    const reply = await followUp('who said that?', { question: null, buttons }, tiny);
    expect(reply && shownIn(reply)).toContain('speaker not named in the source');
  });

  it('turns the page, and says at the end how to go on', async () => {
    const first = ask({ question: 'Do export controls work?' }, context);
    const second = await followUp('more', earlierOf(first), context);
    if (!second) throw new Error('There is no second page.');
    expect(second.outcome).toBe('answered');
    // Only the first excerpt was shown with its words, so the next page begins with the second.
    const [answering, ...named] = idsOf(first);
    expect(named.length).toBeGreaterThan(0);
    expect(idsOf(second).slice(0, named.length)).toEqual(named);
    expect(idsOf(second)).not.toContain(answering);
    const last = await lastOf(UNILATERAL, ['还有吗?', '还有吗?']);
    expect(keysOf(last)).toEqual(['follow-up.no-more']);
  });

  it.each(['more', 'source?', 'longer', '原文'])('"%s" says if there were none', async (words) => {
    expect(keysOf(await lastOf('restaurants', [words]))).toEqual(['follow-up.nothing-shown']);
  });

  it.each(['longer', 'source?', 'more', 'who disagrees?', 'and Miller?', '原文?'])(
    'is none in "%s" if the message is no answer',
    async (words) => {
      expect(await followUp(words, { question: null, buttons: [] }, context)).toBeNull();
    },
  );

  it('goes on with a digest, in which each passage has a button of its own', async () => {
    const [first, second] = [...tiny.library.passages.values()].slice(2, 4);
    if (!first || !second) throw new Error('There are no passages.');
    const buttons = [first, second].map((passage) => {
      return { name: 'context', args: [writeReferences([{ passage, sentence: null }])] };
    });
    const reply = await followUp('source?', { question: null, buttons }, tiny);
    expect(reply && idsOf(reply)).toEqual([first.id, second.id]);
    expect(reply?.question).toBeUndefined();
  });
});

describe('a follow-up to what no longer is', () => {
  const SAME = ['longer', 'source?', 'original', '用中文', 'context'];
  const edited = contextOf(
    libraryOf([
      soundSeminar({
        transcript: changed(TRANSCRIPT, '木桥便宜。', '木桥很便宜。'),
        source: changed(SOURCE, '木桥便宜。', '木桥很便宜。'),
      }),
    ]),
  );

  it.each(SAME)('"%s" says that the transcript has changed', async (words) => {
    const reply = await followUp(words, answerTo('木桥便宜', tiny), edited);
    expect(reply?.outcome).toBe('failed');
    expect(reply && keysOf(reply)).toEqual(['failure.passage-changed']);
  });

  it('asks others all the same', async () => {
    const reply = await followUp('李乔呢?', answerTo('木桥便宜', tiny), edited);
    expect(reply?.question).toBe('李乔谈木桥便宜');
  });

  it.each([
    [[{ name: 'whole', args: [] }]],
    [[{ name: 'whole', args: ['%%%'] }]],
    [[{ name: 'more', args: ['-1', 'abcde'] }]],
    [[{ name: 'context', args: ['', ''] }]],
    [[{ name: 'share', args: ['\uD800'] }]],
  ])('takes no harm from the buttons %j', async (buttons) => {
    for (const words of [...SAME, 'more', 'who disagrees?', 'and Lee?']) {
      const reply = await followUp(words, { question: 'What did Moe say about steel?', buttons }, tiny);
      expect(['answered', 'closest', 'refused', 'failed', 'shown']).toContain(reply?.outcome);
    }
  });

  it('reads any words, after any question and any buttons', async () => {
    const button = fc.record({
      name: fc.constantFrom('whole', 'context', 'words', 'more', 'share', 'correct'),
      args: fc.array(anyText, { maxLength: 3 }),
    });
    const said = fc.oneof(
      anyText,
      fc.constantFrom(
        'more',
        'source?',
        'who disagrees?',
        'and Lee?',
        '那李乔呢',
        'what about steel?',
        'longer',
      ),
    );
    const before = fc.record({
      question: fc.oneof(
        fc.constant(null),
        anyText,
        fc.constantFrom('What did Lee say about steel?', '钢桥'),
      ),
      buttons: fc.array(button, { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(said, before, async (words, earlier) => {
        const reply = await followUp(words, earlier, tiny);
        if (reply) expect(shownIn(reply)).not.toBe('');
      }),
    );
  });
});
