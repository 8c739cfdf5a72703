import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../commands/ask.ts';
import { answerActions, referencesOf } from '../../commands/buttons/answer.ts';
import { comparisonSteps } from '../../commands/compare.ts';
import { findTextSteps } from '../../commands/find-text.ts';
import { LOCALES } from '../../src/core/language/locale.ts';
import { writeReferences } from '../../src/core/passages/references.ts';
import { format } from '../../src/messages/message.ts';
import { renderMessage } from '../../src/render/discord.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { excerptsOf, type Reply } from '../../src/reply/reply.ts';
import { atOnce } from '../at-once.ts';
import { type BotWorld, startBotWorld } from '../bot/bot-world.ts';
import { idOf } from '../discord/buttons.ts';
import {
  type Channel,
  type Guild,
  isEphemeral,
  type Message,
  type User,
  visibleText,
} from '../discord/stand-in.ts';
import { contextOf, corpus } from '../fixtures.ts';
import { ferry, lightLibrary } from '../light-seminars.ts';
import { namesakes } from '../namesakes.ts';
import { closeQuestion, NEAR } from '../near-questions.ts';

const library = await corpus();
const context = contextOf(library);
const compare = atOnce(comparisonSteps);
const findText = atOnce(findTextSteps);

const LANGUAGES = LOCALES.map((locale) => [locale, closeQuestion(library, locale)] as const);
const [, CLOSE_TO] = LANGUAGES[0] ?? ['', ''];
const PENGUINS = 'How long do penguins hatch their eggs?';
const MAY_NOT_ANSWER = {
  en: 'What comes closest; it may not answer this:',
  'zh-CN': '以下是最接近的摘录，但不一定是答案：',
  'zh-TW': '以下是最接近的摘錄，但不一定是答案：',
};

const keysOf = ({ blocks }: Reply) =>
  blocks.flatMap((block) => (block.kind === 'text' ? block.message.key : []));
const textsIn = ({ blocks }: Pick<Reply, 'blocks'>) =>
  blocks.flatMap((block) => (block.kind === 'text' ? block.message : []));
const notesIn = ({ blocks }: Pick<Reply, 'blocks'>) =>
  blocks.flatMap((block) => (block.kind === 'note' ? block.message : []));
const namesIn = (blocks: Reply['blocks']) =>
  new Set(excerptsOf({ blocks }).map(({ passage }) => passage.speaker?.name));
/** The excerpts of the speakers who were asked, and those of others. */
const parted = ({ blocks }: Reply) => {
  const isOthers = (block: Reply['blocks'][number]) => block.kind === 'excerpt' && block.isElsewhere === true;
  return { own: blocks.filter((block) => !isOthers(block)), others: blocks.filter(isOthers) };
};

describe.each(LANGUAGES)('a question that the transcript only comes close to, in %s', (locale, question) => {
  const reply = ask({ question, limit: 10 }, context);

  it('is told first of all that it may not be answered', () => {
    expect(reply.outcome).toBe('closest');
    const [first] = renderTerminal(reply, { locale, colour: false }).split('\n');
    expect(first).toBe(MAY_NOT_ANSWER[locale]);
    const { components } = renderMessage(reply, { locale, ownerId: '100000000000000000', isPublic: true });
    expect(JSON.stringify(components[0]).indexOf(MAY_NOT_ANSWER[locale])).toBeLessThan(
      JSON.stringify(components[0]).indexOf('**1. '),
    );
  });

  it('gets one to three excerpts, whatever the limit, and no further ones', () => {
    const { length } = excerptsOf(reply);
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThanOrEqual(3);
    expect(excerptsOf(ask({ question, limit: 1 }, context))).toHaveLength(1);
    expect(reply.actions?.map(({ name }) => name)).not.toContain('more');
  });

  it('is told nothing after the excerpts: the first sentence has said it', () => {
    expect(keysOf(reply)).toEqual(['answer.closest']);
    expect(notesIn(reply)).toEqual([]);
  });

  it('is shown the first excerpt in short, and a line of each other one', () => {
    const forms = reply.blocks.flatMap((block) => (block.kind === 'excerpt' ? [block.form] : []));
    expect(forms).toEqual(forms.map((_, at) => (at === 0 ? 'short' : 'line')));
  });

  it('is no answer for a program, which gets the excerpts all the same', () => {
    const json = renderJson(reply, locale);
    expect(json).toMatchObject({ answered: false, kind: 'closest' });
    expect(Object.keys(json)).toEqual(['answered', 'kind', 'excerpts']);
    expect('excerpts' in json && json.excerpts.map(({ passage }) => passage)).toEqual(
      excerptsOf(reply).map(({ passage }) => passage.id),
    );
  });
});

describe('what a program is told', () => {
  it.each([
    ['an answer', 'Why were H800 chips still sold in China?', { answered: true, kind: 'answer' }],
    ['no answer', PENGUINS, { answered: false, kind: 'none', excerpts: [] }],
    ['told facts', 'Who moderated?', { answered: false, kind: 'none', excerpts: [] }],
    ['quoted words', 'Who said "70 or 80 years"?', { answered: true, kind: 'answer' }],
    ['a person', 'Who is Chris Miller?', { answered: true, kind: 'answer' }],
  ])('%s', (_, question, expected) => {
    expect(renderJson(ask({ question }, context), 'en')).toMatchObject(expected);
  });
});

describe('a speaker who only comes close', () => {
  const asked = [
    ['Chris Miller', 'weaning US companies off the Chinese market over time'],
    ['Reva Goujon', '美国公司以后还能不能在中国赚钱?'],
    ['Chris Miller', 'Llama开源大模型正在被中国不受限制地使用'],
    ['Chris Miller', 'intelligence sharing among allies'],
  ].map(([speaker = '', question = '']) => ({ speaker, reply: ask({ question, speaker }, context) }));
  const shown = asked.filter(({ reply }) => reply.outcome === 'closest' && parted(reply).others.length > 0);

  it('is never mixed with others who answer', () => {
    expect(shown.length).toBeGreaterThan(0);
    for (const { speaker, reply } of shown) {
      const { own, others } = parted(reply);
      expect(keysOf(reply).slice(0, 2)).toEqual(['answer.closest.speaker', 'answer.elsewhere']);
      expect(excerptsOf({ blocks: own }).map(({ passage }) => passage.speaker?.name)).toEqual([speaker]);
      expect(namesIn(others)).not.toContain(speaker);
      expect(reply.blocks.indexOf(others[0] ?? own[0] ?? { kind: 'list', items: [] })).toBeGreaterThan(
        reply.blocks.findIndex((block) => block.kind === 'text' && block.message.key === 'answer.elsewhere'),
      );
      const passagesOf = (blocks: Reply['blocks']) => referencesOf(excerptsOf({ blocks }));
      const args = [writeReferences([...passagesOf(own), ...passagesOf(others)])];
      expect(reply.actions?.filter(({ name }) => name === 'whole')).toMatchObject([{ args }]);
      const json = renderJson(reply, 'en');
      if ('error' in json) throw new Error(json.error);
      expect(json).toMatchObject({ answered: false, kind: 'closest' });
      expect(json.excerpts).toHaveLength(excerptsOf({ blocks: own }).length);
      expect(json.elsewhere).toHaveLength(excerptsOf({ blocks: others }).length);
    }
  });

  it.each([
    ['en', 'Chris Miller may have said nothing that answers this. What comes closest:'],
    ['zh-CN', '的发言里不一定有这个问题的答案，以下只是最接近的摘录：'],
    ['zh-TW', '的發言裡不一定有這個問題的答案，以下只是最接近的摘錄：'],
  ] as const)('is named with that in %s', (locale, words) => {
    const reply = shown.find(({ speaker }) => speaker === 'Chris Miller')?.reply;
    expect(reply && renderTerminal(reply, { locale, colour: false }).split('\n')[0]).toContain(words);
  });
});

describe('a refusal', () => {
  const BY_OTHERS = 'What did Estevez say about the EPA?';

  it.each([
    ['/ask', () => ask({ question: BY_OTHERS }, context)],
    ['/ask with the option', () => ask({ question: 'the EPA', speaker: 'Alan Estevez' }, context)],
    ['/find-text', () => findText({ text: BY_OTHERS }, context)],
  ])('of %s that quotes others shows them whole and in the original at a button', (_, refuse) => {
    const reply = refuse();
    expect(reply.outcome).toBe('refused');
    const quoted = referencesOf(excerptsOf(reply));
    expect(quoted.length).toBeGreaterThan(0);
    const args = [writeReferences(quoted)];
    expect(reply.actions).toMatchObject([
      { name: 'whole', args },
      { name: 'words', args },
    ]);
  });

  it('that quotes nobody has no button', () => {
    const reply = ask({ question: 'What did Estevez say about Samsung?' }, context);
    expect(reply.outcome).toBe('refused');
    expect(excerptsOf(reply)).toEqual([]);
    expect(reply.actions ?? []).toEqual([]);
  });
});

describe('of several speakers who are asked', () => {
  it('those who only come close are named apart from those who say nothing', () => {
    const replies = [
      'What do Nikakhtar and Miller say about weaning US companies off the Chinese market over time?',
      'What do Nikakhtar and Goujon say about weaning US companies off the Chinese market over time?',
      'What do Estevez and Goujon say about H800 chips still sold in China?',
      'What do Nikakhtar and Miller say about chips and the EPA?',
    ].map((question) => ask({ question }, context));
    const some = replies.filter((reply) => keysOf(reply).includes('compare.close'));
    expect(some.length).toBeGreaterThan(0);
    for (const reply of some) {
      expect(reply.outcome).toBe('answered');
      const shown = renderTerminal(reply, { locale: 'en', colour: false });
      const [, close = ''] = /^Only close to this: (.+)\.$/m.exec(shown) ?? [];
      expect(close).not.toBe('');
      expect(namesIn(reply.blocks)).not.toContain(close);
      const [, silent = ''] = /^Nothing found by (.+)\.$/m.exec(shown) ?? [];
      expect(silent).not.toContain(close);
    }
  });
});

describe('/compare', () => {
  it('names who only comes close, and counts only who answers', () => {
    const replies = [
      'EUV光刻机不是“小菜一碟”',
      'weaning US companies off the Chinese market over time',
      '最先进的制造工艺哪有那么好学',
    ].map((question) => compare({ question }, context));
    const some = replies.filter(
      (reply) => reply.outcome === 'answered' && keysOf(reply).includes('compare.close'),
    );
    expect(some.length).toBeGreaterThan(0);
    for (const { blocks } of some) {
      const messages = blocks.flatMap((block) => (block.kind === 'text' ? block.message : []));
      const named = (key: string) =>
        messages.flatMap((message) =>
          message.key === key && message.values && 'speakers' in message.values
            ? format({ key: 'list.item', values: { item: message.values.speakers } }, 'en').split(/, | and /)
            : [],
        );
      const answering = excerptsOf({ blocks }).flatMap(({ passage }) => passage.speaker?.name ?? []);
      for (const name of named('compare.close')) {
        expect(answering).not.toContain(name);
        expect(named('compare.silent')).not.toContain(name);
      }
      expect(textsIn({ blocks })[0]).toMatchObject({ values: { answering: answering.length, all: 5 } });
    }
  });

  it.each(LOCALES)('shows three excerpts at most if nobody answers, and says so first: %s', (locale) => {
    const replies = NEAR[locale].map((question) => compare({ question }, context));
    const close = replies.filter(({ outcome }) => outcome === 'closest');
    expect(close.length).toBeGreaterThan(0);
    for (const reply of close) {
      const [first] = renderTerminal(reply, { locale, colour: false }).split('\n');
      expect(first).toBe(format({ key: 'compare.closest' }, locale));
      expect(excerptsOf(reply).length).toBeGreaterThan(0);
      expect(excerptsOf({ blocks: parted(reply).own }).length).toBeLessThanOrEqual(3);
      expect(textsIn(reply).map(({ key }) => key)).not.toContain('compare.found');
    }
  });
});

describe('/find', () => {
  it.each([
    ['Why were H800 chips still sold in China?', 'answered', 'find-text.heading'],
    [CLOSE_TO, 'closest', 'find-text.closest'],
    [PENGUINS, 'refused', 'find-text.refused'],
    // What one sentence says is on the transcript; the whole is not.
    [`I like tea. ${PENGUINS} Why were H800 chips still sold in China?`, 'answered', 'find-text.heading'],
    [`I like tea. ${PENGUINS} ${CLOSE_TO}`, 'closest', 'find-text.closest'],
  ])('says which it is: %s', (text, outcome, key) => {
    const reply = findText({ text }, context);
    expect(reply.outcome).toBe(outcome);
    expect(keysOf(reply)[0]).toBe(key);
    expect(excerptsOf(reply).length).toBeLessThanOrEqual(3);
    // Under what only comes close there is no further page.
    const names = (reply.actions ?? []).map(({ name }) => name);
    if (outcome !== 'answered') expect(names).not.toContain('more');
    expect(names.includes('whole')).toBe(outcome !== 'refused');
  });
});

describe('what may not answer, shared in Discord', () => {
  let world: BotWorld;
  let user: User;
  let author: User;
  const guilds = new Map<string, Guild>();

  beforeAll(async () => {
    world = await startBotWorld({ context });
    for (const locale of LOCALES) {
      guilds.set(locale, world.standIn.addGuild({ locale: locale === 'en' ? 'en-US' : locale }));
    }
    user = world.standIn.addUser({ name: 'Ada' });
    author = world.standIn.addUser({ name: 'Bob' });
  });
  afterAll(() => world.close());

  const placeOf = (locale: string) => {
    const guild = guilds.get(locale) as Guild;
    return { user, guild, channel: guild.channels[0] as Channel, locale: locale === 'en' ? 'en-US' : locale };
  };
  const press = (message: Message, name: string, locale: string) =>
    world.standIn.click({ message, customId: idOf(message, name), ...placeOf(locale) }).reply();

  it.each([
    [
      'en',
      'Ada shared this from the transcript. It comes closest to what was looked for, but may not answer it:',
    ],
    ['zh-CN', 'Ada 分享了研讨会记录中与所查内容最接近的摘录，但其中不一定有答案：'],
    ['zh-TW', 'Ada 分享了研討會紀錄中與所查內容最接近的摘錄，但其中不一定有答案：'],
  ] as const)('keeps saying so, from a private answer: %s', async (locale, words) => {
    const question = closeQuestion(library, locale);
    const options = { question, private: true };
    const answer = await world.standIn.invoke({ command: 'ask', options, ...placeOf(locale) }).reply();
    expect(visibleText(answer)).toContain(MAY_NOT_ANSWER[locale]);
    const shared = await press(answer, 'share', locale);
    expect(isEphemeral(shared)).toBe(false);
    expect(visibleText(shared).split('\n')[0]).toBe(words);
  });

  it.each([
    [
      'en',
      'The transcript may have nothing on the topic of that message. What comes closest:',
      'Ada shared this from the transcript. It comes closest to that message, but may be about something else:',
    ],
    [
      'zh-CN',
      '研讨会记录里不一定有与这条消息相关的内容，以下只是最接近的摘录：',
      'Ada 分享了研讨会记录中与这条消息最接近的摘录，但内容不一定相关：',
    ],
    [
      'zh-TW',
      '研討會紀錄裡不一定有與這則訊息相關的內容，以下只是最接近的摘錄：',
      'Ada 分享了研討會紀錄中與這則訊息最接近的摘錄，但內容不一定相關：',
    ],
  ] as const)('keeps saying so, as a reply to a message: %s', async (locale, told, words) => {
    const place = placeOf(locale);
    const content = closeQuestion(library, locale);
    const target = world.standIn.say({ channel: place.channel, author, content });
    const found = await world.standIn
      .messageCommand({ command: 'Find in transcript', target, ...place })
      .reply();
    expect(visibleText(found).split('\n')[0]).toBe(told);
    await press(found, 'sharereply', locale);
    const shared = world.standIn.messagesIn(place.channel).at(-1);
    expect(shared?.repliesTo).toBe(target);
    expect(shared && visibleText(shared).split('\n')[0]).toBe(words);
  });

  it('says nothing of the kind of what answers, also under a button of an older version', async () => {
    const options = { question: 'Why were H800 chips still sold in China?', private: true };
    const answer = await world.standIn.invoke({ command: 'ask', options, ...placeOf('en') }).reply();
    expect(idOf(answer, 'share').split(':')).toHaveLength(4);
    expect(visibleText(await press(answer, 'share', 'en')).split('\n')[0]).toBe(
      'Ada shared this from the transcript:',
    );
  });

  it('is not shared if the button claims what no button does', async () => {
    const options = { question: CLOSE_TO, private: true };
    const answer = await world.standIn.invoke({ command: 'ask', options, ...placeOf('en') }).reply();
    const customId = idOf(answer, 'share');
    for (const forged of [customId.replace(/closest$/, 'answer'), `${customId}:x`]) {
      answer.components = JSON.parse(
        JSON.stringify(answer.components).replace(idOf(answer, 'share'), forged),
      );
      const reply = await world.standIn
        .click({ message: answer, customId: forged, ...placeOf('en') })
        .reply();
      expect(isEphemeral(reply)).toBe(true);
      expect(visibleText(reply)).toContain('has changed');
    }
  });

  it('has no button that goes on, whichever is pressed', async () => {
    const options = { question: CLOSE_TO, private: true };
    const answer = await world.standIn.invoke({ command: 'ask', options, ...placeOf('en') }).reply();
    const shared = await press(answer, 'share', 'en');
    for (const message of [answer, shared])
      expect(JSON.stringify(message.components)).not.toMatch(/"custom_id":"(?:more|back):/);
  });
});

it('each language has near questions of its own', () => {
  expect(new Set(Object.values(NEAR).flat()).size).toBe(15);
});

describe('a label whose words only come close', () => {
  const ferries = contextOf(lightLibrary(ferry()));
  const reply = [
    'What did Speaker 1 say about the price of the tunnel under the river?',
    'What did Speaker 1 say about the length of the tunnel in Norway?',
    'What did Q say about the ice on the lakes of Finland?',
    'What did A say about the landing of helicopters?',
  ]
    .map((question) => ask({ question, private: true }, ferries))
    .find(({ outcome }) => outcome === 'closest');

  it('is said to, first of all, and when it is shared', () => {
    expect(keysOf(reply as Reply)[0]).toBe('answer.closest.speaker');
    expect(reply?.actions?.find(({ name }) => name === 'share')?.args.at(-1)).toBe('closest');
  });
});

describe('people of one name who only come close', () => {
  const both = contextOf(namesakes('kelp', 'pumps', 'reefs'));
  const reply = [
    'What did Nora Vik say about kelp on Mars?',
    'What did Nora Vik say about the storms of Jupiter?',
    'What did Nora Vik say about kelp prices in Chile?',
    'What did Nora Vik say about intake valves in hospitals?',
    'What did Nora Vik say about reefs, waves, coral bleaching and tourism?',
  ]
    .map((question) => ask({ question }, both))
    .find(({ outcome }) => outcome === 'closest');

  it('can be chosen, and are still said to', async () => {
    const choices =
      reply?.actions?.filter(({ name, args }) => name === 'only' && args[0] === 'closest') ?? [];
    expect(choices.length).toBeGreaterThan(0);
    for (const { args } of choices) {
      const chosen = await answerActions.only?.run(args, both, { id: '1', name: 'Ada', request: '2' });
      expect(chosen).toMatchObject({ outcome: 'closest' });
      expect(chosen && 'blocks' in chosen && keysOf(chosen)[0]).toBe('answer.closest.speaker');
    }
  });
});
