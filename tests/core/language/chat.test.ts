import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerForSteps } from '../../../src/core/answer/answer.ts';
import { understoodSteps } from '../../../src/core/answer/ranking.ts';
import { isOwnJudgement, withoutChat } from '../../../src/core/language/chat.ts';
import { normalise, words } from '../../../src/core/language/text.ts';
import { atOnce } from '../../at-once.ts';
import { anyText, corpus } from '../../fixtures.ts';

const understoodQuestion = atOnce(understoodSteps);
const answer = atOnce(answerForSteps);

const rest = (question: string, isAsked = false) => withoutChat(normalise(question), isAsked);

describe('what only makes talk of a question', () => {
  it.each([
    ['tbh steel bridges rust lmao', 'steel bridges rust'],
    ['ngl bro, toll roads', ', toll roads'],
    ['Is it just me or are toll roads slow?', 'toll roads slow?'],
    ['any thoughts on ferries, guys?', 'ferries, ?'],
    ["I honestly think ferries are slow, y'all", 'ferries are slow,'],
    ['not gonna lie, ferries pls', ', ferries'],
    ['does anyone know if ferries run', 'ferries run'],
    ['anyone got the bit about ferries', 'ferries'],
    ['can u sum up ferries fwiw', 'can ferries'],
    ['do we know if ferries run', 'ferries run'],
    ['honestly are ferries slow like do we know', 'are ferries slow'],
    ['remind me, when do ferries run', ', when do ferries run'],
    ['when do ferries run, remind me again', 'when do ferries run,'],
    ['any clue whether ferries run', 'ferries run'],
    ['sorry if this was asked already, do ferries run', ', do ferries run'],
    ['ferries exactly, like, why are they slow though', 'ferries why are they slow'],
    ['Like, are ferries kind of slow?', 'are ferries slow?'],
    ['what kind of ferries run imo', 'what kind of ferries run'],
    ["what's up with ferries", 'ferries'],
    ["so what's the story with ferries, out of curiosity", 'ferries,'],
    ['can someone point me to ferries', 'to ferries'],
    ['tl;dr of ferries please', 'ferries'],
    ['鋼橋是什麼時候生鏽來著?', '钢桥是什么时候生锈 ?'],
    ['求问钢桥会生锈吗', '钢桥会生锈吗'],
    ['有没有人记得钢桥生锈', '钢桥生锈'],
    ['帮忙看下钢桥生锈呗', '钢桥生锈'],
    ['想问下钢桥,麻烦帮我查一下', '钢桥'],
    ['给大家讲讲钢桥', '钢桥'],
    ['问个小白问题 钢桥到底会生锈不', '钢桥 会生锈不'],
    ['老实说钢桥会生锈', '钢桥会生锈'],
    ['讲真,钢桥会生锈', ',钢桥会生锈'],
    ['話說鋼橋會生鏽', '钢桥会生锈'],
    ['各位大佬请教一下,钢桥会生锈吗', ',钢桥会生锈吗'],
    ['呃那个钢桥会生锈哈哈哈', '钢桥会生锈'],
    ['我感觉木桥不太靠谱', '木桥'],
    ['木桥有用吗', '木桥'],
  ])('is taken out of %s', (question, left) => {
    expect(rest(question)).toBe(left);
  });

  it.each([
    'How long does it take on average?',
    'Which position did the beam hold?',
    'What position on the beam is weakest?',
    'They took a position in steel',
    'the state of the bridges',
    'his deal with the builders',
    '把话说清楚',
    'What does honest signalling mean?',
    'What does tbh mean?',
    'What is "honestly"?',
    'Where is the word literally from?',
    'What did the IMO decide?',
    'Does he like ferries?',
    'countries like these',
    'That kind of ferry sank',
    '后来着火了吗',
    '他们坚持到底',
    '桥墩到底部有多远',
    '他要求问清楚',
    '“到底”',
    '他说服了工程师',
    '被拒绝了吗',
    '请给出你的感觉',
    '朋友们一起建桥',
  ])('is not seen in %s', (question) => {
    expect(words(rest(question))).toEqual(words(normalise(question)));
  });

  it('leaves everything if nothing else would be left', () => {
    expect(rest('honestly?')).toBe('honestly?');
  });

  it('never adds words, and never throws', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, isAsked) => {
        const normalised = normalise(text);
        expect(withoutChat(normalised, isAsked).length).toBeLessThanOrEqual(normalised.length + 1);
      }),
    );
  });
});

describe('what asks for the words of somebody who is asked', () => {
  it.each([
    "'s position?",
    ' quotes',
    'all remarks by ',
    'everything   said',
    'the full statement of  ',
    '的原话',
    '的看法和立场',
  ])('leaves nothing of %j', (question) => {
    expect(rest(question, true)).toBe('');
  });

  it.each([
    ['  take on steel', 'steel'],
    ["what's  stance on steel", 'steel'],
    ["what's  deal with steel?", 'steel?'],
    ['where does  stand on steel', 'where steel'],
    ['what position does  take on steel?', 'steel?'],
    ['everything   said about steel', 'steel'],
    ['对钢桥的态度', '对钢桥'],
    ['关于钢桥的言论有哪些', '关于钢桥 有哪些'],
  ])('leaves of %j what it is about', (question, left) => {
    expect(rest(question, true)).toBe(left);
  });
});

describe('the judgement of an asker', () => {
  it.each([
    ['the rule is pointless', true],
    ['is the rule pointless?', true],
    ['who said the rule is pointless?', false],
    ['does she think that the rule is pointless?', false],
  ])('%s: need not be in an answer: %s', (question, isOwn) => {
    expect(words(question).some((word) => isOwnJudgement(word, question))).toBe(isOwn);
  });
});

describe('an answer in spite of talk', async () => {
  const library = await corpus();
  const firstOf = (question: string) => {
    const result = answer(library, { question }, 1);
    return result.kind === 'none' ? null : result.excerpts[0]?.passage.segment.id;
  };

  it.each([
    ['CUDA', 'frankly CUDA is kinda overrated, ngl'],
    ['the entity list', 'smh the entity list is garbage tbh'],
    ['推理算力', '说真的,推理算力哈哈'],
    ['小院高墙', '各位大神,小院高墙是不是太离谱了'],
    ['小院高墙', '講真,小院高牆沒什麼用'],
    ['美国花了多少年建立半导体产业', '美国要花多久才能建立半导体产业?'],
    ['美国花了多少年建立半导体产业', '美國得花幾年來建立半導體產業'],
  ])('is as for %s: %s', (plain, question) => {
    expect(firstOf(plain)).not.toBeNull();
    expect(firstOf(question)).toBe(firstOf(plain));
  });

  it.each([
    "Estevez's stance on allies",
    'Nikakhtar quotes on the small yard',
    "What's Goujon's take?",
    '古戎说了些啥',
    '尼卡赫塔尔的立场',
    'all the remarks by Miller',
  ])('is only by the speaker who is asked: %s', (question) => {
    const result = answer(library, { question }, 3);
    if (result.kind !== 'answer') throw new Error('not answered');
    const { asked } = understoodQuestion(library, question);
    expect(asked).toHaveLength(1);
    for (const { passage } of result.excerpts) expect(passage.speaker?.id).toBe(asked[0]?.id);
  });
});
