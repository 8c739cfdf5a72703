import { describe, expect, it } from 'vitest';
import about from '../../commands/about.ts';
import { seminarReply } from '../../commands/ask/seminar.ts';
import { ask } from '../../commands/ask.ts';
import { pageAt } from '../../commands/buttons/transcript.ts';
import { comparisonSteps } from '../../commands/compare.ts';
import { suggestSpeakers } from '../../commands/shared/choose.ts';
import { helpReply } from '../../commands/shared/help-reply.ts';
import { speakersReply } from '../../commands/speakers.ts';
import { EVERYTHING, UNNAMED } from '../../src/core/digest/digest.ts';
import { eligiblePassages } from '../../src/core/digest/selection.ts';
import { LOCALES, type Locale } from '../../src/core/language/locale.ts';
import { excerptOf } from '../../src/core/passages/excerpt.ts';
import { turnStarts } from '../../src/core/passages/turns.ts';
import { format } from '../../src/messages/message.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import { questionOf } from '../../src/reply/attribution.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { atOnce } from '../at-once.ts';
import { contextOf } from '../fixtures.ts';
import { ferry, lightLibrary, lightSeminar } from '../light-seminars.ts';

const compare = atOnce(comparisonSteps);
const speakers = atOnce(speakersReply);
const page = atOnce(pageAt);

const library = lightLibrary(ferry());
const context = contextOf(library);
const words = (reply: Reply, locale: Locale = 'en') => renderTerminal(reply, { locale, colour: false });
const asked = (question: string, options = {}) => ask({ question, ...options }, context);

function wholePage(): Reply {
  const [first] = library.passages.values();
  if (!first) throw new Error('The seminar has no passage.');
  return page(first, library);
}

/** Every kind of reply about a seminar of which little is known. */
const replies = async (): Promise<[string, Reply][]> => [
  ...[
    'who spoke?',
    'who moderated?',
    'when was it held?',
    'who organised it?',
    'what is it about?',
    'give me a summary',
    'which seminars are there?',
    'how long was it?',
    'hello',
    'who is Mary Stone?',
    'does the ferry cross in winter?',
    'what does Mary Stone say about zebras?',
    'zebras',
    '?',
  ].map((question): [string, Reply] => [question, asked(question)]),
  ['a voice', asked('tunnel', { speaker: 'Speaker 1' })],
  ['a voice that is silent', asked('zebras', { speaker: 'Speaker 1' })],
  ['an asker', asked('ferry', { speaker: 'Q' })],
  ['nobody of that name', asked('ferry', { speaker: 'Zed Xu' })],
  ['/speakers', speakers(undefined, context)],
  ['/speakers Mary', speakers('Mary Stone', context)],
  ['/speakers Q', speakers('Q', context)],
  ['/speakers voice', speakers('Speaker 1', context)],
  ['/compare', compare({ question: 'Is a ferry better than a tunnel or a bridge?' }, context)],
  ['/compare nothing', compare({ question: 'zebras' }, context)],
  ['/help', helpReply(context)],
  ['/about', await about.run({}, context)],
  ['/transcript', wholePage()],
];

describe('a seminar of which little is known', () => {
  it.each(LOCALES)('is spoken of in %s without anything that is missing', async (locale) => {
    for (const [name, reply] of await replies()) {
      const text = words(reply, locale);
      expect(text, name).not.toMatch(/null|undefined|\(\)|（）|\bNaN\b/);
      expect(text, name).not.toMatch(/[,，、(（–] *(?:[,，、.。)）;；:：]|$)/m);
    }
  });

  it('has no heading of topics in a refusal', () => {
    expect(words(asked('zebras'))).not.toContain('It covers');
  });

  it.each([
    ['en', 'undated', 'The ferry briefing, undated: no topics are listed.'],
    ['zh-CN', '未注明日期', '“The ferry briefing”（未注明日期）未列出话题。'],
    ['zh-TW', '未註明日期', '「The ferry briefing」（未註明日期）未列出主題。'],
  ] as const)('says in %s what it does not know', (locale, undated, topics) => {
    expect(words(asked('when was it held?'), locale)).toContain(undated);
    expect(words(asked('what is it about?'), locale)).toContain(topics);
  });

  it('has a question to begin with, and says where somebody speaks of whom nothing is known', () => {
    expect(words(helpReply(context))).toContain('- What was decided, and why?');
    expect(words(asked('who is Mary Stone?'))).toContain('Speaks in The ferry briefing.');
  });

  it('has no date in JSON', () => {
    const answer = renderJson(asked('does the ferry cross in winter?'), 'en');
    const [first] = 'excerpts' in answer ? answer.excerpts : [];
    expect(first).toMatchObject({ speaker: 'Mary Stone', source: { date: null } });
  });

  it('may be one that names nobody', () => {
    const trees = lightLibrary(
      lightSeminar('trees', 'title: Trees', [[null, 'Trees keep the river cool in summer.']]),
    );
    const reply = ask({ question: 'river', speaker: 'Bo' }, contextOf(trees));
    expect(words(reply)).toContain('the source names nobody');
    expect(words(ask({ question: 'who spoke?' }, contextOf(trees)))).toContain('the source names no speaker');
    expect(words(ask({ question: 'Do trees keep the river cool?' }, contextOf(trees)))).toContain(
      'Trees keep',
    );
  });

  it.each([
    ['en', 'Trees, undated: no topics are listed and no speaker is named'],
    ['zh-CN', '“Trees”（未注明日期）：未列出话题，也未注明发言人'],
    ['zh-TW', '「Trees」（未註明日期）：未列出主題，也未註明講者'],
  ] as const)('may be one of several, with neither topics nor names, in %s', (locale, line) => {
    const trees = lightSeminar('trees', 'title: Trees', [[null, 'Trees keep the river cool in summer.']]);
    const both = contextOf(lightLibrary(ferry(), trees));
    expect(words(ask({ question: 'what is it about?' }, both), locale)).toContain(line);
  });

  it('may be one that names nobody, and has neither shares nor anybody to compare', () => {
    const trees = contextOf(
      lightLibrary(lightSeminar('trees', 'title: Trees', [[null, 'Trees keep the river cool in summer.']])),
    );
    expect(words(speakers(undefined, trees))).toContain(
      'Trees, undated: the source names no speaker.\n1 passage:',
    );
    expect(words(compare({ question: 'Do trees keep the river cool?' }, trees))).not.toContain('of 0');
    expect(words(ask({ question: 'who spoke?' }, trees))).not.toContain('/speakers');
  });

  it('does not say twice that whoever is called moderator moderates', () => {
    const head = 'title: Talk\nspeakers:\n  - { name: Moderator, moderator: true }';
    const talk = contextOf(
      lightLibrary(lightSeminar('talk', head, [['Moderator', 'Steel bridges last for long.']])),
    );
    expect(words(ask({ question: 'Do steel bridges last?' }, talk))).toMatch(/^Moderator, line 1$/m);
    expect(words(ask({ question: 'who spoke?' }, talk))).toMatch(/^ {2}- Moderator$/m);
  });

  it('comes after those with a date', async () => {
    const dated = lightSeminar('zoo', 'title: Zoo\ndate: 2020-01-01\nspeakers: [Bo Park]', [
      ['Bo Park', 'A zoo is a garden.'],
    ]);
    const both = lightLibrary(ferry(), dated);
    const list = seminarReply('which seminars are there?', both.transcripts, contextOf(both));
    expect(list && words(list)).toMatch(/Zoo[\s\S]*The ferry briefing/);
    expect(words(await about.run({}, contextOf(both)))).toMatch(
      /Zoo – 2020-01-01[\s\S]*The ferry briefing – undated/,
    );
  });
});

describe('somebody without a name', () => {
  it.each([
    [
      'en',
      'someone asking',
      'Speaker 1 in the recording',
      'the person answering',
      'speaker not named in the source',
    ],
    ['zh-CN', '一位提问者', '录音中的发言人 1', '回答者', '原文未注明发言人'],
    ['zh-TW', '一位提問者', '錄音中的講者 1', '回答者', '原文未註明講者'],
  ] as const)('is shown as such in %s', (locale, ...shown) => {
    const text = words(wholePage(), locale);
    for (const each of shown) expect(text).toContain(each);
  });

  it('is no person whom a question names', () => {
    for (const question of [
      'What did Q say about the ferry?',
      'What does speaker 1 say on the tunnel?',
      'A',
    ]) {
      expect(library.findNames(question).names).toEqual([]);
    }
    expect(words(asked('who is Speaker 1?'))).not.toContain('From what they said');
  });

  it('is not among the people, and is counted without a name', () => {
    expect(words(asked('zebras'))).toContain('Speakers: Mary Stone.');
    expect(words(asked('who spoke?'))).toContain(
      'Speakers in The ferry briefing, undated (1):\n  - Mary Stone',
    );
    expect(words(speakers(undefined, context))).toContain(
      '7 passages: 1 named in the source, 0 likely (with evidence), 6 without a name',
    );
  });

  it('is not compared, and stands with those whom the source does not name', () => {
    const text = words(compare({ question: 'What about a tunnel or a ferry?' }, context));
    expect(text).toMatch(/^Found nothing on this by a named speaker\.$/m);
    expect(text).toMatch(/^Speaker 1 in the recording, line 5$/m);
    expect(text).toMatch(/^Only close to this: Mary Stone\.$/m);
    const quoted = words(compare({ question: 'ferry' }, context));
    expect(quoted).toMatch(/^What speakers say on this \(1 of 1\):$/m);
    expect(quoted).toMatch(/^1\. Mary Stone, line 2$[\s\S]*^3\. the person answering, line 4$/m);
  });

  it('can be searched by the label, and is not described as one person if several have it', () => {
    expect(words(asked('tunnel', { speaker: 'Speaker 1' }))).toContain('A tunnel costs more');
    expect(words(speakers('Q', context))).toContain('The source uses this label for several people');
    expect(words(speakers('Q', context))).not.toContain('Typical passages');
  });

  it.each([
    ['What did the reporters ask about the city?', 'Who pays for the new ferry', 'what someone asking said'],
    ['What did Q say about the ice?', 'Will the ferry cross', 'what someone asking said'],
    ['Speaker 1 on digging', 'A tunnel costs more', 'what Speaker 1 in the recording said'],
    ['what did speaker 1 say?', 'A tunnel costs more', 'what Speaker 1 in the recording said'],
    ['Who is Speaker 1?', 'A tunnel costs more', 'marks this as a separate voice but does not name it'],
    ['who is Q', 'Will the ferry cross', 'uses this label for several people'],
  ])('is asked by the label: %s', (question, said, note) => {
    const text = words(asked(question));
    expect(text).toContain(said);
    expect(text).toContain(note);
    expect(text).not.toContain('Mary Stone');
  });

  it('answers nothing that is not said under the label', () => {
    expect(words(asked('What did the reporters ask about zebras?'))).toContain('Found nothing');
    const elsewhere = words(asked('What did the reporters ask about the tunnel?'));
    expect(elsewhere).toMatch(/^someone asking may have said nothing that answers this/);
    expect(elsewhere.split('From other speakers:')[1]).toContain('A tunnel costs more');
    expect(elsewhere.split('From other speakers:')[0]).not.toContain('A tunnel costs more');
    expect(words(asked('What did Speaker 1 say about the ice?'))).toMatch(
      /^Speaker 1 in the recording may have/,
    );
    expect(words(asked('What did Speaker 1 say about zebras?'))).toContain('Found nothing');
  });

  it.each([
    ['记者问了什么？', 'zh-CN', '只查找了一位提问者的发言'],
    ['提問者問了什麼？', 'zh-TW', '只搜尋一位提問者的發言'],
  ] as const)('is asked by the label in Chinese: %s', (question, locale, note) => {
    expect(words(asked(question), locale)).toContain(note);
  });

  it('has a turn for each label', () => {
    expect(turnStarts([...library.passages.values()])).toHaveLength(7);
  });

  it('is suggested in one recording only', async () => {
    const names = async (of: typeof context) => (await suggestSpeakers('', of, 'en')).map(({ name }) => name);
    expect(await names(context)).toContain('Speaker 1 in the recording');
    expect(await names(contextOf(lightLibrary(ferry(), ferry('again'))))).toEqual(['Mary Stone']);
  });

  it('is told apart by the seminar if two have the label', () => {
    const both = contextOf(lightLibrary(ferry(), ferry('again')));
    const text = words(ask({ question: 'tunnel', speaker: 'Speaker 1' }, both));
    expect(text).toContain('Speaker 1 in the recording (ferry)');
    expect(text).toContain('Speaker 1 in the recording (again)');
  });

  it('is told apart by the seminar too if two labels are shown in the same words', () => {
    const hall = lightSeminar('hall', 'title: Hall\nspeakers:\n  - { name: ANSWER, anonymous: respondent }', [
      ['ANSWER', 'The hall has a roof of copper.'],
    ]);
    const both = contextOf(lightLibrary(ferry(), hall));
    expect(words(speakers('the person answering', both))).toContain(
      'can mean the person answering (ferry) and the person answering (hall).',
    );
  });

  it('asks what is answered, and its question stands above the answer of a digest', () => {
    const answer = library.passages.get('ferry/p2');
    const question = answer && library.precedingQuestions.get(answer)?.question;
    expect(question?.id).toBe('ferry/p1');
    const shown = question && questionOf(excerptOf(question, null, 1), 'en').heading;
    expect(shown && format(shown, 'en')).toBe('Asked by Someone (line 1):');
  });

  it('has a label and its kind in JSON', () => {
    const answer = renderJson(asked('tunnel', { speaker: 'Speaker 1' }), 'zh-CN');
    expect(answer).toMatchObject({
      excerpts: [{ speaker: '录音中的发言人 1', speakerId: 'Speaker 1 (ferry)', anonymous: 'voice' }],
    });
  });

  it('is in a digest if the recording tells the voice apart', () => {
    const shown = (speaker: string | null) =>
      eligiblePassages(library, { ...EVERYTHING, speaker }).map(
        (passage) => passage.speaker?.anonymous ?? passage.basis,
      );
    expect(shown(null)).not.toContain('reporter');
    expect(shown(null)).not.toContain('unnamed');
    expect(shown(null)).toContain('voice');
    expect(shown(UNNAMED)).toEqual(['unnamed', 'unknown']);
  });
});
