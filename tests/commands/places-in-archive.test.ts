import { describe, expect, it } from 'vitest';
import find from '../../commands/find.ts';
import { quoteSteps } from '../../commands/quote.ts';
import { passagesMeantSteps } from '../../commands/shared/passages-meant.ts';
import { transcriptSteps } from '../../commands/transcript.ts';
import { LOCALES, type Locale } from '../../src/core/language/locale.ts';
import { renderTerminal } from '../../src/render/terminal.ts';
import type { Reply } from '../../src/reply/reply.ts';
import { atOnce } from '../at-once.ts';
import { bridges, contextOf } from '../fixtures.ts';
import { ferry, lightLibrary } from '../light-seminars.ts';
import { recordedSeminar } from '../recorded-seminar.ts';
import { talks } from '../short-turns.ts';

const quote = atOnce(quoteSteps);
const transcript = atOnce(transcriptSteps);
const passagesMeant = atOnce(passagesMeantSteps);

const context = contextOf(talks('harbour', 'orchard'));
const tiny = bridges();
const words = (reply: Reply, locale: Locale = 'en') => renderTerminal(reply, { locale, colour: false });
const found = (text: string, more: object = {}) =>
  find.run({ id: '123456789012345678', text, ...more }, context);

describe('a place with a name beside it', () => {
  const meant = (typed: string, { library } = context) => {
    const what = passagesMeant(typed, library);
    const passages = what.kind === 'passages' ? what.passages : [];
    return passages.map(({ id }) => id);
  };

  it.each([
    ['orchard p4', ['orchard/p4']],
    ['line 7 of the harbour', ['harbour/p7']],
    ['The orchard in a dry year, line 2', ['orchard/p2']],
    ['p1-p2, orchard', ['orchard/p1', 'orchard/p2']],
    ['2023-04-05, p6', ['harbour/p6']],
    ['Grace Young, line 4', ['orchard/p4']],
    ['line 1 Rafael', ['orchard/p1']],
    ['Ortega p4', ['harbour/p4']],
    ['第6行 Tobias', ['harbour/p6']],
  ])('is %s', (typed, ids) => {
    expect(meant(typed)).toEqual(ids);
  });

  it('is never quoted as the words of somebody who does not say it', () => {
    expect(passagesMeant('Grace Young, line 6', context.library)).toMatchObject({
      kind: 'none',
      nearest: [{ id: 'harbour/p6' }],
    });
  });
});

describe('a place in an archive of several kinds of sources', () => {
  const counted = (unit: 'part' | 'paragraph') =>
    lightLibrary(ferry(), recordedSeminar({ unit, timed: false, recording: null }));
  const meant = (typed: string, unit: 'part' | 'paragraph') => {
    const what = passagesMeant(typed, counted(unit));
    return what.kind === 'none'
      ? []
      : (what.kind === 'choice' ? what.candidates : what.passages).map(({ id }) => id);
  };

  it.each([
    ['part 4', 'part', ['tunnels/p4']],
    ['parts 4 to 7', 'part', ['tunnels/p4', 'tunnels/p7']],
    ['第 4 部分', 'part', ['tunnels/p4']],
    ['paragraph 4', 'paragraph', ['tunnels/p4']],
    ['段落 4', 'paragraph', ['tunnels/p4']],
    ['part 2', 'part', ['ferry/p2']],
  ] as const)('is where the source is counted so: %s', (typed, unit, ids) => {
    expect(meant(typed, unit)).toEqual(ids);
  });

  it.each(['line 4', 'p4'])('is anywhere where every source has it: %s', (typed) => {
    expect(meant(typed, 'part').toSorted()).toEqual(['ferry/p4', 'tunnels/p4']);
  });
});

describe('/quote takes sentences with their passage', () => {
  it.each([
    'p3 sentence 2',
    'p3, second sentence',
    'line 3 s2',
    'the last sentence of p3',
    '第3行第2句',
    'p3的最后一句',
    'bridges/p3 最後一句',
  ])('as %s', (passage) => {
    const said = words(quote({ passage }, tiny), 'zh-CN');
    expect(said).toContain('[…] 它能用一百年。');
    expect(said).not.toContain('钢桥很耐用');
  });

  it('but what is given for the sentences by itself counts', () => {
    expect(words(quote({ passage: 'p3', sentences: '1' }, tiny), 'zh-CN')).toContain('钢桥很耐用。 […]');
  });

  it('and says which of them there are not', () => {
    expect(words(quote({ passage: 'p3 sentence 5' }, tiny))).toContain('Sentences in it: 2.');
  });
});

describe('/transcript from', () => {
  const from = (typed: string, seminar?: string) => transcript({ seminar, from: typed }, context);

  it.each([
    ['the end', 'Mark Sullivan, host of the evening; '],
    ['末尾', 'Mark Sullivan, host of the evening; '],
    ['page 2', 'page 2 of '],
    ['第 2 頁', 'page 2 of '],
    ['page 2 of 2', 'page 2 of '],
    ['beginning', 'page 1 of '],
  ])('%s starts there', (typed, start) => {
    expect(words(from(typed, 'harbour'))).toContain(start);
  });

  it.each([
    ['en', 'the last page is 2'],
    ['zh-CN', '最后一页是第 2 页'],
    ['zh-TW', '最後一頁是第 2 頁'],
  ] as const)('a page that is not there says which is the last, in %s', (locale, said) => {
    expect(words(from('page 9', 'harbour'), locale)).toContain(said);
  });

  it('words that several passages have lists them, and does not deny them', () => {
    for (const said of [words(from('eels', 'harbour')), words(from('levy'))]) {
      expect(said).toMatch(/^"\w+" matches several passages:/);
      expect(said).not.toContain('no line or passage');
    }
    expect(words(from('p2'))).toContain('several seminars');
  });

  it.each(['harbour/p6', 'page 2', 'p2'])('a place that was given as the seminar: %s', (seminar) => {
    const said = words(transcript({ seminar }, context));
    expect(said).not.toContain('no seminar');
    expect(said).toContain(seminar === 'harbour/p6' ? 'Eels need the mud' : 'several seminars');
  });

  it('words that no passage has as they stand says so', () => {
    expect(words(from('in spring young eels come', 'harbour'))).toContain('the closest one');
  });
});

describe('Find in transcript', () => {
  it.each(LOCALES)('says in %s what it did not read besides the text', async (locale) => {
    const told = { en: 'attachments', 'zh-CN': '附件', 'zh-TW': '附件' }[locale];
    for (const text of ['Do young eels come in spring?', 'Giraffes play chess.']) {
      expect(words(await found(text, { unread: ['attachment'] }), locale)).toContain(told);
      expect(words(await found(text), locale)).not.toContain(told);
    }
  });

  it('says who else says it, though only one sentence of the message is about it', async () => {
    const said = words(
      await found('Morning all, giraffes play chess. Grace Young says that eels need the mud.'),
    );
    expect(said).toMatch(/Grace Young.*nothing/);
    expect(said).toContain('Tobias Lindqvist');
    expect(said).toContain('Eels need the mud.');
  });
});
